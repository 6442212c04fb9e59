package io.sluice.mixer.tokenize;

/**
 * The pattern of {@code o200k_base} as tiktoken publishes it: words break before an upper case
 * letter that follows a lower case one, and take a contraction with them.
 *
 * <pre>
 * [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 * |[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 * |\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+
 * </pre>
 */
final class O200kSplitter extends Splitter {
  @Override
  int end(byte[] text, int at, int end) {
    int type = CodePoints.classAt(text, at);
    if (type == CodePoints.NUMBER) {
      return numbers(text, at, end);
    }
    int word = word(text, at, end, type);
    if (word > at) {
      return contraction(text, word, end);
    }
    int from = text[at] == ' ' ? at + 1 : at;
    int to = others(text, from, end);
    if (to > from) {
      while (to < end && (text[to] == '\n' || text[to] == '\r' || text[to] == '/')) {
        to++;
      }
      return to;
    }
    return spaces(text, at, end, false);
  }

  /**
   * After a word. The pattern's alternatives in their order: with a character before it, then
   * without; ending in lower case first, in upper case after that.
   */
  private static int word(byte[] text, int at, int end, int type) {
    boolean letter = CodePoints.isLetter(type);
    boolean prefix = !letter && type != CodePoints.NEWLINE;
    int second = at + CodePoints.width(text[at]);
    boolean own = letter || type == CodePoints.MARK;
    int to = prefix ? lower(text, second, end) : -1;
    if (to < 0 && own) {
      to = lower(text, at, end);
    }
    if (to < 0 && prefix) {
      int upper = uppers(text, second, end);
      to = upper > second ? upper : -1;
    }
    if (to < 0 && own) {
      int upper = uppers(text, at, end);
      to = upper > at ? upper : -1;
    }
    return to < 0 ? at : to;
  }

  /**
   * {@code U*L+}: U upper case or without case, L lower case or without case; -1 without a match.
   * Where no L follows the U's, the last of them that is an L as well ends the match.
   */
  private static int lower(byte[] text, int at, int end) {
    int to = at;
    int both = -1;
    while (to < end) {
      int type = CodePoints.classAt(text, to);
      if (type == CodePoints.LOWER) {
        return lowers(text, to, end);
      }
      if (type != CodePoints.UPPER && type != CodePoints.LETTER && type != CodePoints.MARK) {
        break;
      }
      to += CodePoints.width(text[to]);
      both = type == CodePoints.UPPER ? both : to;
    }
    return both;
  }

  private static int lowers(byte[] text, int at, int end) {
    int to = at;
    while (to < end) {
      int type = CodePoints.classAt(text, to);
      if (type != CodePoints.LOWER && type != CodePoints.LETTER && type != CodePoints.MARK) {
        break;
      }
      to += CodePoints.width(text[to]);
    }
    return to;
  }

  private static int uppers(byte[] text, int at, int end) {
    int to = at;
    while (to < end) {
      int type = CodePoints.classAt(text, to);
      if (type != CodePoints.UPPER && type != CodePoints.LETTER && type != CodePoints.MARK) {
        break;
      }
      to += CodePoints.width(text[to]);
    }
    return to;
  }
}
