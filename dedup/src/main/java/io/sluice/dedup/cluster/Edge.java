package io.sluice.dedup.cluster;

/**
 * An edge between two nodes, each a 128-bit number in two signed halves. Nodes compare by the high
 * half, then by the low, both signed.
 *
 * @param high high half of the first node
 * @param low low half of the first node
 * @param toHigh high half of the second node
 * @param toLow low half of the second node
 * @param moved whether the round that made the edge changed anything there
 */
public record Edge(long high, long low, long toHigh, long toLow, boolean moved) {
  /** Whether both edges start at the same node. */
  boolean sameStart(Edge other) {
    return high == other.high && low == other.low;
  }

  /** Whether both edges lead to the same node. */
  boolean sameEnd(Edge other) {
    return toHigh == other.toHigh && toLow == other.toLow;
  }

  /** Negative, 0 or positive as the first node is before, at or after the second. */
  int direction() {
    int order = Long.compare(high, toHigh);
    return order != 0 ? order : Long.compare(low, toLow);
  }
}
