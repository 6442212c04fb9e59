package io.sluice.dedup.semantic;

import java.io.Serializable;
import java.util.Arrays;

/** Cluster centres of unit length; immutable once made, and shared by threads. */
public final class Centroids implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int dimension;
  private final int count;
  private final Panel[] panels;

  /**
   * Takes copies of the centres.
   *
   * @param dimension floats a vector
   * @param values the unit vectors, one after another; at least one
   */
  public Centroids(int dimension, float[] values) {
    this.dimension = dimension;
    this.count = values.length / dimension;
    if (count == 0 || values.length % dimension != 0) {
      throw new IllegalArgumentException(
          values.length + " floats are no vectors of " + dimension + " dimensions");
    }
    this.panels = new Panel[(count + Panel.WIDTH - 1) / Panel.WIDTH];
    for (int c = 0; c < count; c++) {
      int at = c / Panel.WIDTH;
      if (panels[at] == null) {
        panels[at] = new Panel(dimension);
      }
      panels[at].add(values, c * dimension);
    }
  }

  /** Floats a vector. */
  public int dimension() {
    return dimension;
  }

  /** Number of centres. */
  public int count() {
    return count;
  }

  /**
   * The nearest centre of each of some vectors; the lower number where two are as near.
   *
   * @param vectors unit vectors, one after another
   * @param from number of the first vector
   * @param to number after the last vector
   * @param cluster gets the number of the centre of vector {@code i} at {@code i}
   * @param cosine gets its cosine to that centre at {@code i}
   */
  public void nearest(float[] vectors, int from, int to, int[] cluster, float[] cosine) {
    Arrays.fill(cosine, from, to, Float.NEGATIVE_INFINITY);
    float[] products = new float[Panel.WIDTH];
    for (int p = 0; p < panels.length; p++) {
      int size = panels[p].size();
      for (int i = from; i < to; i++) {
        panels[p].products(vectors, i * dimension, products);
        float best = cosine[i];
        int nearest = cluster[i];
        for (int j = 0; j < size; j++) {
          if (products[j] > best) {
            best = products[j];
            nearest = p * Panel.WIDTH + j;
          }
        }
        cosine[i] = best;
        cluster[i] = nearest;
      }
    }
  }

  /** The centres, one after another. */
  public float[] values() {
    float[] values = new float[count * dimension];
    float[] vector = new float[dimension];
    for (int c = 0; c < count; c++) {
      panels[c / Panel.WIDTH].get(c % Panel.WIDTH, vector);
      System.arraycopy(vector, 0, values, c * dimension, dimension);
    }
    return values;
  }
}
