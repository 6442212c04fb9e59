package io.sluice.mixer.tokenize;

/**
 * The pattern of {@code cl100k_base} as tiktoken publishes it:
 *
 * <pre>
 * '(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+
 * | ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s
 * </pre>
 */
final class Cl100kSplitter extends Splitter {
  @Override
  int end(byte[] text, int at, int end) {
    int type = CodePoints.classAt(text, at);
    if (CodePoints.isLetter(type)) {
      return letters(text, at, end);
    }
    if (type == CodePoints.NUMBER) {
      return numbers(text, at, end);
    }
    int contracted = contraction(text, at, end);
    if (contracted > at) {
      return contracted;
    }
    int second = at + CodePoints.width(text[at]);
    if (type != CodePoints.NEWLINE && second < end) {
      int word = letters(text, second, end);
      if (word > second) {
        return word;
      }
    }
    int from = text[at] == ' ' ? second : at;
    int to = others(text, from, end);
    if (to > from) {
      while (to < end && (text[to] == '\n' || text[to] == '\r')) {
        to++;
      }
      return to;
    }
    return spaces(text, at, end, true);
  }
}
