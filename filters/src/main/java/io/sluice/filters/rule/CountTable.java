package io.sluice.filters.rule;

import java.util.Arrays;

/**
 * Counts 64-bit keys by open addressing; used again for each text without being wiped: a slot is
 * free unless it carries the present generation. Keys must be well mixed.
 */
final class CountTable {
  private static final int SMALLEST = 1 << 10;

  private long[] keys = new long[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int[] generations = new int[SMALLEST];
  private int generation;
  private int mask;

  /** Forgets all keys and makes room for so many. */
  void clear(int expected) {
    if (expected > 1 << 28) {
      throw new IllegalArgumentException("expected: got " + expected + ", allowed at most 2^28");
    }
    int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected)) << 2);
    if (capacity > keys.length || capacity < keys.length >>> 6) {
      keys = new long[capacity];
      counts = new int[capacity];
      generations = new int[capacity];
      generation = 0;
    }
    mask = capacity - 1;
    if (++generation < 0) {
      Arrays.fill(generations, 0);
      generation = 1;
    }
  }

  /** Counts the key once more and returns its count, 1 for a new one. */
  int add(long key) {
    int slot = slot(key);
    if (generations[slot] != generation) {
      generations[slot] = generation;
      keys[slot] = key;
      counts[slot] = 0;
    }
    return ++counts[slot];
  }

  /** How often the key was added. */
  int count(long key) {
    int slot = slot(key);
    return generations[slot] == generation ? counts[slot] : 0;
  }

  private int slot(long key) {
    int slot = (int) key & mask;
    while (generations[slot] == generation && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
