package io.sluice.ingest.warc;

/** The header of a gzip member (RFC 1952 section 2.3) in memory. */
final class GzipHead {
  private GzipHead() {}

  /** Where the deflate stream begins; -1 where there is no such header. */
  static int end(byte[] bytes, int from, int to) {
    boolean named =
        to - from >= 10
            && bytes[from] == 0x1f
            && bytes[from + 1] == (byte) 0x8b
            && bytes[from + 2] == 8;
    if (!named) {
      return -1;
    }
    int flags = bytes[from + 3];
    int at = from + 10;
    if ((flags & 4) != 0) {
      at += at + 2 <= to ? 2 + ((bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8)) : 2;
    }
    for (int flag = 8; flag <= 16; flag *= 2) {
      if ((flags & flag) != 0) {
        while (at < to && bytes[at] != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & 2) != 0 ? 2 : 0;
    return at < to ? at : -1;
  }
}
