package io.sluice.filters.fasttext;

import java.util.function.IntToLongFunction;

/** A binary Huffman tree over the labels with a logistic decision at each inner node. */
final class HierarchicalSoftmax implements OutputLayer {
  private final DenseMatrix weights;
  private final int labels;
  private final int[] left;
  private final int[] right;
  private final int[] parent;

  /** The tree that fastText builds for labels of these counts, given in decreasing order. */
  HierarchicalSoftmax(DenseMatrix weights, int labels, IntToLongFunction counts) {
    this.weights = weights;
    this.labels = labels;
    int nodes = 2 * labels - 1;
    left = new int[nodes];
    right = new int[nodes];
    parent = new int[nodes];
    long[] weight = new long[nodes];
    for (int i = 0; i < nodes; i++) {
      weight[i] = i < labels ? counts.applyAsLong(i) : (long) 1e15;
    }
    int leaf = labels - 1;
    int node = labels;
    for (int i = labels; i < nodes; i++) {
      int first = leaf >= 0 && weight[leaf] < weight[node] ? leaf-- : node++;
      int second = leaf >= 0 && weight[leaf] < weight[node] ? leaf-- : node++;
      left[i] = first;
      right[i] = second;
      weight[i] = weight[first] + weight[second];
      parent[first] = i;
      parent[second] = i;
    }
  }

  @Override
  public int labels() {
    return labels;
  }

  private float toTheRight(int node, float[] vector) {
    return (float) (1 / (1 + Math.exp(-weights.dot(node - labels, vector))));
  }

  @Override
  public void all(float[] vector, float[] probabilities) {
    if (labels == 1) {
      probabilities[0] = 1;
      return;
    }
    float[] reached = new float[left.length];
    reached[left.length - 1] = 1;
    for (int node = left.length - 1; node >= labels; node--) {
      float share = toTheRight(node, vector);
      reached[left[node]] = reached[node] * (1 - share + EPSILON);
      reached[right[node]] = reached[node] * (share + EPSILON);
    }
    System.arraycopy(reached, 0, probabilities, 0, labels);
  }

  @Override
  public float one(float[] vector, int label, float[] scratch) {
    float probability = 1;
    int node = label;
    while (node != left.length - 1) {
      int above = parent[node];
      float share = toTheRight(above, vector);
      probability *= (right[above] == node ? share : 1 - share) + EPSILON;
      node = above;
    }
    return probability;
  }
}
