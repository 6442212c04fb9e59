package io.sluice.filters.fasttext;

import java.util.Arrays;

/**
 * Rows of hashed n-grams. A bucket's row follows those of the words; a quantised model has kept
 * only some buckets. Immutable.
 */
final class Subwords {
  private final int words;
  private final int buckets;
  private final long magic;
  private final int[] keys;
  private final int[] rows;

  /** Every bucket has its row. */
  Subwords(int words, int buckets) {
    this(words, buckets, null, null);
  }

  /**
   * Some buckets have a row.
   *
   * @param kept buckets, null for all of them
   * @param places row of each behind those of the words
   */
  Subwords(int words, int buckets, int[] kept, int[] places) {
    this.words = words;
    this.buckets = buckets;
    this.magic = buckets == 0 ? 0 : Long.divideUnsigned(-1L, buckets) + 1;
    if (kept == null) {
      this.keys = null;
      this.rows = null;
      return;
    }
    int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, kept.length)) << 2);
    this.keys = new int[capacity];
    this.rows = new int[capacity];
    Arrays.fill(keys, -1);
    for (int i = 0; i < kept.length; i++) {
      int slot = home(kept[i]);
      while (keys[slot] >= 0 && keys[slot] != kept[i]) {
        slot = (slot + 1) & (capacity - 1);
      }
      keys[slot] = kept[i];
      rows[slot] = places[i];
    }
  }

  private int home(int bucket) {
    return ((bucket * 0x9e3779b9) >>> 7) & (keys.length - 1);
  }

  /** Row of an n-gram by its 32-bit hash; negative where the model has not kept it. */
  int row(int hash) {
    return bucketRow(remainder(hash));
  }

  /** Row of a word n-gram by its 64-bit hash, unsigned. */
  int wideRow(long hash) {
    return bucketRow((int) Long.remainderUnsigned(hash, buckets));
  }

  /** Unsigned remainder by two multiplications (Lemire, arXiv 1902.01961). */
  int remainder(int hash) {
    long fraction = magic * (hash & 0xffffffffL);
    long high = Math.multiplyHigh(fraction, buckets) + ((fraction >> 63) & buckets);
    return (int) high;
  }

  private int bucketRow(int bucket) {
    if (keys == null) {
      return words + bucket;
    }
    int slot = home(bucket);
    while (keys[slot] >= 0) {
      if (keys[slot] == bucket) {
        return words + rows[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }
}
