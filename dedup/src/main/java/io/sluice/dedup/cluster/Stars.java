package io.sluice.dedup.cluster;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Large-star and small-star, whose alternation turns any graph into stars around the smallest node
 * of each component (Kiveris et al., Connected Components in MapReduce and Beyond, SoCC 2014).
 *
 * <p>Each takes edges sorted by first node, then by second, then those marked moved first, with all
 * edges of a first node present, and streams: nothing is held but the last edge, so that a node may
 * have any number of neighbours. Repeated edges are taken once. When no edge of a whole round
 * (large-star, then small-star) comes out as moved, the graph is done: each edge leads from a node
 * to the smallest of its component, one edge a node.
 */
public final class Stars implements Iterator<Edge> {
  private enum Kind {
    LARGE,
    SMALL
  }

  private final Kind kind;
  private final Iterator<Edge> sorted;
  private final ArrayDeque<Edge> ready = new ArrayDeque<>(2);

  private Edge first;
  private Edge last;

  private Stars(Kind kind, Iterator<Edge> sorted) {
    this.kind = kind;
    this.sorted = sorted;
  }

  /**
   * Links each node's larger neighbours to the smallest of the node and its neighbours. Takes every
   * edge in both directions; gives edges from the larger node to the smaller.
   */
  public static Iterator<Edge> large(Iterator<Edge> sorted) {
    return new Stars(Kind.LARGE, sorted);
  }

  /**
   * Links each node and its smaller neighbours to the smallest of these. Takes each edge from the
   * larger node to the smaller, and gives such edges.
   */
  public static Iterator<Edge> small(Iterator<Edge> sorted) {
    return new Stars(Kind.SMALL, sorted);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && sorted.hasNext()) {
      take(sorted.next());
    }
    return !ready.isEmpty();
  }

  @Override
  public Edge next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void take(Edge edge) {
    boolean opens = last == null || !last.sameStart(edge);
    boolean repeats = !opens && last.sameEnd(edge);
    last = edge;
    if (opens) {
      first = edge;
    }
    if (repeats) {
      return;
    }
    if (kind == Kind.LARGE) {
      takeLarge(edge);
    } else {
      takeSmall(edge, opens);
    }
  }

  private void takeLarge(Edge edge) {
    if (edge.direction() >= 0) {
      return;
    }
    boolean shortcut = first.direction() > 0;
    long high = shortcut ? first.toHigh() : edge.high();
    long low = shortcut ? first.toLow() : edge.low();
    ready.add(new Edge(edge.toHigh(), edge.toLow(), high, low, shortcut));
  }

  private void takeSmall(Edge edge, boolean opens) {
    if (opens) {
      ready.add(edge);
    } else {
      ready.add(new Edge(edge.toHigh(), edge.toLow(), first.toHigh(), first.toLow(), true));
    }
  }
}
