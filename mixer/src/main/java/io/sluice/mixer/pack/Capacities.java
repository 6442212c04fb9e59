package io.sluice.mixer.pack;

import java.util.Arrays;

/**
 * Open rows by what room they have left: a segment tree over 0..limit that finds the tightest row
 * with enough room in O(log limit), and for each room a stack of rows.
 */
final class Capacities {
  private static final int NONE = -1;

  private final int leaves;
  private final boolean[] occupied;
  private final int[] top;
  private int[] below = new int[16];

  Capacities(int limit) {
    this.leaves = Integer.highestOneBit(Math.max(1, limit)) << 1;
    this.occupied = new boolean[2 * leaves];
    this.top = new int[limit + 1];
    Arrays.fill(top, NONE);
  }

  /** Files a row under the room it has left. */
  void put(int row, int room) {
    if (row >= below.length) {
      below = Arrays.copyOf(below, Math.max(row + 1, 2 * below.length));
    }
    below[row] = top[room];
    top[room] = row;
    for (int node = leaves + room; node > 0 && !occupied[node]; node >>= 1) {
      occupied[node] = true;
    }
  }

  /** The smallest room of at least this size that some row has, or -1. */
  int tightest(int atLeast) {
    int node = leaves + atLeast;
    while (!occupied[node]) {
      while ((node & 1) == 1) {
        node >>= 1;
      }
      if (node == 0) {
        return NONE;
      }
      node++;
    }
    while (node < leaves) {
      node = occupied[2 * node] ? 2 * node : 2 * node + 1;
    }
    return node - leaves;
  }

  /** Takes a row that has exactly this room; there must be one. */
  int take(int room) {
    int row = top[room];
    top[room] = below[row];
    if (top[room] == NONE) {
      int node = leaves + room;
      occupied[node] = false;
      for (node >>= 1; node > 0; node >>= 1) {
        occupied[node] = occupied[2 * node] || occupied[2 * node + 1];
      }
    }
    return row;
  }

  /** Forgets every row. */
  void clear() {
    Arrays.fill(occupied, false);
    Arrays.fill(top, NONE);
  }
}
