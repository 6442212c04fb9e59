package io.sluice.ingest.crawl.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Undoes gzip, up to a bound: a small body may unfold to a huge one. */
public final class Gunzip {
  private Gunzip() {}

  /**
   * The decoded bytes, at most {@code limit}; what can be decoded of a broken stream; the bytes
   * themselves where they are not in gzip.
   */
  public static byte[] bounded(byte[] body, int limit) {
    if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
      return body;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      int got = 0;
      while (got >= 0 && out.size() < limit) {
        got = in.read(buffer, 0, Math.min(buffer.length, limit - out.size()));
        out.write(buffer, 0, Math.max(0, got));
      }
    } catch (IOException e) {
      return out.toByteArray(); // clipped or corrupt: its beginning is still worth reading
    }
    return out.toByteArray();
  }
}
