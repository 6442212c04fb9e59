package io.sluice.filters.rule;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The thresholds of one language, ready for use. */
final class LanguageRules implements Serializable {
  private static final long serialVersionUID = 1L;

  private final float[] min = new float[Rule.values().length];
  private final float[] max = new float[Rule.values().length];
  private final int shortLine;
  private final long[] stopWords;

  /** Thresholds of a language over those for every language; the stop words are its own. */
  LanguageRules(Thresholds common, Thresholds own) {
    for (Rule rule : Rule.values()) {
      Bounds bounds = own.bounds().getOrDefault(rule.key(), common.bounds().get(rule.key()));
      boolean low = bounds != null && bounds.min() != null;
      boolean high = bounds != null && bounds.max() != null;
      min[rule.ordinal()] = low ? bounds.min().floatValue() : Float.NEGATIVE_INFINITY;
      max[rule.ordinal()] = high ? bounds.max().floatValue() : Float.POSITIVE_INFINITY;
    }
    Integer length =
        own.shortLineCharacters() != null
            ? own.shortLineCharacters()
            : common.shortLineCharacters();
    this.shortLine = length == null ? 0 : length;
    this.stopWords = hashes(own.stopWords());
  }

  private static long[] hashes(List<String> words) {
    return words.stream()
        .mapToLong(w -> Characters.hash(w, 0, w.length()))
        .distinct()
        .sorted()
        .toArray();
  }

  float min(Rule rule) {
    return min[rule.ordinal()];
  }

  float max(Rule rule) {
    return max[rule.ordinal()];
  }

  /** Code points of the longest line that counts as short. */
  int shortLine() {
    return shortLine;
  }

  /** Number of stop words, 0 where the language has no list. */
  int stopWordCount() {
    return stopWords.length;
  }

  /** Which stop word this is, by the hash of its characters; negative for none. */
  int stopWord(long hash) {
    return Arrays.binarySearch(stopWords, hash);
  }
}
