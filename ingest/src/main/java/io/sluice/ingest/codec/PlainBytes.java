package io.sluice.ingest.codec;

import java.io.IOException;

/** A file that is not compressed. */
public final class PlainBytes extends DecodedBytes {
  /**
   * How far before a slice reading begins: a record that holds a whole file of records is told from
   * them where it is no longer than this.
   */
  private static final int BACK = 16 << 20;

  private boolean begun;

  PlainBytes(StoredBytes in) {
    super(in);
  }

  @Override
  int decode(byte[] into, int offset, int size) throws IOException {
    return in.read(into, offset, size);
  }

  @Override
  boolean advance() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  @Override
  public boolean hasMembers() {
    return false;
  }

  @Override
  public long offset() {
    return in.position() - (to() - from());
  }

  @Override
  public long position() {
    return offset();
  }

  /** The file's size. */
  public long length() {
    return in.length();
  }

  /** Goes to a byte of the file. */
  public void seek(long position) throws IOException {
    clear();
    in.seek(position);
  }

  @Override
  public long skip(long bytes) throws IOException {
    int seen = to() - from();
    if (bytes <= seen) {
      consume((int) bytes);
      return bytes;
    }
    long before = offset();
    seek(before + bytes);
    return in.position() - before;
  }

  @Override
  void restart() {
    begun = false;
  }

  @Override
  long candidate(long from, long end) {
    return -1;
  }

  /** A plain file's next record is found by whoever knows what records look like. */
  @Override
  public boolean resync(StartSign sign) {
    return false;
  }

  @Override
  public void seekBefore(long start, StartSign sign) throws IOException {
    seek(Math.max(0, start - BACK));
  }
}
