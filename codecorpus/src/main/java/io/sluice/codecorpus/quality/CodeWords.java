package io.sluice.codecorpus.quality;

/**
 * Counts over the words of a source file.
 *
 * @param words runs of letters, digits and underscores, in any script
 * @param hexWords words that are a hexadecimal number ({@code 0x…}, {@code \x…}) or at least eight
 *     hexadecimal digits with both a letter and a decimal digit among them
 * @param identifiers words in code, outside comments and strings, that begin with a letter or an
 *     underscore, in any script
 * @param identifierChars their UTF-16 units
 * @param encodedChars characters in runs of at least 64 of the base64 alphabet that hold capitals,
 *     small letters and digits, or are hexadecimal throughout
 */
record CodeWords(
    long words, long hexWords, long identifiers, long identifierChars, long encodedChars) {

  private static final int SHORTEST_ENCODED = 64;
  private static final int SHORTEST_BARE_HEX = 8;

  static CodeWords count(String text, byte[] kinds) {
    long words = 0;
    long hexWords = 0;
    long identifiers = 0;
    long identifierChars = 0;
    int length = text.length();
    for (int i = 0; i < length; ) {
      int from = i;
      while (i < length && Character.isJavaIdentifierPart(text.charAt(i))) {
        i++;
      }
      if (i == from) {
        i++;
        continue;
      }
      words++;
      hexWords += isHexWord(text, from, i) ? 1 : 0;
      if (kinds[from] == Lexer.CODE && Character.isJavaIdentifierStart(text.charAt(from))) {
        identifiers++;
        identifierChars += i - from;
      }
    }
    return new CodeWords(words, hexWords, identifiers, identifierChars, encoded(text));
  }

  private static boolean isHexWord(String text, int from, int end) {
    int digitsFrom = from;
    boolean marked = false;
    if (end - from > 2 && text.charAt(from) == '0' && (text.charAt(from + 1) | 0x20) == 'x') {
      digitsFrom = from + 2;
      marked = true;
    } else if (end - from > 2
        && from > 0
        && text.charAt(from) == 'x'
        && text.charAt(from - 1) == '\\') {
      digitsFrom = from + 1;
      marked = true;
    }
    boolean letter = false;
    boolean digit = false;
    for (int i = digitsFrom; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (isHexLetter(c)) {
        letter = true;
      } else {
        // 0xFFL and 0xFFu are numbers with a suffix
        return marked && i >= digitsFrom + 1 && i == end - 1 && Character.isLetter(c);
      }
    }
    return marked || (letter && digit && end - from >= SHORTEST_BARE_HEX);
  }

  private static long encoded(String text) {
    long encoded = 0;
    int length = text.length();
    for (int i = 0; i < length; ) {
      int from = i;
      boolean upper = false;
      boolean lower = false;
      boolean digit = false;
      boolean hex = true;
      while (i < length && isBase64(text.charAt(i))) {
        char c = text.charAt(i++);
        boolean isDigit = c >= '0' && c <= '9';
        upper |= c >= 'A' && c <= 'Z';
        lower |= c >= 'a' && c <= 'z';
        digit |= isDigit;
        hex &= isDigit || isHexLetter(c);
      }
      if (i - from >= SHORTEST_ENCODED && digit && (hex || (upper && lower))) {
        encoded += i - from;
      }
      i = i == from ? i + 1 : i;
    }
    return encoded;
  }

  private static boolean isHexLetter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f';
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }
}
