package io.sluice.filters.fasttext;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads little-endian numbers from a stream. */
final class LittleEndian {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_ENTRY = 1 << 16;

  private final InputStream in;
  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).flip();

  private final byte[] entry = new byte[LONGEST_ENTRY];
  private long left;

  /**
   * A reader.
   *
   * @param size bytes that the stream holds, lest a wrong count in it asks for more memory
   */
  LittleEndian(InputStream in, long size) {
    this.in = in;
    this.left = size;
  }

  /** Refuses a count of things that the rest of the stream cannot hold. */
  void expect(long count, int bytesEach) throws IOException {
    if (count < 0 || count > (left + buffer.remaining()) / bytesEach) {
      throw new EOFException("the file ends too early");
    }
  }

  /** Makes so many bytes readable from the buffer. */
  private void need(int count) throws IOException {
    if (buffer.remaining() >= count) {
      return;
    }
    buffer.compact();
    while (buffer.position() < count) {
      int read = in.read(bytes, buffer.position(), BUFFER - buffer.position());
      if (read < 0) {
        throw new EOFException("the file ends too early");
      }
      buffer.position(buffer.position() + read);
      left -= read;
    }
    buffer.flip();
  }

  boolean bool() throws IOException {
    return int8() != 0;
  }

  byte int8() throws IOException {
    need(1);
    return buffer.get();
  }

  int int32() throws IOException {
    need(4);
    return buffer.getInt();
  }

  long int64() throws IOException {
    need(8);
    return buffer.getLong();
  }

  double float64() throws IOException {
    need(8);
    return buffer.getDouble();
  }

  float[] floats(int count) throws IOException {
    expect(count, 4);
    float[] values = new float[count];
    int at = 0;
    while (at < count) {
      int some = Math.min(count - at, BUFFER / 4);
      need(some * 4);
      buffer.asFloatBuffer().get(values, at, some);
      buffer.position(buffer.position() + some * 4);
      at += some;
    }
    return values;
  }

  byte[] bytes(int count) throws IOException {
    expect(count, 1);
    byte[] values = new byte[count];
    int at = 0;
    while (at < count) {
      int some = Math.min(count - at, BUFFER);
      need(some);
      buffer.get(values, at, some);
      at += some;
    }
    return values;
  }

  /** Bytes up to the next zero byte, which is read and left out. */
  byte[] untilZero() throws IOException {
    int length = 0;
    for (byte b = int8(); b != 0; b = int8()) {
      if (length == LONGEST_ENTRY) {
        throw new IOException("an entry is longer than " + LONGEST_ENTRY + " bytes");
      }
      entry[length++] = b;
    }
    return Arrays.copyOf(entry, length);
  }
}
