package io.sluice.codecorpus.repo;

import java.io.IOException;
import java.io.InputStream;

/** Reads whole files, but never more than a limit: a file may grow after it was listed. */
final class Limited {
  private Limited() {}

  static byte[] read(InputStream in, int limit, String path) throws IOException {
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw new IOException(
          path + ": longer than " + limit + " bytes, which it was not when it was listed");
    }
    return bytes;
  }
}
