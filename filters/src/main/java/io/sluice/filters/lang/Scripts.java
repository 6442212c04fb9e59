package io.sluice.filters.lang;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Scripts that by themselves tell the language, as far as Sluice tells languages apart. */
final class Scripts {
  private static final Map<UnicodeScript, String> LANGUAGE = new EnumMap<>(UnicodeScript.class);

  static {
    LANGUAGE.put(UnicodeScript.HAN, "cmn");
    LANGUAGE.put(UnicodeScript.BOPOMOFO, "cmn");
    LANGUAGE.put(UnicodeScript.HIRAGANA, "jpn");
    LANGUAGE.put(UnicodeScript.KATAKANA, "jpn");
    LANGUAGE.put(UnicodeScript.HANGUL, "kor");
    LANGUAGE.put(UnicodeScript.GREEK, "ell");
    LANGUAGE.put(UnicodeScript.HEBREW, "heb");
    LANGUAGE.put(UnicodeScript.ARMENIAN, "hye");
    LANGUAGE.put(UnicodeScript.GEORGIAN, "kat");
    LANGUAGE.put(UnicodeScript.THAI, "tha");
    LANGUAGE.put(UnicodeScript.LAO, "lao");
    LANGUAGE.put(UnicodeScript.KHMER, "khm");
    LANGUAGE.put(UnicodeScript.MYANMAR, "mya");
    LANGUAGE.put(UnicodeScript.TIBETAN, "bod");
    LANGUAGE.put(UnicodeScript.SINHALA, "sin");
    LANGUAGE.put(UnicodeScript.TAMIL, "tam");
    LANGUAGE.put(UnicodeScript.TELUGU, "tel");
    LANGUAGE.put(UnicodeScript.KANNADA, "kan");
    LANGUAGE.put(UnicodeScript.MALAYALAM, "mal");
    LANGUAGE.put(UnicodeScript.GUJARATI, "guj");
    LANGUAGE.put(UnicodeScript.GURMUKHI, "pan");
    LANGUAGE.put(UnicodeScript.ORIYA, "ori");
    LANGUAGE.put(UnicodeScript.BENGALI, "ben");
    LANGUAGE.put(UnicodeScript.ETHIOPIC, "amh");
    LANGUAGE.put(UnicodeScript.THAANA, "div");
  }

  private Scripts() {}

  /** Script of a letter; LATIN at once for ASCII. */
  static UnicodeScript of(int letter) {
    return letter < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(letter);
  }

  /** The language that is written in this script, or null where several are told apart. */
  static String language(UnicodeScript script) {
    return LANGUAGE.get(script);
  }

  /**
   * What a letter counts for against letters of other scripts: a Han, Kana or Hangul character says
   * as much as about three letters.
   */
  static int weight(UnicodeScript script) {
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> 3;
      default -> 1;
    };
  }
}
