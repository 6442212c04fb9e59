package io.sluice.dedup.semantic;

import java.util.Arrays;

/**
 * Chooses the centres of a corpus from a sample of it: k-means, and then, wherever the sample says
 * that a cluster of the corpus will hold more than {@code max_cluster} vectors, k-means again
 * inside it with k = ceil(size / max_cluster), and so on, as far as the sample can tell vectors
 * apart.
 */
public final class ClusterPlan {
  private static final int DEEPEST = 8;

  /** Sample vectors a centre: fewer say nothing about where its cluster lies. */
  private static final int MEMBERS_A_CENTRE = 4;

  private final SemanticConfig config;
  private final int dimension;
  private final double weight;
  private float[] leaves = new float[0];
  private int filled;

  private ClusterPlan(SemanticConfig config, int dimension, double weight) {
    this.config = config;
    this.dimension = dimension;
    this.weight = weight;
  }

  /**
   * The centres, all of one level.
   *
   * @param sample unit vectors drawn evenly from the corpus, one after another
   * @param dimension floats a vector
   * @param total vectors of the corpus
   */
  public static Centroids fit(float[] sample, int dimension, long total, SemanticConfig config) {
    int n = sample.length / dimension;
    int k = config.clusters() > 0 ? config.clusters() : automatic(total, n);
    ClusterPlan plan = new ClusterPlan(config, dimension, (double) total / n);
    plan.divide(sample, Math.min(k, n), 0);
    return new Centroids(dimension, Arrays.copyOf(plan.leaves, plan.filled));
  }

  private static int automatic(long total, int n) {
    return (int) Math.max(1, Math.min(Math.round(Math.sqrt((double) total)), n / MEMBERS_A_CENTRE));
  }

  private void divide(float[] vectors, int k, int depth) {
    int n = vectors.length / dimension;
    Centroids centroids =
        KMeans.fit(vectors, dimension, k, config.iterations(), config.seed() + depth);
    int[] cluster = new int[n];
    centroids.nearest(vectors, 0, n, cluster, new float[n]);
    int[] members = new int[centroids.count()];
    for (int c : cluster) {
      members[c]++;
    }
    float[] values = centroids.values();
    for (int c = 0; c < centroids.count(); c++) {
      if (members[c] == 0) {
        continue;
      }
      int parts = parts(members[c]);
      if (parts < 2 || depth == DEEPEST || (depth > 0 && members[c] == n)) {
        leaf(values, c);
      } else {
        divide(members(vectors, cluster, c, members[c]), parts, depth + 1);
      }
    }
  }

  private int parts(int members) {
    long wanted = (long) Math.ceil(members * weight / config.maxCluster());
    return (int) Math.min(wanted, members / MEMBERS_A_CENTRE);
  }

  private float[] members(float[] vectors, int[] cluster, int c, int count) {
    float[] own = new float[count * dimension];
    int at = 0;
    for (int i = 0; i < cluster.length; i++) {
      if (cluster[i] == c) {
        System.arraycopy(vectors, i * dimension, own, at, dimension);
        at += dimension;
      }
    }
    return own;
  }

  private void leaf(float[] values, int c) {
    if (filled + dimension > leaves.length) {
      leaves = Arrays.copyOf(leaves, Math.max(2 * leaves.length, 64 * dimension));
    }
    System.arraycopy(values, c * dimension, leaves, filled, dimension);
    filled += dimension;
  }
}
