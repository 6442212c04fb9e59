package io.sluice.mixer.tokenize;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The tokens of a byte-level vocabulary and which two make which: flat open-addressing tables.
 *
 * <p>A token's id is its rank: of all pairs of neighbours that make a token, the one with the least
 * id is merged first (Sennrich et al., arXiv 1508.07909, over bytes).
 */
final class Vocabulary {
  /** Bytes that must follow those of a piece in an array, so that it can be read by words. */
  static final int PADDING = 16;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final byte[] bytes;
  // token id to its bytes; where ids have gaps, start and end are equal
  private final int[] starts;
  private final int[] ends;

  // bytes to id
  private final int tokenMask;
  private final int[] tokenIds;

  private final int[] ofByte = new int[256];

  // two ids to the id of their concatenation
  private final int pairMask;
  private final long[] pairs;
  private final int[] merged;

  private Vocabulary(byte[] bytes, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
    this.tokenMask = Integer.highestOneBit(starts.length * 4) - 1;
    this.tokenIds = new int[tokenMask + 1];
    Arrays.fill(tokenIds, -1);
    for (int id = 0; id < starts.length; id++) {
      if (ends[id] > starts[id]) {
        int slot = (int) hash(bytes, starts[id], ends[id]) & tokenMask;
        while (tokenIds[slot] >= 0) {
          slot = (slot + 1) & tokenMask;
        }
        tokenIds[slot] = id;
      }
    }
    byte[] one = new byte[1 + PADDING];
    for (int value = 0; value < 256; value++) {
      one[0] = (byte) value;
      ofByte[value] = id(one, 0, 1);
      if (ofByte[value] < 0) {
        throw new IllegalArgumentException("byte " + value + " is no token");
      }
    }
    this.pairMask = Integer.highestOneBit(starts.length * 8) - 1;
    this.pairs = new long[pairMask + 1];
    this.merged = new int[pairMask + 1];
    Arrays.fill(merged, -1);
    int count = 0;
    for (int id = 0; id < starts.length; id++) {
      for (int cut = starts[id] + 1; cut < ends[id]; cut++) {
        int left = id(bytes, starts[id], cut);
        int right = left < 0 ? -1 : id(bytes, cut, ends[id]);
        if (right >= 0) {
          put(left, right, id);
          count++;
        }
      }
    }
    if (count > pairMask / 4 * 3) {
      throw new IllegalStateException("a vocabulary of " + count + " pairs fills its table");
    }
  }

  /**
   * Reads tiktoken's format: a token a line, its bytes in Base64, a space, its id.
   *
   * @throws IllegalArgumentException if a line is malformed, or one of the 256 bytes is no token
   */
  static Vocabulary tiktoken(byte[] file) {
    String[] lines = new String(file, StandardCharsets.US_ASCII).split("\n", -1);
    byte[] bytes = new byte[file.length + PADDING];
    int[] starts = new int[lines.length * 2];
    int[] ends = new int[lines.length * 2];
    int size = 0;
    int at = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      int space = line.indexOf(' ');
      try {
        byte[] token = Base64.getDecoder().decode(line.substring(0, Math.max(space, 0)));
        int id = Integer.parseInt(line.substring(space + 1));
        System.arraycopy(token, 0, bytes, at, token.length);
        starts[id] = at;
        ends[id] = at + token.length;
        at += token.length;
        size = Math.max(size, id + 1);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException("line " + (i + 1) + " is no token and id: " + line, e);
      }
    }
    return new Vocabulary(
        Arrays.copyOf(bytes, at + PADDING), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
  }

  /** One more than the greatest id. */
  int size() {
    return starts.length;
  }

  /**
   * The id of a run of bytes, or -1 where it is no token.
   *
   * @param text with {@link #PADDING} bytes after {@code to}
   */
  int id(byte[] text, int from, int to) {
    int slot = (int) hash(text, from, to) & tokenMask;
    for (int id = tokenIds[slot]; id >= 0; id = tokenIds[slot]) {
      if (ends[id] - starts[id] == to - from
          && Arrays.equals(bytes, starts[id], ends[id], text, from, to)) {
        return id;
      }
      slot = (slot + 1) & tokenMask;
    }
    return -1;
  }

  /** The id of a single byte. */
  int ofByte(byte value) {
    return ofByte[value & 0xFF];
  }

  /** The id of two tokens' concatenation, or {@link Integer#MAX_VALUE} where that is no token. */
  int merge(int left, int right) {
    long key = ((long) left << 32) | right;
    int slot = (int) ((key * MIX) >>> 40) & pairMask;
    while (merged[slot] >= 0) {
      if (pairs[slot] == key) {
        return merged[slot];
      }
      slot = (slot + 1) & pairMask;
    }
    return Integer.MAX_VALUE;
  }

  private void put(int left, int right, int id) {
    long key = ((long) left << 32) | right;
    int slot = (int) ((key * MIX) >>> 40) & pairMask;
    while (merged[slot] >= 0) {
      slot = (slot + 1) & pairMask;
    }
    pairs[slot] = key;
    merged[slot] = id;
  }

  /** A token's bytes; none where there is no such id. */
  byte[] bytes(int id) {
    return Arrays.copyOfRange(bytes, starts[id], ends[id]);
  }

  /** A hash of a run of bytes. */
  static long hash(byte[] text, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; to - at > 8; at += 8) {
      hash = (hash ^ word(text, at)) * MIX;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ word(text, at, to)) * MIX;
    return hash ^ (hash >>> 32);
  }

  /** Eight bytes as a number. */
  static long word(byte[] text, int at) {
    return (long) WORD.get(text, at);
  }

  /** The first bytes of a run as a number: all up to {@code to}, at most eight, at least one. */
  static long word(byte[] text, int at, int to) {
    long word = word(text, at);
    return to - at >= 8 ? word : word & (-1L >>> (64 - 8 * (to - at)));
  }
}
