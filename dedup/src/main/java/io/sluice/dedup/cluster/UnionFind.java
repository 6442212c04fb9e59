package io.sluice.dedup.cluster;

/**
 * Connected components of a group that fits in memory (Tarjan's union-find with path halving). The
 * root of a set is its smallest member, so that roots do not depend on the order of the joins.
 */
public final class UnionFind {
  private final int[] parents;

  /** {@code size} sets of one member each, 0..size-1. */
  public UnionFind(int size) {
    parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  /** The smallest member of the set that holds {@code member}. */
  public int root(int member) {
    int at = member;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Joins two members' sets and says whether they were two. */
  public boolean join(int one, int other) {
    int a = root(one);
    int b = root(other);
    if (a == b) {
      return false;
    }
    parents[Math.max(a, b)] = Math.min(a, b);
    return true;
  }
}
