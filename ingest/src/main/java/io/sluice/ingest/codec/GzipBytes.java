package io.sluice.ingest.codec;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A gzip file (RFC 1952) of one member or many; checksums and lengths are verified. */
final class GzipBytes extends DecodedBytes {
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long member;
  private boolean open;

  GzipBytes(StoredBytes in) {
    super(in);
  }

  @Override
  boolean advance() throws IOException {
    int next = in.peek();
    while (next == 0 || next == '\r' || next == '\n') {
      in.read(); // padding
      next = in.peek();
    }
    if (next < 0) {
      return false;
    }
    member = in.position();
    clear();
    if (!head()) {
      throw new DamageException(member, "no gzip member begins here");
    }
    inflater.reset();
    crc.reset();
    open = true;
    return true;
  }

  private boolean head() throws IOException {
    if (in.read() != 0x1f || in.read() != 0x8b || in.read() != 8) {
      return false;
    }
    int flags = in.read();
    if (flags < 0 || (flags & 0xe0) != 0) {
      return false;
    }
    boolean there = true;
    for (int i = 0; i < 6; i++) {
      there = in.read() >= 0;
    }
    if ((flags & 4) != 0) {
      int low = in.read();
      int size = low | (in.read() << 8);
      for (int i = 0; i < size && there; i++) {
        there = in.read() >= 0;
      }
    }
    there = there && ((flags & 8) == 0 || name());
    there = there && ((flags & 16) == 0 || name());
    if ((flags & 2) != 0) {
      in.read();
      there = there && in.read() >= 0;
    }
    return there;
  }

  private boolean name() throws IOException {
    int next = in.read();
    while (next > 0) {
      next = in.read();
    }
    return next == 0;
  }

  @Override
  int decode(byte[] into, int offset, int size) throws IOException {
    while (open) {
      if (inflater.needsInput()) {
        if (!in.fill()) {
          open = false;
          throw new DamageException(member, "the file ends in the middle of a gzip member");
        }
        inflater.setInput(in.buffer(), in.from(), in.to() - in.from());
      }
      int got;
      try {
        got = inflater.inflate(into, offset, size);
      } catch (DataFormatException e) {
        open = false;
        throw new DamageException(member, "the gzip member is corrupt: " + e.getMessage());
      }
      in.from(in.to() - inflater.getRemaining());
      if (got > 0) {
        crc.update(into, offset, got);
        return got;
      }
      if (inflater.finished()) {
        open = false;
        trailer();
      }
    }
    return -1;
  }

  private void trailer() throws IOException {
    long sum = word();
    long size = word();
    if (sum < 0 || size < 0) {
      throw new DamageException(member, "the file ends in the middle of a gzip member");
    }
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new DamageException(member, "the gzip member's checksum is wrong");
    }
  }

  private long word() throws IOException {
    long word = 0;
    for (int i = 0; i < 4; i++) {
      int next = in.read();
      if (next < 0) {
        return -1;
      }
      word |= (long) next << (8 * i);
    }
    return word;
  }

  @Override
  public boolean hasMembers() {
    return true;
  }

  @Override
  public long offset() {
    return member;
  }

  @Override
  public long position() {
    return in.position();
  }

  @Override
  void restart() {
    open = false;
  }

  @Override
  long candidate(long from, long end) throws IOException {
    in.seek(from);
    int state = 0;
    while (in.position() - state < end && in.fill()) {
      byte[] bytes = in.buffer();
      int at = in.from();
      int stop = in.to();
      for (; at < stop; at++) {
        byte b = bytes[at];
        if (state == 2 && b == 8) {
          in.from(at);
          long found = in.position() - 2;
          return found < end ? found : -1;
        }
        state = b == 0x1f ? 1 : state == 1 && b == (byte) 0x8b ? 2 : 0;
      }
      in.from(stop);
    }
    return -1;
  }

  @Override
  void release() {
    inflater.end();
  }
}
