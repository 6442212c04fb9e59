package io.sluice.ingest.warc;

import io.sluice.ingest.codec.DamageException;
import io.sluice.ingest.codec.DecodedBytes;
import java.io.IOException;
import java.util.Arrays;

/** A record's block, in an array that is used again for the next one and grows to a limit. */
final class Block {
  private final int limit;
  private byte[] bytes = new byte[64 * 1024];
  private int size;
  private long whole;
  private DamageException cut;

  /**
   * @param limit bytes that are kept; what is over is counted
   */
  Block(int limit) {
    this.limit = limit;
  }

  Block clear() {
    size = 0;
    whole = 0;
    cut = null;
    return this;
  }

  int limit() {
    return limit;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Bytes of the block, kept or not. */
  long whole() {
    return Math.max(whole, size);
  }

  void over(long length) {
    whole = length;
  }

  DamageException cut() {
    return cut;
  }

  void cut(DamageException why) {
    cut = why;
  }

  void resize(int to) {
    size = to;
    trim();
  }

  /** Takes away the line ends that stand between records. */
  void trim() {
    for (int i = 0; i < 4 && size > 0 && RecordSign.isBlank(bytes[size - 1]); i++) {
      size--;
    }
  }

  /** Reads some of {@code left} bytes; -1 at the member's end. */
  int read(DecodedBytes in, long left) throws IOException {
    // an array as large as is claimed only when that much has come
    int room = (int) Math.min(left, Math.max(bytes.length - size, 0));
    if (room == 0) {
      grow((int) Math.min(limit, size + left));
      room = (int) Math.min(left, bytes.length - size);
    }
    int got = in.read(bytes, size, room);
    size += Math.max(got, 0);
    return got;
  }

  private void grow(int wanted) {
    int twice = (int) Math.min(limit, bytes.length * 2L);
    bytes = Arrays.copyOf(bytes, Math.max(Math.min(wanted, twice), bytes.length + 1));
  }

  void add(byte[] from, int offset, int length) {
    whole += length;
    int take = Math.min(length, limit - size);
    while (bytes.length < size + take) {
      grow(size + take);
    }
    System.arraycopy(from, offset, bytes, size, take);
    size += take;
  }
}
