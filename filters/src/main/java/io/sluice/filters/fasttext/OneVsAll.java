package io.sluice.filters.fasttext;

/**
 * One logistic decision a label, from fastText's table of 512 values over -8 to 8; for the losses
 * one-vs-all and negative sampling.
 */
final class OneVsAll implements OutputLayer {
  private static final int STEPS = 512;
  private static final int GREATEST = 8;

  private final DenseMatrix weights;

  OneVsAll(DenseMatrix weights) {
    this.weights = weights;
  }

  @Override
  public int labels() {
    return Math.toIntExact(weights.rows());
  }

  @Override
  public void all(float[] vector, float[] probabilities) {
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = one(vector, i, probabilities);
    }
  }

  @Override
  public float one(float[] vector, int label, float[] scratch) {
    return sigmoid(weights.dot(label, vector)) + EPSILON;
  }

  private static float sigmoid(float x) {
    if (x < -GREATEST) {
      return 0;
    }
    if (x > GREATEST) {
      return 1;
    }
    int step = (int) ((x + GREATEST) * STEPS / GREATEST / 2);
    float at = (float) (step * 2 * GREATEST) / STEPS - GREATEST;
    return (float) (1 / (1 + Math.exp(-at)));
  }
}
