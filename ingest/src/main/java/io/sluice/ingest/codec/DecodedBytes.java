package io.sluice.ingest.codec;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a file holds once its compression is undone, as a sequence of members: gzip members, zstd
 * frames, or the one member that a plain file is. Bytes are seen through a window that is moved
 * over them. What cannot be decoded is a {@link DamageException}, after which {@link #resync} finds
 * the next member at which a record begins.
 */
public abstract sealed class DecodedBytes implements Closeable
    permits PlainBytes, GzipBytes, ZstdBytes {
  private static final int WINDOW = 128 * 1024;

  /**
   * Stored bytes that a chain of whole members has to span to be no copy of another file inside of
   * a member: deflate copies bytes as they are in blocks of 65,535 at most (RFC 1951 section
   * 3.2.4), zstd of 131,072 (RFC 8878 section 3.1.1.2), and each block's header breaks the chain.
   */
  private static final int CHAIN = 200_000;

  /** A first member that is longer than this holds more than one record. */
  static final int FIRST_MEMBER = 1 << 20;

  final StoredBytes in;
  private DamageException failure;
  private byte[] window = new byte[WINDOW];
  private int at;
  private int to;

  DecodedBytes(StoredBytes in) {
    this.in = in;
  }

  /** The bytes in view: those from {@link #from()} to {@link #to()} are next. */
  public final byte[] window() {
    return window;
  }

  /** Where the next byte stands in the window. */
  public final int from() {
    return at;
  }

  /** End of what is in view. */
  public final int to() {
    return to;
  }

  /** Passes over bytes in view. */
  public final void consume(int bytes) {
    at += bytes;
  }

  final void clear() {
    at = 0;
    to = 0;
  }

  /** Brings more into view; false at the member's end. */
  public final boolean more() throws IOException {
    if (at > 0) {
      System.arraycopy(window, at, window, 0, to - at);
      to -= at;
      at = 0;
    }
    if (to == window.length) {
      window = Arrays.copyOf(window, window.length * 2);
    }
    int got = decoded(window, to, window.length - to);
    to += Math.max(got, 0);
    return got > 0;
  }

  /**
   * Brings this many bytes into view, or what the member still has; returns how many there are.
   * Damage behind bytes in view is thrown when these have been consumed.
   */
  public final int look(int bytes) throws IOException {
    try {
      while (to - at < bytes && more()) {}
    } catch (DamageException e) {
      if (at == to) {
        throw e;
      }
    }
    return to - at;
  }

  private int decoded(byte[] into, int offset, int size) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return decode(into, offset, size);
    } catch (DamageException e) {
      failure = e;
      throw e;
    }
  }

  /** Whether the member is damaged; what was decoded before may still be in view. */
  public final boolean damaged() {
    return failure != null;
  }

  /** Reads decoded bytes; -1 at the member's end. */
  public final int read(byte[] into, int offset, int size) throws IOException {
    if (at < to) {
      int take = Math.min(size, to - at);
      System.arraycopy(window, at, into, offset, take);
      at += take;
      return take;
    }
    return decoded(into, offset, size);
  }

  /** Passes over this many decoded bytes of the member; returns how many there were. */
  public long skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      if (at == to) {
        clear();
        if (!more()) {
          break;
        }
      }
      int take = (int) Math.min(left, to - at);
      at += take;
      left -= take;
    }
    return bytes - left;
  }

  /** Puts bytes back that were read last, to be seen again. */
  public final void unread(byte[] bytes, int offset, int size) {
    if (at >= size) {
      at -= size;
    } else {
      byte[] wider = new byte[Math.max(WINDOW, size + (to - at))];
      System.arraycopy(window, at, wider, size, to - at);
      to = size + (to - at);
      at = 0;
      window = wider;
    }
    System.arraycopy(bytes, offset, window, at, size);
  }

  /** Decodes some bytes of the member; -1 at its end. */
  abstract int decode(byte[] into, int offset, int size) throws IOException;

  /**
   * Goes on to the next member; false at the end of the file.
   *
   * @throws DamageException where what follows is no member
   */
  public final boolean nextMember() throws IOException {
    try {
      boolean next = advance();
      failure = null;
      return next;
    } catch (DamageException e) {
      failure = e;
      throw e;
    }
  }

  abstract boolean advance() throws IOException;

  /** Whether a record's place is that of the member it is in, and not its own. */
  public abstract boolean hasMembers();

  /** Where the member begins, or, in a plain file, the next byte: in bytes as stored. */
  public abstract long offset();

  /** How far the file has been consumed, in bytes as stored. */
  public abstract long position();

  /** Goes to a stored byte at which a member begins; the next call is {@link #nextMember}. */
  final void begin(long position) throws IOException {
    clear();
    failure = null;
    restart();
    in.seek(position);
  }

  /** Forgets the member. */
  abstract void restart();

  /** The first byte from here on at which a member may begin, or -1. */
  abstract long candidate(long from, long end) throws IOException;

  /** Whether the file's first member says that the file cannot be read from its middle. */
  boolean bound() {
    return false;
  }

  /**
   * Finds the next member after a damaged one at which a record begins, and goes there; false where
   * there is none.
   */
  public boolean resync(StartSign sign) throws IOException {
    boolean found = find(offset() + 1, Long.MAX_VALUE, sign);
    if (!found) {
      begin(in.length());
    }
    return found;
  }

  /** Goes to the first member in a stretch of the file at which a record begins. */
  final boolean find(long from, long end, StartSign sign) throws IOException {
    for (long found = candidate(from, end); found >= 0; found = candidate(found + 1, end)) {
      if (begins(found, sign)) {
        begin(found);
        return true;
      }
    }
    return false;
  }

  /** Whether the file may be read in slices: it has many members, and no one needs another. */
  public final boolean splittable() throws IOException {
    if (bound()) {
      return false;
    }
    if (!hasMembers()) {
      return true;
    }
    begin(0);
    try {
      if (!nextMember()) {
        return false;
      }
      while (in.position() <= FIRST_MEMBER) {
        clear();
        if (!more()) {
          return true;
        }
      }
      return false;
    } catch (DamageException e) {
      return false;
    } finally {
      begin(0);
    }
  }

  /**
   * Goes to a place before {@code start}, from which reading on finds the same records as reading
   * from the file's beginning does.
   */
  public void seekBefore(long start, StartSign sign) throws IOException {
    for (long back = 2L * CHAIN; back < start; back *= 4) {
      for (long found = candidate(start - back, start);
          found >= 0;
          found = candidate(found + 1, start)) {
        if (begins(found, sign) && chains(found)) {
          begin(found);
          return;
        }
      }
    }
    begin(0);
  }

  /** Whether the member there begins with a record, as far as it can be decoded. */
  private boolean begins(long position, StartSign sign) throws IOException {
    begin(position);
    try {
      return nextMember() && look(StartSign.LOOK) > 0 && sign.begins(window, at, to);
    } catch (DamageException e) {
      return false;
    }
  }

  private boolean chains(long position) throws IOException {
    begin(position);
    try {
      while (in.position() - position <= CHAIN) {
        if (!nextMember()) {
          return true;
        }
        do {
          clear();
        } while (more());
      }
      return true;
    } catch (DamageException e) {
      return false;
    }
  }

  /** Gives memory outside the heap back. */
  void release() {}

  @Override
  public void close() throws IOException {
    release();
    in.close();
  }
}
