package io.sluice.dedup.sketch;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional Chinese characters as simplified ones, a character at a time, so that lengths and
 * offsets stay: the single-character part of ICU's {@code Traditional-Simplified} transform
 * (Unicode CLDR), taken once into a table. Choices that depend on the words around a character are
 * not made.
 */
final class SimplifiedChinese {
  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9fff';
  private static final char[] TABLE = table();

  private SimplifiedChinese() {}

  /** The text itself where nothing changes. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (of(text.charAt(i)) != text.charAt(i)) {
        char[] changed = text.toCharArray();
        for (int k = i; k < changed.length; k++) {
          changed[k] = of(changed[k]);
        }
        return new String(changed);
      }
    }
    return text;
  }

  private static char of(char c) {
    return c < FIRST || c > LAST ? c : TABLE[c - FIRST];
  }

  private static char[] table() {
    Transliterator transform = Transliterator.getInstance("Traditional-Simplified");
    char[] table = new char[LAST - FIRST + 1];
    for (char c = FIRST; c <= LAST; c++) {
      String simple = transform.transliterate(String.valueOf(c));
      table[c - FIRST] = simple.length() == 1 ? simple.charAt(0) : c;
    }
    return table;
  }
}
