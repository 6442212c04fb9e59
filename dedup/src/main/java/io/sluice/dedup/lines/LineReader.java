package io.sluice.dedup.lines;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Gives the lines of a stretch as bytes, without their ends, blank ones left out. */
public final class LineReader implements Closeable {
  /** Bytes of a line at most; a longer one is given as its beginning. */
  static final int LONGEST = 1 << 29;

  private final InputStream in;
  private final long end;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int filled;

  /** Offset in the file of {@code buffer[from]}. */
  private long position;

  private byte[] line = new byte[1 << 12];
  private int length;
  private long offset;

  /**
   * @param in stands one byte before {@code start}, or at 0
   */
  LineReader(InputStream in, long start, long end) throws IOException {
    this.in = in;
    this.end = end;
    position = Math.max(0, start - 1);
    if (start > 0) {
      // The line that begins before belongs to the stretch before.
      take();
    }
  }

  /** Goes to the next line; false where there is none. */
  public boolean next() throws IOException {
    while (position < end) {
      offset = position;
      if (!take()) {
        return false;
      }
      if (offset == 0 && startsWithMark()) {
        System.arraycopy(line, 3, line, 0, length - 3);
        length -= 3;
      }
      while (length > 0 && line[length - 1] == '\r') {
        length--;
      }
      if (!blank()) {
        return true;
      }
    }
    return false;
  }

  /** The line's bytes, the first {@link #length()} of the array, valid until the next call. */
  public byte[] bytes() {
    return line;
  }

  /** Number of the line's bytes. */
  public int length() {
    return length;
  }

  /** Offset in the file (as unpacked) of the line's first byte. */
  public long offset() {
    return offset;
  }

  /** Reads up to and with the next line end; false where nothing is left. */
  private boolean take() throws IOException {
    length = 0;
    boolean any = false;
    while (true) {
      if (from == filled) {
        filled = in.read(buffer);
        from = 0;
        if (filled <= 0) {
          filled = 0;
          return any;
        }
      }
      any = true;
      int at = from;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      append(at - from);
      boolean ended = at < filled;
      int read = at - from + (ended ? 1 : 0);
      position += read;
      from += read;
      if (ended) {
        return true;
      }
    }
  }

  private void append(int count) {
    int room = Math.min(count, LONGEST - length);
    if (length + room > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(LONGEST, 2L * (length + room)));
    }
    System.arraycopy(buffer, from, line, length, room);
    length += room;
  }

  private boolean startsWithMark() {
    return length >= 3
        && line[0] == (byte) 0xef
        && line[1] == (byte) 0xbb
        && line[2] == (byte) 0xbf;
  }

  private boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
