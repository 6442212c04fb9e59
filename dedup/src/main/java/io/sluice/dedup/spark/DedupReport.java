package io.sluice.dedup.spark;

import java.util.List;

/**
 * What a run did, counted in the files it wrote.
 *
 * @param documents documents in, those of earlier runs among them
 * @param edges number of edges before the first round of connected components and after each
 */
public record DedupReport(long documents, List<Long> edges) {
  public DedupReport {
    edges = List.copyOf(edges);
  }

  /** Rounds of contraction, large-star and small-star, or finishing in memory. */
  public int rounds() {
    return Math.max(0, edges.size() - 1);
  }
}
