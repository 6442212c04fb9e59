package io.sluice.filters.lang;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/**
 * The beginning of a text, fit for identifying its language: small letters and plain punctuation;
 * digits, symbols of code, addresses and runs of one letter taken out. Used again for each text.
 */
final class TextSample {
  /** Letters that are looked at. */
  static final int LETTERS = 3000;

  /** UTF-16 units that are looked at, so that a text without letters costs no more. */
  static final int UNITS = 30_000;

  private static final String CODE_SYMBOLS = "{}[]<>()=;_|\\/*#$%^&~`+@";

  private final StringBuilder text = new StringBuilder();
  private final int[] letters = new int[UnicodeScript.values().length];
  private int total;

  /** Reads the beginning of a text. */
  void read(CharSequence source) {
    text.setLength(0);
    Arrays.fill(letters, 0);
    total = 0;
    int end = Math.min(source.length(), UNITS);
    int at = 0;
    while (at < end && total < LETTERS) {
      int codePoint = Character.codePointAt(source, at);
      if (!Character.isWhitespace(codePoint) && isStartOfChunk(source, at)) {
        int stop = endOfChunk(source, at, end);
        if (isAddress(source, at, stop)) {
          append(' ');
          at = stop;
          continue;
        }
      }
      add(codePoint);
      at += Character.charCount(codePoint);
    }
  }

  private void add(int codePoint) {
    if (Character.isLetter(codePoint)) {
      letters[Scripts.of(codePoint).ordinal()]++;
      total++;
      append(Character.toLowerCase(codePoint));
    } else if (Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isDigit(codePoint)
        || CODE_SYMBOLS.indexOf(codePoint) >= 0) {
      append(' ');
    } else if (isPlain(Character.getType(codePoint))) {
      append(codePoint);
    } else {
      append(' ');
    }
  }

  private static boolean isPlain(int type) {
    return switch (type) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DASH_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** One space at most, and no character more than twice in a row. */
  private void append(int codePoint) {
    int length = text.length();
    if (codePoint == ' ') {
      if (length > 0 && text.charAt(length - 1) != ' ') {
        text.append(' ');
      }
      return;
    }
    boolean thrice =
        codePoint < 0x10000
            && length > 1
            && text.charAt(length - 1) == codePoint
            && text.charAt(length - 2) == codePoint;
    if (!thrice) {
      text.appendCodePoint(codePoint);
    }
  }

  private static boolean isStartOfChunk(CharSequence source, int at) {
    return at == 0 || Character.isWhitespace(source.charAt(at - 1));
  }

  private static int endOfChunk(CharSequence source, int start, int end) {
    int at = start;
    while (at < end && !Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether a stretch without spaces begins like a URL, or holds ASCII alone and an at sign. */
  private static boolean isAddress(CharSequence source, int start, int end) {
    if (startsWith(source, start, end, "http://")
        || startsWith(source, start, end, "https://")
        || startsWith(source, start, end, "www.")) {
      return true;
    }
    boolean atSign = false;
    for (int at = start; at < end; at++) {
      if (source.charAt(at) >= 0x80) {
        return false;
      }
      atSign |= source.charAt(at) == '@';
    }
    return atSign;
  }

  private static boolean startsWith(CharSequence source, int start, int end, String prefix) {
    return end - start >= prefix.length()
        && prefix.contentEquals(source.subSequence(start, start + prefix.length()));
  }

  /** The sample; a single space stands for what was taken out. */
  CharSequence text() {
    return text;
  }

  /** Letters read. */
  int total() {
    return total;
  }

  /** Letters of a script. */
  int letters(UnicodeScript script) {
    return letters[script.ordinal()];
  }
}
