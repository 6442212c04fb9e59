package io.sluice.mixer.tokenize;

/**
 * Cuts text into the pieces that are merged apart: what a vocabulary's published pattern matches,
 * one match after another, without a regular expression engine. Text is well-formed UTF-8.
 */
abstract class Splitter {

  /**
   * Where the piece that starts at {@code at} ends.
   *
   * @param end one past the text's last byte, greater than {@code at}
   * @return in {@code (at, end]}
   */
  abstract int end(byte[] text, int at, int end);

  /** After the letters from {@code at} on. */
  static int letters(byte[] text, int at, int end) {
    int to = at;
    while (to < end && CodePoints.isLetter(CodePoints.classAt(text, to))) {
      to += CodePoints.width(text[to]);
    }
    return to;
  }

  /** After at most three numbers. */
  static int numbers(byte[] text, int at, int end) {
    int to = at;
    for (int i = 0; i < 3 && to < end; i++) {
      if (CodePoints.classAt(text, to) != CodePoints.NUMBER) {
        break;
      }
      to += CodePoints.width(text[to]);
    }
    return to;
  }

  /** After what is neither space, letter nor number. */
  static int others(byte[] text, int at, int end) {
    int to = at;
    while (to < end) {
      int type = CodePoints.classAt(text, to);
      if (type != CodePoints.OTHER && type != CodePoints.MARK) {
        break;
      }
      to += CodePoints.width(text[to]);
    }
    return to;
  }

  /**
   * White space: up to its last line end; else all of it at the end of the text; else all but its
   * last character, which goes with what follows.
   *
   * @param wholeAtEnd whether white space at the end of the text is one piece with its line ends
   */
  static int spaces(byte[] text, int at, int end, boolean wholeAtEnd) {
    int to = at;
    int last = at;
    int line = at;
    while (to < end) {
      int type = CodePoints.classAt(text, to);
      if (!CodePoints.isSpace(type)) {
        break;
      }
      last = to;
      to += CodePoints.width(text[to]);
      line = type == CodePoints.NEWLINE ? to : line;
    }
    if (line > at && !(wholeAtEnd && to == end)) {
      return line;
    }
    return to == end || last == at ? to : last;
  }

  /**
   * After an English contraction ({@code 's 't 'd 'm 'll 've 're}) in any case, or {@code at} where
   * none starts there. The long s folds to s.
   */
  static int contraction(byte[] text, int at, int end) {
    if (at + 1 >= end || text[at] != '\'') {
      return at;
    }
    int second = at + 2 < end ? text[at + 2] | 0x20 : 0;
    switch (text[at + 1] | 0x20) {
      case 's', 't', 'd', 'm' -> {
        return at + 2;
      }
      case 'l' -> {
        return second == 'l' ? at + 3 : at;
      }
      case 'v', 'r' -> {
        return second == 'e' ? at + 3 : at;
      }
      default -> {
        boolean longS = at + 2 < end && text[at + 1] == (byte) 0xC5 && text[at + 2] == (byte) 0xBF;
        return longS ? at + 3 : at;
      }
    }
  }
}
