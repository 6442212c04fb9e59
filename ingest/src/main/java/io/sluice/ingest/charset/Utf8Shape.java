package io.sluice.ingest.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How far bytes are UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing over U+10FFFF).
 *
 * @param sequences well-formed sequences of two bytes or more
 * @param broken bytes, or beginnings of sequences, that are part of none; a sequence that the end
 *     of the input cuts is not counted
 * @param whole whether every byte, to the very end, is part of a well-formed sequence
 */
record Utf8Shape(int sequences, int broken, boolean whole) {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** The first place of a byte over 0x7F in the range, or {@code end} where there is none. */
  static int firstHigh(byte[] bytes, int start, int end) {
    int at = start;
    for (; at <= end - 8; at += 8) {
      long high = (long) LONGS.get(bytes, at) & HIGH_BITS;
      if (high != 0) {
        return at + (Long.numberOfTrailingZeros(high) >>> 3);
      }
    }
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  static Utf8Shape of(byte[] bytes, int start, int end) {
    int sequences = 0;
    int broken = 0;
    boolean whole = true;
    int at = start;
    while (at < end) {
      if (bytes[at] >= 0) {
        at = firstHigh(bytes, at, end);
        continue;
      }
      int length = sequence(bytes, at, end);
      if (length > 0) {
        sequences++;
        at += length;
      } else if (length == 0) {
        whole = false;
        break;
      } else {
        broken++;
        at -= length;
      }
    }
    return new Utf8Shape(sequences, broken, whole && broken == 0);
  }

  /**
   * Length of the well-formed sequence at a byte over 0x7F; 0 where the end of the range cuts a
   * sequence that is well-formed so far; minus the bytes to skip where it is broken.
   */
  static int sequence(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xff;
    int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0) {
      return -1;
    }
    if (at + 1 == end) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return -1;
    }
    for (int i = 2; i < length; i++) {
      if (at + i == end) {
        return 0;
      }
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return -i;
      }
    }
    return length;
  }
}
