package io.sluice.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Writes records to a WARC file, gzip by record (ISO 28500 annex D). The same records give the same
 * bytes: no gzip header holds a time.
 */
public final class WarcOutput implements Closeable {
  private final OutputStream out;
  private long position;

  /** Writes to a stream, which is closed with this output. */
  public WarcOutput(OutputStream out) {
    this.out = out;
  }

  /** Writes a record and gives the offset that it begins at. */
  public long write(WarcEntry entry) throws IOException {
    long offset = position;
    byte[] block = entry.block();
    String head = entry.head() + "Content-Length: " + block.length + "\r\n\r\n";
    ByteArrayOutputStream member = new ByteArrayOutputStream(block.length / 3 + 512);
    // GZIPOutputStream writes a header without time or name
    try (GZIPOutputStream gzip = new GZIPOutputStream(member, 8192)) {
      gzip.write(head.getBytes(StandardCharsets.UTF_8));
      gzip.write(block);
      gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    member.writeTo(out);
    position += member.size();
    return offset;
  }

  /** Bytes written so far. */
  public long position() {
    return position;
  }

  /** Hands what is written on to the system. */
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
