package io.sluice.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Counts the bytes that pass. */
final class CountingStream extends InputStream {
  private final PushbackInputStream in;
  private long count;

  CountingStream(InputStream in) {
    this.in = new PushbackInputStream(in, 1);
  }

  /** Whether there is at least one more byte. */
  boolean hasMore() throws IOException {
    int next = in.read();
    if (next >= 0) {
      in.unread(next);
    }
    return next >= 0;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int got = in.read();
    count += got >= 0 ? 1 : 0;
    return got;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int got = in.read(into, offset, length);
    count += Math.max(got, 0);
    return got;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
