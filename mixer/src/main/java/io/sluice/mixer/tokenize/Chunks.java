package io.sluice.mixer.tokenize;

/**
 * Cuts long texts into chunks that are encoded one by one, so that neither memory nor time grows
 * faster than the text where a run has no spaces.
 *
 * <p>A cut is made after a letter and before a character that is no letter, no mark and no
 * apostrophe: the splitting patterns of the cl100k and o200k vocabularies always end a piece there,
 * so the ids do not change. A run without such a place is cut at the limit.
 */
final class Chunks {
  private Chunks() {}

  /**
   * Where the chunk that starts at {@code from} ends.
   *
   * @param limit greatest length in UTF-16 units, at least 2
   * @return an index in {@code (from, from + limit]}, never inside a surrogate pair
   */
  static int end(String text, int from, int limit) {
    int last = from + limit;
    if (last >= text.length()) {
      return text.length();
    }
    for (int at = last; at > from + limit / 2; at--) {
      if (isSafe(text, at)) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(last))
            && Character.isHighSurrogate(text.charAt(last - 1))
        ? last - 1
        : last;
  }

  private static boolean isSafe(String text, int at) {
    int after = text.codePointAt(at);
    return Character.isLetter(text.codePointBefore(at))
        && after != '\''
        && !Character.isLetter(after)
        && !isMark(after)
        && !Character.isLowSurrogate(text.charAt(at));
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** The text with each unpaired surrogate replaced by U+FFFD; the same object where none is. */
  static String wellFormed(String text) {
    int at = firstUnpaired(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    for (; at >= 0; at = firstUnpaired(text, at + 1)) {
      mended.setCharAt(at, '\uFFFD');
    }
    return mended.toString();
  }

  private static int firstUnpaired(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }
}
