package io.sluice.filters.fasttext;

/** One logit a label, normalised by softmax. */
final class Softmax implements OutputLayer {
  private final DenseMatrix weights;

  Softmax(DenseMatrix weights) {
    this.weights = weights;
  }

  @Override
  public int labels() {
    return Math.toIntExact(weights.rows());
  }

  @Override
  public void all(float[] vector, float[] probabilities) {
    int labels = labels();
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < labels; i++) {
      probabilities[i] = weights.dot(i, vector);
      greatest = Math.max(greatest, probabilities[i]);
    }
    float total = 0;
    for (int i = 0; i < labels; i++) {
      probabilities[i] = (float) Math.exp(probabilities[i] - greatest);
      total += probabilities[i];
    }
    for (int i = 0; i < labels; i++) {
      probabilities[i] = probabilities[i] / total + EPSILON;
    }
  }

  @Override
  public float one(float[] vector, int label, float[] scratch) {
    all(vector, scratch);
    return scratch[label];
  }
}
