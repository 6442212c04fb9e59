package io.sluice.ingest.warc;

import io.sluice.ingest.codec.StartSign;

/** What the head of a record looks like, in WARC (any version since 0.17) and in ARC (1 and 2). */
final class RecordSign implements StartSign {
  static final RecordSign SIGN = new RecordSign();

  /** Longest line that is taken for the head of an ARC record. */
  private static final int ARC_LINE = LOOK - 1;

  private RecordSign() {}

  @Override
  public boolean begins(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    return at < to && (bytes[at] == 'W' ? warc(bytes, at, to) : arc(bytes, at, to));
  }

  static boolean isBlank(byte b) {
    return b == '\r' || b == '\n';
  }

  /** A version line, and behind it one with a field. */
  static boolean warc(byte[] bytes, int from, int to) {
    int line = versionEnd(bytes, from, to);
    if (line < 0) {
      return false;
    }
    int at = line;
    while (at < to && isName(bytes[at])) {
      at++;
    }
    return at > line && at < to && bytes[at] == ':';
  }

  /** Where the line behind {@code WARC/1.0} begins; -1 where there is none. */
  static int versionEnd(byte[] bytes, int from, int to) {
    boolean named =
        to - from >= 10
            && bytes[from] == 'W'
            && bytes[from + 1] == 'A'
            && bytes[from + 2] == 'R'
            && bytes[from + 3] == 'C'
            && bytes[from + 4] == '/'
            && isDigit(bytes[from + 5])
            && bytes[from + 6] == '.';
    if (!named) {
      return -1;
    }
    int at = from + 7;
    while (at < to && at < from + 10 && isDigit(bytes[at])) {
      at++;
    }
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return at > from + 7 && at < to && bytes[at] == '\n' ? at + 1 : -1;
  }

  /** A line of URL, IP address, date, type and length, perhaps with more between. */
  static boolean arc(byte[] bytes, int from, int to) {
    int end = lineEnd(bytes, from, Math.min(to, from + ARC_LINE));
    return end > 0 && ArcLine.parse(bytes, from, end) != null;
  }

  static int lineEnd(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isName(byte b) {
    return isLetter(b) || isDigit(b) || b == '-' || b == '_';
  }

  /** Where the first head of a record stands, at a line's begin; -1 for none. */
  static int find(byte[] bytes, int size) {
    int at = 0;
    while (at >= 0 && at < size) {
      if (isHead(bytes, at, size)) {
        return at;
      }
      int feed = lineEnd(bytes, at, size);
      at = feed < 0 ? -1 : feed + 1;
    }
    return -1;
  }

  /** Whether a record's head begins right there. */
  static boolean isHead(byte[] bytes, int at, int to) {
    return bytes[at] == 'W' ? warc(bytes, at, to) : (isLetter(bytes[at]) && arc(bytes, at, to));
  }
}
