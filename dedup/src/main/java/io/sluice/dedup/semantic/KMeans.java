package io.sluice.dedup.semantic;

import io.sluice.ingest.text.Hash128;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Spherical k-means: unit vectors, each to the centre of the greatest cosine, each centre the
 * normalised sum of its members. Starts from different vectors drawn by seed; a centre that lost
 * its members starts again at the vector that is farthest from its own. Uses the JVM's common pool;
 * the result is the same whatever its size.
 */
public final class KMeans {
  private static final int CHUNK = 256;

  private final float[] vectors;
  private final int dimension;
  private final int n;
  private final int[] cluster;
  private final float[] cosine;

  private KMeans(float[] vectors, int dimension) {
    this.vectors = vectors;
    this.dimension = dimension;
    this.n = vectors.length / dimension;
    this.cluster = new int[n];
    this.cosine = new float[n];
  }

  /**
   * Fits centres.
   *
   * @param vectors unit vectors, one after another; at least one
   * @param dimension floats a vector
   * @param k centres wanted; fewer come where fewer vectors differ
   * @param iterations rounds at most; stops earlier where nothing moves any more
   */
  public static Centroids fit(float[] vectors, int dimension, int k, int iterations, long seed) {
    if (vectors.length == 0 || vectors.length % dimension != 0) {
      throw new IllegalArgumentException(
          vectors.length + " floats are no vectors of " + dimension + " dimensions");
    }
    if (k < 1) {
      throw new IllegalArgumentException("k: got " + k + ", allowed 1 and over");
    }
    return new KMeans(vectors, dimension).fit(k, iterations, seed);
  }

  private Centroids fit(int k, int iterations, long seed) {
    Centroids centroids = start(k, seed);
    int[] before = null;
    for (int round = 0; round < iterations; round++) {
      assign(centroids);
      if (Arrays.equals(before, cluster)) {
        break;
      }
      before = cluster.clone();
      centroids = new Centroids(dimension, means(centroids.count()));
    }
    return centroids;
  }

  private Centroids start(int k, long seed) {
    long[] draws = new long[n];
    for (int i = 0; i < n; i++) {
      draws[i] = Hash128.mix(Hash128.mix(seed) + i);
    }
    Set<FloatBuffer> different = new HashSet<>();
    List<Integer> chosen = new ArrayList<>();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(i -> draws[i]).thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    for (int i : order) {
      if (chosen.size() == k) {
        break;
      }
      if (different.add(FloatBuffer.wrap(vectors, i * dimension, dimension))) {
        chosen.add(i);
      }
    }
    float[] values = new float[chosen.size() * dimension];
    for (int c = 0; c < chosen.size(); c++) {
      System.arraycopy(vectors, chosen.get(c) * dimension, values, c * dimension, dimension);
    }
    return new Centroids(dimension, values);
  }

  private void assign(Centroids centroids) {
    IntStream.range(0, (n + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            c ->
                centroids.nearest(
                    vectors, c * CHUNK, Math.min(n, (c + 1) * CHUNK), cluster, cosine));
  }

  /** Normalised sums in the order of the vectors. */
  private float[] means(int k) {
    double[] sums = new double[k * dimension];
    int[] members = new int[k];
    for (int i = 0; i < n; i++) {
      members[cluster[i]]++;
      int at = cluster[i] * dimension;
      for (int d = 0; d < dimension; d++) {
        sums[at + d] += vectors[i * dimension + d];
      }
    }
    refill(sums, members);
    float[] values = new float[k * dimension];
    for (int c = 0; c < k; c++) {
      normalise(sums, values, c * dimension);
    }
    return values;
  }

  /** Puts the farthest vectors, each once, where centres have no members. */
  private void refill(double[] sums, int[] members) {
    int[] empty = IntStream.range(0, members.length).filter(c -> members[c] == 0).toArray();
    if (empty.length == 0) {
      return;
    }
    int[] farthest =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> cosine[i]).thenComparing(i -> i))
            .limit(empty.length)
            .mapToInt(i -> i)
            .toArray();
    for (int e = 0; e < empty.length; e++) {
      for (int d = 0; d < dimension; d++) {
        sums[empty[e] * dimension + d] = vectors[farthest[e] * dimension + d];
      }
    }
  }

  private void normalise(double[] sums, float[] values, int at) {
    double squares = 0;
    for (int d = 0; d < dimension; d++) {
      squares += sums[at + d] * sums[at + d];
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int d = 0; d < dimension; d++) {
      values[at + d] = (float) (sums[at + d] * scale);
    }
  }
}
