package io.sluice.ingest.html.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time in a long. A test gives a long with the highest bit set in each byte that
 * passes; bytes above the lowest that passes may have it set without passing.
 */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Bytes() {}

  /** Eight bytes, the first lowest. */
  static long load(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** A byte, repeated, to be compared with. */
  static long repeat(int b) {
    return b * ONES;
  }

  static long equal(long word, long repeated) {
    long v = word ^ repeated;
    return (v - ONES) & ~v & HIGHS;
  }

  static long zero(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  /** Bytes below 0x21: blanks and control characters. */
  static long blank(long word) {
    return (word - 0x21 * ONES) & ~word & HIGHS;
  }

  /** The lowest byte that passed, 0 to 7. */
  static int first(long passed) {
    return Long.numberOfTrailingZeros(passed) >>> 3;
  }

  /** Those that pass below the lowest of another test. */
  static long below(long passed, long other) {
    return passed & ((other & -other) - 1);
  }

  /** Where a byte is next, or {@code end}. */
  static int find(byte[] bytes, int from, int end, int b) {
    int i = from;
    long wanted = repeat(b);
    while (i + 8 <= end) {
      long found = equal(load(bytes, i), wanted);
      if (found != 0) {
        return i + first(found);
      }
      i += 8;
    }
    while (i < end && bytes[i] != b) {
      i++;
    }
    return i;
  }
}
