package io.sluice.filters.lang;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The weights of Apache OpenNLP's language model (183, maximum entropy over character n-grams of 1
 * to 3 UTF-16 units, 103 languages, trained on the Leipzig corpora) in flat arrays. OpenNLP's own
 * evaluation makes a string and a map entry of every n-gram; this one gives the same probabilities
 * many times faster. Immutable, loaded once a JVM at first use.
 */
final class NgramModel {
  private static final String RESOURCE = "/langdetect-183.bin";

  private final String[] languages;
  private final long[] keys;
  private final int[] firsts;
  private final int[] ends;
  private final short[] outcomes;
  private final float[] weights;

  /** Loads the model at first use. */
  private static final class Holder {
    static final NgramModel MODEL = read();
  }

  /** The one model of this JVM. */
  static NgramModel shared() {
    return Holder.MODEL;
  }

  private static NgramModel read() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("opennlp-models-langdetect lacks " + RESOURCE);
      }
      LanguageDetectorModel model = new LanguageDetectorModel(new BufferedInputStream(in));
      Object[] parts = ((AbstractModel) model.getMaxentModel()).getDataStructures();
      return new NgramModel((Map<?, ?>) parts[1], (String[]) parts[2]);
    } catch (IOException e) {
      throw new UncheckedIOException("language model " + RESOURCE, e);
    }
  }

  private NgramModel(Map<?, ?> contexts, String[] languages) {
    this.languages = languages.clone();
    int capacity = Integer.highestOneBit(contexts.size()) << 2;
    int parameters = 0;
    for (Object context : contexts.values()) {
      parameters += ((Context) context).getOutcomes().length;
    }
    keys = new long[capacity];
    firsts = new int[capacity];
    ends = new int[capacity];
    outcomes = new short[parameters];
    weights = new float[parameters];
    int next = 0;
    for (Map.Entry<?, ?> entry : contexts.entrySet()) {
      String ngram = (String) entry.getKey();
      if (ngram.isEmpty() || ngram.length() > 3) {
        continue;
      }
      long key = 0;
      for (int i = 0; i < ngram.length(); i++) {
        key = key << 16 | ngram.charAt(i);
      }
      int slot = freeSlot(key);
      keys[slot] = key;
      firsts[slot] = next;
      Context context = (Context) entry.getValue();
      for (int i = 0; i < context.getOutcomes().length; i++) {
        outcomes[next] = (short) context.getOutcomes()[i];
        weights[next++] = (float) context.getParameters()[i];
      }
      ends[slot] = next;
    }
  }

  private int freeSlot(long key) {
    int slot = home(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private int home(long key) {
    return (int) ((key * 0x9e3779b97f4a7c15L) >>> 40) & (keys.length - 1);
  }

  /** Number of slots; {@link #slot} gives numbers below it. */
  int slots() {
    return keys.length;
  }

  /** Slot of an n-gram, its units packed 16 bits each; negative where the model lacks it. */
  int slot(long key) {
    int slot = home(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return slot;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }

  /** Adds a slot's weights to the sums of the languages. */
  void add(int slot, double[] sums) {
    for (int i = firsts[slot]; i < ends[slot]; i++) {
      sums[outcomes[i]] += weights[i];
    }
  }

  /** Number of languages. */
  int languages() {
    return languages.length;
  }

  /** The model's own code of a language. */
  String language(int index) {
    return languages[index];
  }

  @Override
  public String toString() {
    return "NgramModel" + Arrays.toString(languages);
  }
}
