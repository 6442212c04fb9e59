package io.sluice.ingest.warc;

import java.nio.charset.StandardCharsets;

/**
 * The line that heads an ARC record: {@code URL IP-address Archive-date Content-type
 * Archive-length}, with more fields before the length in version 2. URLs may hold spaces, so that
 * address and date are looked for.
 *
 * @param url as written
 * @param date the digits of the date
 * @param contentType as written
 * @param length bytes of the record, -1 where none is to be read
 */
record ArcLine(String url, String date, String contentType, long length) {

  /** The line's fields, or null where it is no such line. */
  static ArcLine parse(byte[] bytes, int from, int end) {
    int stop = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    if (stop - from < 20 || !RecordSign.isLetter(bytes[from]) || !hasColon(bytes, from, stop)) {
      return null;
    }
    // The date: a run of digits behind an address, the last one such.
    int word = stop;
    int next = -1;
    while (word > from) {
      int begin = wordBegin(bytes, from, word);
      if (next >= 0
          && isDate(bytes, next, wordEnd(bytes, next, stop))
          && isAddress(bytes, begin, word)) {
        return at(bytes, from, begin, next, stop);
      }
      next = begin;
      word = begin;
      while (word > from && isSpace(bytes[word - 1])) {
        word--;
      }
    }
    return null;
  }

  private static ArcLine at(byte[] bytes, int from, int address, int date, int stop) {
    int urlEnd = address;
    while (urlEnd > from && isSpace(bytes[urlEnd - 1])) {
      urlEnd--;
    }
    int dateEnd = wordEnd(bytes, date, stop);
    int type = dateEnd;
    while (type < stop && isSpace(bytes[type])) {
      type++;
    }
    int typeEnd = wordEnd(bytes, type, stop);
    int length = wordBegin(bytes, from, stop);
    if (urlEnd == from || typeEnd >= stop || length < typeEnd) {
      return null;
    }
    return new ArcLine(
        WarcHead.text(bytes, from, urlEnd),
        new String(bytes, date, dateEnd - date, StandardCharsets.ISO_8859_1),
        WarcHead.text(bytes, type, typeEnd),
        WarcHead.number(bytes, length, stop));
  }

  private static boolean hasColon(byte[] bytes, int from, int stop) {
    for (int at = from; at < stop && at < from + 20; at++) {
      if (bytes[at] == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  private static int wordBegin(byte[] bytes, int from, int end) {
    int at = end;
    while (at > from && !isSpace(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  private static int wordEnd(byte[] bytes, int from, int stop) {
    int at = from;
    while (at < stop && !isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isDate(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      if (!RecordSign.isDigit(bytes[at])) {
        return false;
      }
    }
    return end - from >= 12 && end - from <= 18;
  }

  private static boolean isAddress(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      boolean part =
          Character.digit((char) (bytes[at] & 0x7f), 16) >= 0
              || bytes[at] == '.'
              || bytes[at] == ':'
              || bytes[at] == '-';
      if (!part || bytes[at] < 0) {
        return false;
      }
    }
    return end > from && end - from <= 45;
  }
}
