package io.sluice.filters.fasttext;

/**
 * The sums of tokens met before, a slot each by the token's 64-bit hash; a new token takes the slot
 * of the one that was there. What is served is what would have been computed, so that results do
 * not depend on the texts before.
 */
final class TokenCache {
  /** Floats held: 2 MB, about a core's second-level cache. */
  private static final int FLOATS = 1 << 19;

  private final int dimension;
  private final int mask;
  private final long[] keys;
  private final int[] rows;
  private final float[] sums;

  TokenCache(int dimension) {
    this.dimension = dimension;
    int slots = Integer.highestOneBit(Math.max(1, FLOATS / dimension));
    this.mask = slots - 1;
    this.keys = new long[slots];
    this.rows = new int[slots];
    this.sums = new float[slots * dimension];
  }

  /** Slot of a token, whether it is the token's or not. */
  int slot(long key) {
    return (int) (key >>> 20) & mask;
  }

  boolean holds(int slot, long key) {
    return keys[slot] == key;
  }

  /** Adds a slot's sum; returns the number of rows in it. */
  int add(int slot, float[] sum) {
    int base = slot * dimension;
    for (int i = 0; i < dimension; i++) {
      sum[i] += sums[base + i];
    }
    return rows[slot];
  }

  /** Puts a token's sum into its slot. */
  void put(int slot, long key, float[] sum, int count) {
    keys[slot] = key;
    rows[slot] = count;
    System.arraycopy(sum, 0, sums, slot * dimension, dimension);
  }
}
