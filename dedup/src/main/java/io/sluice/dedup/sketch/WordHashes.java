package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import io.sluice.ingest.text.Words;
import java.util.Arrays;

/** Hashes of words and of runs of words, whatever their case. */
public final class WordHashes {
  private static final long LETTER = 0x517cc1b727220a95L;

  private WordHashes() {}

  /**
   * Hash of each run of so many words, in order: one a word but for the last; none where the text
   * has fewer.
   */
  public static long[] runs(Words words, int size) {
    if (words.count() < size) {
      return new long[0];
    }
    long[] hashes = new long[words.count() - size + 1];
    Shingles shingles = new Shingles(size);
    shingles.reset(words);
    int filled = shingles.fill(hashes);
    return filled == hashes.length ? hashes : Arrays.copyOf(hashes, filled);
  }

  /** Hash of a word with every decimal digit read as 0. */
  public static long digitsAlike(Words words, int i) {
    return of(words.text(), words.start(i), words.end(i), true);
  }

  static long of(String text, int start, int end, boolean digitsAlike) {
    long hash = (long) end - start;
    int i = start;
    while (i < end) {
      char c = text.charAt(i++);
      int letter;
      if (c < 0x80) {
        letter = c >= 'A' && c <= 'Z' ? c + 32 : c;
      } else if (Character.isHighSurrogate(c)
          && i < end
          && Character.isLowSurrogate(text.charAt(i))) {
        letter = Character.toLowerCase(Character.toCodePoint(c, text.charAt(i++)));
      } else {
        letter = Character.toLowerCase(c);
      }
      if (digitsAlike && Character.isDigit(letter)) {
        letter = '0';
      }
      hash = (Long.rotateLeft(hash, 5) ^ letter) * LETTER;
    }
    return Hash128.mix(hash);
  }
}
