package io.sluice.ingest.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A 128-bit hash: MurmurHash3 x64 128 (Austin Appleby, public domain algorithm), seeded. The same
 * on every platform and in every version of Sluice: ids and orders depend on it.
 *
 * @param high first 64 bits
 * @param low last 64 bits
 */
public record Hash128(long high, long low) implements Comparable<Hash128> {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  /** Hash of bytes under a seed. */
  public static Hash128 of(long seed, byte[] data) {
    return of(seed, data, 0, data.length);
  }

  /** Hash of the UTF-8 form of a text under a seed. */
  public static Hash128 of(long seed, String text) {
    return of(seed, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hash of {@code length} bytes from {@code offset}. */
  public static Hash128 of(long seed, byte[] data, int offset, int length) {
    long h1 = seed;
    long h2 = seed;
    int blocks = length >>> 4;
    int at = offset;
    for (int i = 0; i < blocks; i++, at += 16) {
      h1 ^= scramble1((long) LONGS.get(data, at));
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= scramble2((long) LONGS.get(data, at + 8));
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    long k1 = 0;
    long k2 = 0;
    int tail = length & 15;
    for (int i = tail - 1; i >= 8; i--) {
      k2 = (k2 << 8) | (data[at + i] & 0xff);
    }
    for (int i = Math.min(tail, 8) - 1; i >= 0; i--) {
      k1 = (k1 << 8) | (data[at + i] & 0xff);
    }
    h2 ^= scramble2(k2);
    h1 ^= scramble1(k1);
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = mix(h1);
    h2 = mix(h2);
    h1 += h2;
    h2 += h1;
    return new Hash128(h1, h2);
  }

  private static long scramble1(long k) {
    return Long.rotateLeft(k * C1, 31) * C2;
  }

  private static long scramble2(long k) {
    return Long.rotateLeft(k * C2, 33) * C1;
  }

  /** The finalizer of MurmurHash3: a bijection of 64-bit values that mixes every bit. */
  public static long mix(long k) {
    k ^= k >>> 33;
    k *= 0xff51afd7ed558ccdL;
    k ^= k >>> 33;
    k *= 0xc4ceb9fe1a85ec53L;
    k ^= k >>> 33;
    return k;
  }

  /** 32 lower-case hex digits. */
  public String hex() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }

  @Override
  public int compareTo(Hash128 other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}
