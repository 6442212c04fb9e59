package io.sluice.ingest.warc;

/** Chunked transfer coding (RFC 9112 section 7.1), undone where it stands. */
final class Chunks {
  private Chunks() {}

  /**
   * Joins the chunks of {@code bytes[from..to)}, moved together to begin at {@code from}.
   *
   * <p>Archives hold chunked bodies whose chunks the crawler has joined already, with the header
   * left as it was: what does not begin with a chunk is taken as it is. A clipped last chunk is
   * kept, and so is what stands behind a chunk that is followed by none.
   *
   * @return where the joined bytes end
   */
  static int join(byte[] bytes, int from, int to) {
    int out = from;
    int at = from;
    while (at < to) {
      int line = RecordSign.lineEnd(bytes, at, Math.min(to, at + 4096));
      long size = line < 0 ? -1 : size(bytes, at, line);
      if (size < 0) {
        System.arraycopy(bytes, at, bytes, out, to - at);
        return out + (to - at);
      }
      if (size == 0) {
        return out;
      }
      at = line + 1;
      int take = (int) Math.min(size, to - at);
      System.arraycopy(bytes, at, bytes, out, take);
      out += take;
      at += take;
      at += at < to && bytes[at] == '\r' ? 1 : 0;
      at += at < to && bytes[at] == '\n' ? 1 : 0;
    }
    return out;
  }

  /** The size that a chunk's line gives; -1 where it is no such line. */
  private static long size(byte[] bytes, int from, int line) {
    long size = 0;
    int at = from;
    while (at < line && bytes[at] >= 0 && Character.digit((char) bytes[at], 16) >= 0) {
      size = size * 16 + Character.digit((char) bytes[at], 16);
      if (size > Integer.MAX_VALUE) {
        return -1;
      }
      at++;
    }
    boolean digits = at > from;
    while (at < line && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return digits && (at == line || bytes[at] == ';') ? size : -1;
  }
}
