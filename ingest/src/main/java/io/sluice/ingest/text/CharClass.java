package io.sluice.ingest.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a code point is to the {@link WordSplitter}: one look-up in a table for the basic plane, the
 * same rule computed for the rest. From the Unicode properties of the running JDK.
 */
final class CharClass {
  /** Neither in a word nor holding one together: space, punctuation, symbol, lone surrogate. */
  static final byte NONE = 0;

  /** Letter or number of a script that separates words. */
  static final byte LETTER = 1;

  /** Decimal digit. */
  static final byte DIGIT = 2;

  /** Combining mark: belongs to what stands before it. */
  static final byte MARK = 3;

  /** Letter of a script that does not separate words: segmented by a dictionary. */
  static final byte DICTIONARY = 4;

  /** Holds two letters or digits together: apostrophe, hyphen, low line, joiner. */
  static final byte JOINER = 5;

  /** Holds two digits together: comma and colon. */
  static final byte DIGIT_JOINER = 6;

  /** Full stop: holds letters and digits together, save where a sentence may end. */
  static final byte FULL_STOP = 7;

  private static final Set<UnicodeScript> DICTIONARY_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final byte[] BASIC_PLANE = basicPlane();

  private CharClass() {}

  /** Class of a UTF-16 unit; a surrogate is NONE. */
  static byte of(char unit) {
    return BASIC_PLANE[unit];
  }

  /** Class of a code point; a lone surrogate is NONE. */
  static byte of(int codePoint) {
    return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT
        ? BASIC_PLANE[codePoint]
        : compute(codePoint);
  }

  private static byte[] basicPlane() {
    byte[] classes = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    for (int c = 0; c < classes.length; c++) {
      classes[c] = compute(c);
    }
    return classes;
  }

  private static byte compute(int c) {
    switch (c) {
      case '\'', '\u2019', '-', '\u2010', '\u2011', '_', '\u00ad', '\u200c', '\u200d' -> {
        return JOINER;
      }
      case ',', ':' -> {
        return DIGIT_JOINER;
      }
      case '.' -> {
        return FULL_STOP;
      }
      case '\u30fc', '\uff70', '\u3031', '\u3032', '\u3033', '\u3034', '\u3035' -> {
        return DICTIONARY; // prolonged sound and repeat marks of Kana, of no script by themselves
      }
      default -> {
        // by general category
      }
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          DICTIONARY_SCRIPTS.contains(UnicodeScript.of(c)) ? DICTIONARY : LETTER;
      default -> NONE;
    };
  }
}
