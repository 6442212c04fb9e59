package io.sluice.mixer.plan;

import java.util.List;

/**
 * Classes of duplicate-cluster size: how many near-duplicates a surviving document stood for. The
 * classes are those by which FineWeb-2 up-samples (arXiv 2506.20920).
 */
final class ClusterClass {
  private static final long[] SMALLEST = {1, 2, 3, 5, 100, 1000};

  /** Names by class number, as recipes write them. */
  static final List<String> NAMES = List.of("1", "2", "3-4", "5-99", "100-999", "1000+");

  private ClusterClass() {}

  /** The class 0..5 of a cluster of this size; sizes below 1 count as 1. */
  static int of(long size) {
    int found = 0;
    while (found + 1 < SMALLEST.length && size >= SMALLEST[found + 1]) {
      found++;
    }
    return found;
  }
}
