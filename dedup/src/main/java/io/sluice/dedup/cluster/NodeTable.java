package io.sluice.dedup.cluster;

/**
 * The smallest node seen of each 64-bit bucket key: open addressing in flat arrays, 24 bytes a
 * slot, at most two thirds full. Grows with the number of distinct keys, not of entries.
 */
final class NodeTable {
  private static final int FIRST = 1 << 12;

  private long[] keys = new long[FIRST];
  private long[] highs = new long[FIRST];
  private long[] lows = new long[FIRST];
  private boolean[] taken = new boolean[FIRST];
  private int size;

  void offer(long key, long high, long low) {
    int slot = slot(key);
    if (!taken[slot]) {
      taken[slot] = true;
      keys[slot] = key;
      highs[slot] = high;
      lows[slot] = low;
      if (++size > keys.length / 3 * 2) {
        grow();
      }
    } else if (high < highs[slot] || (high == highs[slot] && low < lows[slot])) {
      highs[slot] = high;
      lows[slot] = low;
    }
  }

  /** Where a key stands or would stand. */
  int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (taken[slot] && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  long high(int slot) {
    return highs[slot];
  }

  long low(int slot) {
    return lows[slot];
  }

  int size() {
    return size;
  }

  private void grow() {
    final long[] oldKeys = keys;
    final long[] oldHighs = highs;
    final long[] oldLows = lows;
    final boolean[] oldTaken = taken;
    int capacity = Math.multiplyExact(keys.length, 2);
    keys = new long[capacity];
    highs = new long[capacity];
    lows = new long[capacity];
    taken = new boolean[capacity];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldTaken[i]) {
        int slot = slot(oldKeys[i]);
        taken[slot] = true;
        keys[slot] = oldKeys[i];
        highs[slot] = oldHighs[i];
        lows[slot] = oldLows[i];
      }
    }
  }
}
