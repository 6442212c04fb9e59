package io.sluice.dedup.cluster;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Edges contracted in memory, so many at a time: what comes out has the same connected components,
 * one edge from each node to the smallest of its component among the edges taken together. Where
 * all edges are taken at once, the components are done.
 */
public final class Forest implements Iterator<Edge> {
  private final Iterator<Edge> edges;
  private final int most;
  private long[] highs;
  private long[] lows;
  private int[] roots;
  private int nodes;
  private int at;

  /**
   * @param most edges taken together: about 100 bytes of memory each
   */
  public Forest(Iterator<Edge> edges, int most) {
    this.edges = edges;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    while (true) {
      while (at < nodes && roots[at] == at) {
        at++;
      }
      if (at < nodes) {
        return true;
      }
      if (!edges.hasNext()) {
        return false;
      }
      contract();
    }
  }

  @Override
  public Edge next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int root = roots[at];
    Edge edge = new Edge(highs[at], lows[at], highs[root], lows[root], false);
    at++;
    return edge;
  }

  private void contract() {
    long[] endHighs = new long[1024];
    long[] endLows = new long[1024];
    int ends = 0;
    while (edges.hasNext() && ends < 2L * most) {
      Edge edge = edges.next();
      if (ends + 2 > endHighs.length) {
        endHighs = Arrays.copyOf(endHighs, ends * 2);
        endLows = Arrays.copyOf(endLows, ends * 2);
      }
      endHighs[ends] = edge.high();
      endLows[ends++] = edge.low();
      endHighs[ends] = edge.toHigh();
      endLows[ends++] = edge.toLow();
    }
    number(endHighs, endLows, ends);
  }

  /** Numbers the nodes in their order, so that the smallest member of a set is its root. */
  private void number(long[] endHighs, long[] endLows, int ends) {
    int[] order = new int[ends];
    Arrays.setAll(order, i -> i);
    IntArrays.quickSort(
        order,
        (a, b) -> {
          int compared = Long.compare(endHighs[a], endHighs[b]);
          return compared != 0 ? compared : Long.compare(endLows[a], endLows[b]);
        });
    int[] numbers = new int[ends];
    highs = new long[ends];
    lows = new long[ends];
    nodes = 0;
    for (int end : order) {
      boolean repeats =
          nodes > 0 && highs[nodes - 1] == endHighs[end] && lows[nodes - 1] == endLows[end];
      if (!repeats) {
        highs[nodes] = endHighs[end];
        lows[nodes++] = endLows[end];
      }
      numbers[end] = nodes - 1;
    }
    UnionFind sets = new UnionFind(nodes);
    for (int i = 0; i < ends; i += 2) {
      sets.join(numbers[i], numbers[i + 1]);
    }
    roots = new int[nodes];
    Arrays.setAll(roots, sets::root);
    at = 0;
  }
}
