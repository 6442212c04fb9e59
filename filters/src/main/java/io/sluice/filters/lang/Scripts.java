package io.sluice.filters.lang;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Writing systems as numbers. Han, Kana and Hangul are kept apart here; which of Chinese, Japanese
 * and Korean writing a text is in, {@link ScriptCounts} says.
 */
final class Scripts {
  /** Number of scripts; {@link #of} gives less. */
  static final int COUNT = UnicodeScript.values().length;

  static final int LATIN = UnicodeScript.LATIN.ordinal();
  static final int HAN = UnicodeScript.HAN.ordinal();
  static final int HANGUL = UnicodeScript.HANGUL.ordinal();
  static final int HIRAGANA = UnicodeScript.HIRAGANA.ordinal();
  static final int KATAKANA = UnicodeScript.KATAKANA.ordinal();
  static final int BOPOMOFO = UnicodeScript.BOPOMOFO.ordinal();

  private static final short[] BASIC_PLANE = basicPlane();
  private static final String[] ISO = new String[COUNT];
  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Map<UnicodeScript, String> LANGUAGE = new EnumMap<>(UnicodeScript.class);

  static {
    iso("LATIN Latn CYRILLIC Cyrl ARABIC Arab GREEK Grek HEBREW Hebr ARMENIAN Armn GEORGIAN Geor");
    iso("DEVANAGARI Deva BENGALI Beng GURMUKHI Guru GUJARATI Gujr ORIYA Orya TAMIL Taml");
    iso("TELUGU Telu KANNADA Knda MALAYALAM Mlym SINHALA Sinh THAI Thai LAO Laoo TIBETAN Tibt");
    iso("MYANMAR Mymr KHMER Khmr ETHIOPIC Ethi THAANA Thaa HAN Hani HIRAGANA Jpan HANGUL Kore");
    iso("CHEROKEE Cher CANADIAN_ABORIGINAL Cans TIFINAGH Tfng NKO Nkoo VAI Vaii YI Yiii");
    iso("OL_CHIKI Olck MONGOLIAN Mong JAVANESE Java BALINESE Bali SUNDANESE Sund SYRIAC Syrc");
    iso("GOTHIC Goth ADLAM Adlm MEETEI_MAYEK Mtei CHAM Cham TAI_LE Tale NEW_TAI_LUE Talu");
    iso("TAI_THAM Lana LISU Lisu LIMBU Limb BUGINESE Bugi CHAKMA Cakm OSAGE Osge");
    iso("HANIFI_ROHINGYA Rohg SAMARITAN Samr TAGALOG Tglg TAI_VIET Tavt BAMUM Bamu");
    only("GREEK ell ARMENIAN hye GURMUKHI pan GUJARATI guj ORIYA ory TAMIL tam TELUGU tel");
    only("KANNADA kan MALAYALAM mal SINHALA sin THAI tha LAO lao TIBETAN bod MYANMAR mya");
    only("KHMER khm THAANA div HIRAGANA jpn HANGUL kor HAN cmn");
    only("CHEROKEE chr CANADIAN_ABORIGINAL iku TIFINAGH zgh NKO nqo VAI vai YI iii OL_CHIKI sat");
    only("MONGOLIAN mvf JAVANESE jav BALINESE ban SUNDANESE sun SYRIAC syc GOTHIC got");
    only("ADLAM fuf MEETEI_MAYEK mni CHAM cjm TAI_LE tdd NEW_TAI_LUE khb TAI_THAM nod LISU lis");
    only("LIMBU lif BUGINESE bug CHAKMA ccp OSAGE osa HANIFI_ROHINGYA rhg SAMARITAN smp");
    only("TAGALOG fil TAI_VIET blt BAMUM bax ETHIOPIC amh GEORGIAN kat HEBREW heb");
  }

  private Scripts() {}

  private static void iso(String pairs) {
    String[] parts = pairs.split(" ");
    for (int i = 0; i < parts.length; i += 2) {
      int script = UnicodeScript.valueOf(parts[i]).ordinal();
      ISO[script] = parts[i + 1];
      NUMBERS.put(parts[i + 1], script);
    }
  }

  private static void only(String pairs) {
    String[] parts = pairs.split(" ");
    for (int i = 0; i < parts.length; i += 2) {
      LANGUAGE.put(UnicodeScript.valueOf(parts[i]), parts[i + 1]);
    }
  }

  private static short[] basicPlane() {
    short[] scripts = new short[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    for (int c = 0; c < scripts.length; c++) {
      scripts[c] = Character.isLetter(c) ? (short) UnicodeScript.of(c).ordinal() : -1;
    }
    return scripts;
  }

  /** Script of a letter; negative for what is no letter. */
  static int of(int codePoint) {
    if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
      return BASIC_PLANE[codePoint];
    }
    return Character.isLetter(codePoint) ? UnicodeScript.of(codePoint).ordinal() : -1;
  }

  /** ISO 15924 code; {@code Zyyy} for a script that has none here. */
  static String iso(int script) {
    return ISO[script] == null ? "Zyyy" : ISO[script];
  }

  /**
   * Number of a script by its ISO 15924 code; {@code Hans} and {@code Hant} are Han, {@code Hira}
   * and {@code Kana} are {@code Jpan}, {@code Hang} is {@code Kore}.
   *
   * @return negative where unknown
   */
  static int number(String iso) {
    String known =
        switch (iso) {
          case "Hans", "Hant" -> "Hani";
          case "Hira", "Kana" -> "Jpan";
          case "Hang" -> "Kore";
          default -> iso;
        };
    return NUMBERS.getOrDefault(known, -1);
  }

  /** The language that is mostly written in this script, null where several are. */
  static String language(int script) {
    return LANGUAGE.get(UnicodeScript.values()[script]);
  }

  /** Whether the script's characters say about as much as three letters each. */
  static boolean isDense(int script) {
    return script == HAN || script == HIRAGANA || script == KATAKANA || script == HANGUL;
  }
}
