package io.sluice.filters.fasttext;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The words of a model by their bytes, and its labels. Immutable. */
final class Vocabulary {
  /** The token that fastText puts at the end of a line. */
  static final byte[] END_OF_LINE = "</s>".getBytes(StandardCharsets.UTF_8);

  private static final byte[] LABEL = "__label__".getBytes(StandardCharsets.UTF_8);

  private final byte[][] words;
  private final int[] slots;
  private final List<String> labels;
  private final long[] labelCounts;

  /**
   * A vocabulary.
   *
   * @param words a word's place is its row in the input matrix
   * @param labels in the model's order, with fastText's prefix
   * @param labelCounts how often each label occurred in training
   */
  Vocabulary(byte[][] words, byte[][] labels, long[] labelCounts) {
    this.words = words;
    this.labelCounts = labelCounts;
    this.labels = Arrays.stream(labels).map(Vocabulary::name).toList();
    this.slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, words.length)) << 2)];
    for (int i = 0; i < words.length; i++) {
      int slot = hash(words[i], 0, words[i].length) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  private static String name(byte[] label) {
    String text = new String(label, StandardCharsets.UTF_8);
    return text.startsWith("__label__") ? text.substring(LABEL.length) : text;
  }

  /** FNV-1a as fastText computes it: each byte is widened with its sign. */
  static int hash(byte[] bytes, int start, int end) {
    int hash = 0x811c9dc5;
    for (int at = start; at < end; at++) {
      hash = (hash ^ bytes[at]) * 0x01000193;
    }
    return hash;
  }

  /** Row of a word, negative where the model lacks it; {@code hash} is its {@link #hash}. */
  int row(byte[] bytes, int start, int end, int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      byte[] word = words[slots[slot] - 1];
      if (Arrays.equals(word, 0, word.length, bytes, start, end)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /** Whether fastText takes a token for a label, which it leaves out of the text. */
  static boolean isLabel(byte[] bytes, int start, int end) {
    return end - start >= LABEL.length
        && Arrays.equals(LABEL, 0, LABEL.length, bytes, start, start + LABEL.length);
  }

  /** Number of words. */
  int size() {
    return words.length;
  }

  /** Labels without the prefix, in the model's order. */
  List<String> labels() {
    return labels;
  }

  /** How often a label occurred in training. */
  long labelCount(int label) {
    return labelCounts[label];
  }
}
