package io.sluice.filters.quality;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A linear text classifier: the mean of the embeddings of a text's hashed features, a weighted sum
 * of it, and the logistic function (Joulin et al., arXiv 1607.01759).
 *
 * <p>The embedding matrix E (buckets × dimension) and the output vector v meet in a product and
 * nowhere else, mean(E[f]) · v = mean((E v)[f]). So the model holds E v alone, one number a bucket:
 * the same function at one addition a feature.
 *
 * <p>Immutable, for any number of threads.
 */
public final class LinearModel {
  private final ModelCard card;
  private final HashedFeatures features;
  private final float bias;
  private final float[] weights;

  /**
   * @param card what the model is
   * @param bias added to the mean weight
   * @param weights a finite number a bucket, {@code card.features().buckets()} of them
   */
  LinearModel(ModelCard card, float bias, float[] weights) {
    if (weights.length != card.features().buckets()) {
      throw new IllegalArgumentException(
          "weights: got " + weights.length + ", allowed " + card.features().buckets());
    }
    boolean finite = Float.isFinite(bias);
    for (float weight : weights) {
      finite &= Float.isFinite(weight);
    }
    if (!finite) {
      throw new IllegalArgumentException("weights: got NaN or infinity, allowed finite numbers");
    }
    this.card = card;
    this.features = new HashedFeatures(card.features());
    this.bias = bias;
    this.weights = weights.clone();
  }

  /**
   * Reads a model's file.
   *
   * @throws io.sluice.ingest.config.UserError where it cannot be read or is no model's file
   */
  public static LinearModel read(Path file) {
    return ModelFile.read(file);
  }

  /** Writes the model's file: the same model always gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    ModelFile.write(this, out);
  }

  /** What the model is. */
  public ModelCard card() {
    return card;
  }

  /**
   * P(high quality).
   *
   * @param text any text; of a long one only three windows are read
   * @return 0..1; 0 where the text has no feature (nothing but white space and controls)
   */
  public float score(CharSequence text) {
    Sum sum = new Sum(weights);
    features.each(text, sum);
    if (sum.count == 0) {
      return 0f;
    }
    double logit = sum.total / sum.count + bias;
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  float bias() {
    return bias;
  }

  float[] weights() {
    return weights.clone();
  }

  private static final class Sum implements FeatureSink {
    private final float[] weights;
    private double total;
    private int count;

    Sum(float[] weights) {
      this.weights = weights;
    }

    @Override
    public void accept(int bucket) {
      total += weights[bucket];
      count++;
    }
  }
}
