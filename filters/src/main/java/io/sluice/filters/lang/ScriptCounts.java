package io.sluice.filters.lang;

import java.util.Arrays;

/** Letters of a text by script, and which script it is written in. Used again for each text. */
final class ScriptCounts {
  /** A fifth of the Han and Kana letters: below it, Kana are decoration in a Chinese text. */
  private static final int KANA_SHARE = 5;

  /** What a Chinese, Japanese or Korean character counts for. */
  static final int DENSE = 3;

  private final int[] letters = new int[Scripts.COUNT];

  void clear() {
    Arrays.fill(letters, 0);
  }

  void add(int script) {
    letters[script]++;
  }

  /**
   * The script to which a letter counts: Kana and Han are Hiragana in a Japanese text, Han in a
   * Chinese one.
   */
  static int family(int script, boolean japanese) {
    if (script == Scripts.KATAKANA
        || script == Scripts.HIRAGANA
        || script == Scripts.HAN
        || script == Scripts.BOPOMOFO) {
      return japanese ? Scripts.HIRAGANA : Scripts.HAN;
    }
    return script;
  }

  /** Whether Han and Kana letters are those of a Japanese text. */
  boolean isJapanese() {
    int kana = letters[Scripts.HIRAGANA] + letters[Scripts.KATAKANA];
    return kana > 0 && kana * KANA_SHARE >= kana + letters[Scripts.HAN];
  }

  /** The script with the most weight, as {@link #family} counts; Latin where all is empty. */
  int dominant() {
    int[] weights = families();
    int best = Scripts.LATIN;
    for (int script = 0; script < weights.length; script++) {
      best = weights[script] > weights[best] ? script : best;
    }
    return best;
  }

  /**
   * Weight of a script to that of all; Latin letters among others count half, since names, units
   * and commands are written in them everywhere.
   */
  double share(int script) {
    int[] weights = families();
    double others = 0;
    for (int other = 0; other < weights.length; other++) {
      if (other != script) {
        others += weights[other] * (other == Scripts.LATIN ? 0.5 : 1);
      }
    }
    return weights[script] == 0 ? 0 : weights[script] / (weights[script] + others);
  }

  private int[] families() {
    boolean japanese = isJapanese();
    int[] weights = new int[Scripts.COUNT];
    for (int script = 0; script < weights.length; script++) {
      weights[family(script, japanese)] += own(script);
    }
    return weights;
  }

  /** Letters, a Chinese, Japanese or Korean character counting as three. */
  int weight() {
    int total = 0;
    for (int script = 0; script < letters.length; script++) {
      total += own(script);
    }
    return total;
  }

  private int own(int script) {
    return letters[script] * (Scripts.isDense(script) ? DENSE : 1);
  }

  /** Weight of a script's letters. */
  int weight(int script) {
    return families()[script];
  }

  /** Letters of any script. */
  int letters() {
    return Arrays.stream(letters).sum();
  }
}
