package io.sluice.ingest.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A zstd file (RFC 8878) of one frame or many, with a dictionary in its first frame where there is
 * one: a skippable frame with magic number 0x184D2A5D, the dictionary itself plain or compressed
 * (IIPC, "Zstandard compression for WARC files", 1.0).
 */
final class ZstdBytes extends DecodedBytes {
  private static final int FRAME = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int DICTIONARY = 0x184D2A5D;
  private static final int BUFFER = 128 * 1024;

  /** The specification's greatest dictionary. */
  private static final int MAX_DICTIONARY = 100 << 20;

  /** Greatest window a frame may ask for: what {@code zstd --long} writes. */
  private static final long MAX_WINDOW = 1L << 27;

  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer target = ByteBuffer.allocateDirect(BUFFER);
  private byte[] dictionary;
  private long member;
  private boolean open;

  ZstdBytes(StoredBytes in) throws IOException {
    super(in);
    target.limit(0);
    byte[] head = new byte[8];
    if (in.readFully(head, 0, 8) == 8 && word(head, 0) == DICTIONARY) {
      dictionary = dictionary(word(head, 4) & 0xffffffffL);
      zstd.loadDict(dictionary);
    }
    in.seek(0);
  }

  private byte[] dictionary(long size) throws IOException {
    if (size > Math.min(MAX_DICTIONARY, in.length())) {
      throw new IOException("zstd dictionary of " + size + " bytes");
    }
    byte[] stored = new byte[(int) size];
    if (in.readFully(stored, 0, stored.length) < stored.length) {
      throw new IOException("the file ends in its zstd dictionary");
    }
    if (stored.length < 4 || word(stored, 0) != FRAME) {
      return stored;
    }
    long content = Zstd.getFrameContentSize(stored);
    if (content > MAX_DICTIONARY) {
      throw new IOException("zstd dictionary of " + content + " bytes");
    }
    try {
      return Zstd.decompress(stored, (int) (content < 0 ? MAX_DICTIONARY : content));
    } catch (ZstdException e) {
      throw new IOException("the zstd dictionary is corrupt: " + e.getMessage(), e);
    }
  }

  private static int word(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  @Override
  boolean bound() {
    return dictionary != null;
  }

  @Override
  boolean advance() throws IOException {
    byte[] head = new byte[8];
    while (true) {
      long position = in.position();
      int got = in.readFully(head, 0, 8);
      if (got == 0) {
        return false;
      }
      member = position;
      clear();
      int magic = got < 8 ? 0 : word(head, 0);
      if ((magic & 0xfffffff0) == SKIPPABLE) {
        long end = position + 8 + (word(head, 4) & 0xffffffffL);
        if (end > in.length()) {
          throw new DamageException(position, "the file ends in the middle of a zstd frame");
        }
        in.seek(end);
        continue;
      }
      if (magic != FRAME) {
        throw new DamageException(position, "no zstd frame begins here");
      }
      long window = window(head[4] & 0xff, head[5] & 0xff);
      if (window > MAX_WINDOW) {
        throw new DamageException(position, "the zstd frame wants a window of " + window);
      }
      in.seek(position);
      open = true;
      target.position(0).limit(0);
      return true;
    }
  }

  /**
   * The window size by a frame's descriptors (RFC 8878 section 3.1.1.1.2), 0 for a single segment.
   */
  private static long window(int frame, int window) {
    if ((frame & 0x20) != 0) {
      return 0;
    }
    long base = 1L << (10 + (window >> 3));
    return base + base / 8 * (window & 7);
  }

  @Override
  int decode(byte[] into, int offset, int size) throws IOException {
    while (!target.hasRemaining()) {
      if (!open) {
        return -1;
      }
      step();
    }
    int take = Math.min(size, target.remaining());
    target.get(into, offset, take);
    return take;
  }

  /** Decodes up to a buffer; at the frame's end the file stands right behind it. */
  private void step() throws IOException {
    source.clear();
    boolean input = in.fill();
    if (input) {
      source.put(in.buffer(), in.from(), Math.min(source.remaining(), in.to() - in.from()));
    }
    source.flip();
    target.clear();
    try {
      if (zstd.decompressDirectByteBufferStream(target, source)) {
        open = false;
      }
    } catch (ZstdException e) {
      fail("the zstd frame is corrupt: " + e.getMessage());
    } finally {
      target.flip();
    }
    in.from(in.from() + source.position());
    if (open && !input && !target.hasRemaining()) {
      fail("the file ends in the middle of a zstd frame");
    }
  }

  private void fail(String what) throws DamageException {
    open = false;
    throw new DamageException(member, what);
  }

  @Override
  void restart() {
    open = false;
    target.position(0).limit(0);
    zstd.reset();
    if (dictionary != null) {
      zstd.loadDict(dictionary);
    }
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
  long candidate(long from, long end) throws IOException {
    in.seek(from);
    int last = 0;
    while (in.position() - 3 < end && in.fill()) {
      byte[] bytes = in.buffer();
      int stop = in.to();
      for (int at = in.from(); at < stop; at++) {
        last = (last >>> 8) | (bytes[at] << 24);
        if (last == FRAME) {
          in.from(at + 1);
          long found = in.position() - 4;
          return found < end ? found : -1;
        }
      }
      in.from(stop);
    }
    return -1;
  }

  @Override
  void release() {
    zstd.close();
  }
}
