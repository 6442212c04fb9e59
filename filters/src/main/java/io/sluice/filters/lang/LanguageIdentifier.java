package io.sluice.filters.lang;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Identifies the natural language of a text from its first {@value TextSample#LETTERS} letters.
 *
 * <p>The script with the most letters decides where one language is written in it (Chinese,
 * Japanese, Korean, Greek, Thai and others); Latin, Cyrillic, Arabic and Devanagari texts go to
 * OpenNLP's n-gram model. The score is the model's probability times the script's share of the
 * letters; where the script decides, n / (n + 5) for n letters takes the probability's place. Both
 * are low for a few words: ask for at least 0.65, FineWeb's threshold, and for a text of a few
 * hundred letters. One instance serves one thread; the model is shared.
 */
public final class LanguageIdentifier {
  /** A fifth of the Han and Kana letters: below it, Kana are decoration in a Chinese text. */
  private static final int KANA_SHARE = 5;

  private static final double ENOUGH_LETTERS = 5;

  /** Languages that the model knows under two codes. */
  private static final Map<String, String> SAME = Map.of("ekk", "est", "lvs", "lav", "pes", "fas");

  private final NgramModel model = NgramModel.shared();
  private final TextSample sample = new TextSample();
  private final String[] codes = new String[model.languages()];
  private final int[] merged = new int[model.languages()];
  private final double[] sums = new double[model.languages()];
  private final int[] seen = new int[model.slots()];
  private int generation;

  /** Loads the model where this is the first instance of the JVM. */
  public LanguageIdentifier() {
    Map<String, Integer> places = new TreeMap<>();
    for (int i = 0; i < codes.length; i++) {
      String code = model.language(i);
      codes[i] = SAME.getOrDefault(code, code);
      merged[i] = places.merge(codes[i], i, (first, second) -> first);
    }
  }

  /** The language of a text; {@code und} with score 0 where it holds no letter. */
  public Language identify(CharSequence text) {
    sample.read(text);
    if (sample.total() == 0) {
      return Language.UNDETERMINED;
    }
    UnicodeScript script = dominantScript();
    double share = share(script);
    String byScript = Scripts.language(script);
    if (byScript != null) {
      int letters = letters(script);
      return new Language(byScript, (float) (share * letters / (letters + ENOUGH_LETTERS)));
    }
    return byModel(script, share);
  }

  private UnicodeScript dominantScript() {
    UnicodeScript best = UnicodeScript.LATIN;
    for (UnicodeScript script : UnicodeScript.values()) {
      if (weight(script) > weight(best)) {
        best = script;
      }
    }
    return best;
  }

  /**
   * Share of a script in the letters; Latin ones among others count half, since names, units and
   * commands are written in them everywhere.
   */
  private double share(UnicodeScript script) {
    double others = 0;
    for (UnicodeScript other : UnicodeScript.values()) {
      if (other != script) {
        others += weight(other) * (other == UnicodeScript.LATIN ? 0.5 : 1);
      }
    }
    return weight(script) / (weight(script) + others);
  }

  private int weight(UnicodeScript script) {
    return letters(script) * Scripts.weight(script);
  }

  /** Letters of a script; Chinese and Japanese share Han, which goes to one of them. */
  private int letters(UnicodeScript script) {
    int kana = sample.letters(UnicodeScript.HIRAGANA) + sample.letters(UnicodeScript.KATAKANA);
    int both = kana + sample.letters(UnicodeScript.HAN);
    boolean japanese = kana > 0 && kana * KANA_SHARE >= both;
    return switch (script) {
      case HIRAGANA -> japanese ? both : 0;
      case KATAKANA -> 0;
      case HAN -> japanese ? 0 : both;
      default -> sample.letters(script);
    };
  }

  private Language byModel(UnicodeScript script, double share) {
    Arrays.fill(sums, 0);
    if (++generation < 0) {
      Arrays.fill(seen, 0);
      generation = 1;
    }
    addNgrams(script);
    double greatest = Arrays.stream(sums).max().orElse(0);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i] - greatest);
    }
    mergeSame();
    double total = Arrays.stream(sums).sum();
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      best = sums[i] > sums[best] ? i : best;
    }
    return new Language(codes[best], (float) Math.min(1, share * sums[best] / total));
  }

  /**
   * One place for a language of two codes, at their mean, lest it be favoured where all is flat.
   */
  private void mergeSame() {
    for (int i = 0; i < sums.length; i++) {
      if (merged[i] != i) {
        sums[merged[i]] = (sums[merged[i]] + sums[i]) / 2;
        sums[i] = 0;
      }
    }
  }

  /** Adds each different n-gram of the sample once; letters of other scripts stand for spaces. */
  private void addNgrams(UnicodeScript script) {
    CharSequence text = sample.text();
    long before = 0;
    long last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) && Scripts.of(c) != script) {
        c = ' ';
      }
      if (c == ' ' && last == ' ') {
        continue;
      }
      addNgram(c);
      if (last != 0) {
        addNgram(last << 16 | c);
      }
      if (before != 0) {
        addNgram(before << 32 | last << 16 | c);
      }
      before = last;
      last = c;
    }
  }

  private void addNgram(long key) {
    int slot = model.slot(key);
    if (slot >= 0 && seen[slot] != generation) {
      seen[slot] = generation;
      model.add(slot, sums);
    }
  }
}
