package io.sluice.dedup.spark;

import java.util.List;

/**
 * What a run did, counted in the files it wrote.
 *
 * @param documents documents in
 * @param groups documents left after exact deduplication
 * @param edges number of edges before the first round of connected components and after each; empty
 *     where MinHash is off
 */
public record DedupReport(long documents, long groups, List<Long> edges) {
  public DedupReport {
    edges = List.copyOf(edges);
  }

  /** Rounds of large-star and small-star, the last of which changed nothing. */
  public int rounds() {
    return Math.max(0, edges.size() - 1);
  }
}
