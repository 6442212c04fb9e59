package io.sluice.ingest.html.select;

/**
 * Words with weights, by a 64-bit hash of the word: FNV-1a over its code points. Words that are not
 * listed weigh nothing.
 */
final class Lexicon {
  static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final int mask;
  private final long[] keys;
  private final float[] weights;

  /**
   * @param hashes the words' hashes, none of them 0
   * @param weights a weight each
   */
  Lexicon(long[] hashes, float[] weights) {
    int slots = Integer.highestOneBit(Math.max(hashes.length, 8)) << 2;
    this.mask = slots - 1;
    this.keys = new long[slots];
    this.weights = new float[slots];
    for (int i = 0; i < hashes.length; i++) {
      int slot = slot(hashes[i]);
      while (keys[slot] != 0) {
        slot = slot + 1 & mask;
      }
      keys[slot] = hashes[i];
      this.weights[slot] = weights[i];
    }
  }

  /** The hash of a word that ends with this code point, from the hash of what stands before. */
  static long hash(long before, int c) {
    return (before ^ c) * PRIME;
  }

  /** The hash of a whole word of ASCII. */
  static long hash(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = hash(hash, word.charAt(i));
    }
    return hash;
  }

  private int slot(long hash) {
    return (int) (hash ^ hash >>> 29) & mask;
  }

  /** The weight of the word with this hash; 0 where it is not listed. */
  float weight(long hash) {
    int slot = slot(hash);
    while (keys[slot] != hash) {
      if (keys[slot] == 0) {
        return 0;
      }
      slot = slot + 1 & mask;
    }
    return weights[slot];
  }
}
