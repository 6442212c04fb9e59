package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import java.util.Arrays;

/**
 * The least value of each of many hash functions over a set of 64-bit shingle hashes.
 *
 * <p>Function i is {@code a_i·x + b_i} modulo 2^64 with odd {@code a_i}: a permutation of the
 * 64-bit values, applied to hashes that are already mixed. Four functions share a pass over a block
 * of shingles, so that their coefficients and minima stay in registers.
 */
final class MinHash {
  private final long[] factors;
  private final long[] terms;
  private final long[] minima;

  MinHash(int values, long seed) {
    int padded = (values + 3) & ~3;
    factors = new long[padded];
    terms = new long[padded];
    minima = new long[padded];
    for (int i = 0; i < padded; i++) {
      Hash128 drawn = Hash128.of(seed, "min-hash " + i);
      factors[i] = drawn.high() | 1;
      terms[i] = drawn.low();
    }
  }

  void reset() {
    Arrays.fill(minima, Long.MAX_VALUE);
  }

  void add(long[] hashes, int count) {
    for (int f = 0; f < minima.length; f += 4) {
      long a0 = factors[f];
      long a1 = factors[f + 1];
      long a2 = factors[f + 2];
      long a3 = factors[f + 3];
      long b0 = terms[f];
      long b1 = terms[f + 1];
      long b2 = terms[f + 2];
      long b3 = terms[f + 3];
      long m0 = minima[f];
      long m1 = minima[f + 1];
      long m2 = minima[f + 2];
      long m3 = minima[f + 3];
      for (int i = 0; i < count; i++) {
        long x = hashes[i];
        m0 = Math.min(m0, a0 * x + b0);
        m1 = Math.min(m1, a1 * x + b1);
        m2 = Math.min(m2, a2 * x + b2);
        m3 = Math.min(m3, a3 * x + b3);
      }
      minima[f] = m0;
      minima[f + 1] = m1;
      minima[f + 2] = m2;
      minima[f + 3] = m3;
    }
  }

  /** Least value of function {@code i} since the last reset. */
  long minimum(int i) {
    return minima[i];
  }
}
