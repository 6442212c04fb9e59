package io.sluice.filters.quality;

import java.util.Arrays;

/**
 * How well scores separate two classes.
 *
 * @param examples number of scored texts
 * @param positives how many of them are labelled high quality
 * @param precision share of true positives among scores of at least 0.5; 0 where there are none
 * @param recall share of the positives with a score of at least 0.5; 0 where there are none
 * @param rocAuc probability that a random positive scores above a random negative, ties counting
 *     one half; 0.5 where a class is empty
 */
public record BinaryMetrics(
    long examples, long positives, double precision, double recall, double rocAuc) {

  /**
   * Metrics of scores against labels.
   *
   * @param scores a score a text, any finite numbers; larger is better
   * @param labels true where the text is labelled high quality; same length
   */
  public static BinaryMetrics of(double[] scores, boolean[] labels) {
    if (scores.length != labels.length) {
      throw new IllegalArgumentException(
          "labels: got " + labels.length + ", allowed as many as scores, " + scores.length);
    }
    long positives = 0;
    long taken = 0;
    long hits = 0;
    for (int i = 0; i < scores.length; i++) {
      positives += labels[i] ? 1 : 0;
      taken += scores[i] >= 0.5 ? 1 : 0;
      hits += labels[i] && scores[i] >= 0.5 ? 1 : 0;
    }
    return new BinaryMetrics(
        scores.length,
        positives,
        taken == 0 ? 0 : (double) hits / taken,
        positives == 0 ? 0 : (double) hits / positives,
        rocAuc(scores, labels, positives));
  }

  /** The Mann-Whitney statistic from mid-ranks. */
  private static double rocAuc(double[] scores, boolean[] labels, long positives) {
    int n = scores.length;
    long negatives = n - positives;
    if (positives == 0 || negatives == 0) {
      return 0.5;
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    double ranks = 0;
    int from = 0;
    while (from < n) {
      int to = from;
      long tied = 0;
      while (to < n && scores[order[to]] == scores[order[from]]) {
        tied += labels[order[to]] ? 1 : 0;
        to++;
      }
      ranks += tied * (from + 1 + to) / 2.0;
      from = to;
    }
    return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }
}
