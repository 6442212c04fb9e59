package io.sluice.ingest.charset;

/**
 * Counts what reading bytes in the wrong charset leaves in a text: UTF-8 read as windows-1252
 * ({@code Ã©}, {@code â€™}), windows-1250, windows-1251 ({@code РџСЂРё}) or GBK ({@code 锛}, {@code
 * 锟斤拷}), GBK or Cyrillic read as Latin-1 (runs of accented letters), Shift_JIS read as
 * windows-1252, U+FFFD and C1 controls. One walk; ASCII costs a comparison a character. The
 * sequences are ones that no language writes, so that a few in a text mean what they say; the count
 * is a lower bound.
 */
public final class Mojibake {
  private static final char REPLACEMENT = '\uFFFD';

  /** Characters of windows-1252 at 0x80 to 0x9F; U+0000 where the code page is open. */
  private static final String SPECIALS = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

  /** windows-1251's characters at 0x80 to 0xBF, the continuation bytes of UTF-8. */
  private static final String CYRILLIC_SPECIALS =
      "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";

  /** Marks of windows-1250 that no letter is followed by. */
  private static final String CENTRAL_MARKS = "©ˇ¤¶§¨°±´¸˝‚„…™›‡‰˘\u00ad";

  /** Rare characters that the first bytes of UTF-8's most frequent characters make in GBK. */
  private static final String GBK_OF_UTF_8 = "鈥銆锛鐨鏄锟";

  /** Accented letters in a row that no word holds, if they are of three kinds at least. */
  private static final int LATIN_RUN = 4;

  private Mojibake() {}

  /** Share of a text's UTF-16 units in such sequences, 0..1; 0 for an empty text. */
  public static double share(String text) {
    return text.isEmpty() ? 0 : (double) count(text) / text.length();
  }

  /** UTF-16 units of a text that stand in such sequences. */
  public static int count(String text) {
    int count = 0;
    int length = text.length();
    boolean inSequence = false;
    for (int i = 0; i < length; ) {
      char c = text.charAt(i);
      if (c < 0x80) {
        i++;
        inSequence = false;
        continue;
      }
      int units = c > 0x2122 ? ofHigh(text, i, c) : ofLow(text, i, c, inSequence);
      inSequence = units > 0;
      count += units;
      i += Math.max(units, 1);
    }
    return count;
  }

  private static int ofHigh(String text, int i, char c) {
    if (c == REPLACEMENT) {
      return 1;
    }
    if (c < 0x4E00 || c > 0x9FFF) {
      return 0;
    }
    if (GBK_OF_UTF_8.indexOf(c) >= 0) {
      return text.startsWith("斤拷", i + 1) ? 3 : 1;
    }
    // memory that was never written to, read as GBK
    return text.startsWith("烫烫烫", i) || text.startsWith("屯屯屯", i) ? 3 : 0;
  }

  private static int ofLow(String text, int i, char c, boolean inSequence) {
    if (c == 'Р' || c == 'С') {
      return cyrillic(text, i, inSequence);
    }
    if (c == 'п') {
      return text.startsWith("пїЅ", i) ? 3 : 0;
    }
    if (c == 'ď') {
      return text.startsWith("ďż˝", i) ? 3 : 0;
    }
    if (c == 'Ă' || c == 'Ĺ') {
      return i + 1 < text.length() && CENTRAL_MARKS.indexOf(text.charAt(i + 1)) >= 0 ? 2 : 0;
    }
    int units = utf8(text, i, inSequence);
    if (units == 0 && c == 'â' && i + 1 < text.length() && text.charAt(i + 1) == '€') {
      units = 2;
    }
    if (units == 0 && (c == '‚' || c == 'ƒ')) {
      units = japanese(text, i);
    }
    if (units == 0 && c >= 0xA1 && c <= 0xFF) {
      units = latinRun(text, i);
    }
    return units == 0 && c < 0xA0 ? 1 : units;
  }

  /** Units of a UTF-8 sequence read as windows-1252 or Latin-1; 0 where none stands here. */
  private static int utf8(String text, int i, boolean inSequence) {
    int lead = westernByte(text, i);
    int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || !continues(text, i, length)) {
      return 0;
    }
    // a capital before a closing quotation mark looks like two bytes: those want company
    boolean sure = length > 2 || lead <= 0xC3 || inSequence;
    return sure || (westernByte(text, i + 2) >= 0xC4 && continues(text, i + 2, 2)) ? length : 0;
  }

  private static boolean continues(String text, int i, int length) {
    for (int k = 1; k < length; k++) {
      int b = westernByte(text, i + k);
      if (b < 0x80 || b > 0xBF) {
        return false;
      }
    }
    return true;
  }

  /** The byte that windows-1252 or Latin-1 reads as this character; -1 for none, or for ASCII. */
  private static int westernByte(String text, int i) {
    if (i >= text.length()) {
      return -1;
    }
    char c = text.charAt(i);
    if (c < 0x80) {
      return -1;
    }
    if (c <= 0xFF) {
      return c;
    }
    int special = c > 0x2122 ? -1 : SPECIALS.indexOf(c);
    return special < 0 ? -1 : 0x80 + special;
  }

  private static int cyrillic(String text, int i, boolean inSequence) {
    if (!cyrillicPair(text, i)) {
      return 0;
    }
    return inSequence || cyrillicPair(text, i + 2) ? 2 : 0;
  }

  private static boolean cyrillicPair(String text, int i) {
    return i + 1 < text.length()
        && (text.charAt(i) == 'Р' || text.charAt(i) == 'С')
        && CYRILLIC_SPECIALS.indexOf(text.charAt(i + 1)) >= 0;
  }

  private static int japanese(String text, int i) {
    int end = i;
    while (end + 1 < text.length()
        && (text.charAt(end) == '‚' || text.charAt(end) == 'ƒ')
        && text.charAt(end + 1) > ' ') {
      end += 2;
    }
    return end - i >= 6 ? end - i : 0;
  }

  private static int latinRun(String text, int i) {
    int end = i;
    int letters = 0;
    int others = 0;
    char first = text.charAt(i);
    char second = first;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c < 0xA1 || c > 0xFF) {
        break;
      }
      letters += c >= 0xC0 ? 1 : 0;
      if (c != first && c != second) {
        others += second == first ? 0 : 1;
        second = second == first ? c : second;
      }
      end++;
    }
    int run = end - i;
    return run >= LATIN_RUN && letters * 2 > run && others > 0 ? run : 0;
  }
}
