package io.sluice.dedup.semantic;

import io.sluice.ingest.text.Draw;

/** Seeded unit vectors for tests. */
public final class UnitVectors {
  private UnitVectors() {}

  /** {@code n} vectors around {@code topics} directions; the smaller the spread, the closer. */
  public static float[][] around(int n, int dimension, int topics, double spread, long seed) {
    float[][] vectors = new float[n][dimension];
    for (int i = 0; i < n; i++) {
      int topic = (int) (Draw.uniform(seed, "topic", Integer.toString(i)) * topics);
      double squares = 0;
      for (int d = 0; d < dimension; d++) {
        double value =
            gauss(seed, "centre" + topic + "," + d) + spread * gauss(seed, "own" + i + "," + d);
        vectors[i][d] = (float) value;
        squares += value * value;
      }
      for (int d = 0; d < dimension; d++) {
        vectors[i][d] /= (float) Math.sqrt(squares);
      }
    }
    return vectors;
  }

  private static double gauss(long seed, String id) {
    double u = 1 - Draw.uniform(seed, "radius", id);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * Draw.uniform(seed, "angle", id));
  }

  public static float[] flat(float[][] vectors) {
    int dimension = vectors[0].length;
    float[] flat = new float[vectors.length * dimension];
    for (int i = 0; i < vectors.length; i++) {
      System.arraycopy(vectors[i], 0, flat, i * dimension, dimension);
    }
    return flat;
  }

  public static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
