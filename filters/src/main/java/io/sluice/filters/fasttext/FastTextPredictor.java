package io.sluice.filters.fasttext;

import java.util.List;
import java.util.stream.IntStream;

/** Predicts labels as fastText's {@code predict} does. One instance serves one thread. */
public final class FastTextPredictor {
  private final FastTextModel model;
  private final TextVector vector;
  private final Utf8 utf8 = new Utf8();
  private final float[] mean;
  private final float[] probabilities;

  /** A predictor of a model. */
  public FastTextPredictor(FastTextModel model) {
    this.model = model;
    this.vector = new TextVector(model);
    this.mean = new float[model.dimension()];
    this.probabilities = new float[model.labels().size()];
  }

  /**
   * The most probable labels of a line, the most probable first; as in fastText, none of a
   * probability under 1e-5, and none at all where the model has no vector for any of the line.
   *
   * @param line what follows a line feed in it is left out
   * @param labels how many at most
   */
  public List<Prediction> predict(CharSequence line, int labels) {
    if (!fill(line)) {
      return List.of();
    }
    return IntStream.range(0, probabilities.length)
        .filter(i -> probabilities[i] >= OutputLayer.EPSILON)
        .boxed()
        .sorted((a, b) -> Float.compare(probabilities[b], probabilities[a]))
        .limit(labels)
        .map(i -> new Prediction(model.labels().get(i), probabilities[i]))
        .toList();
  }

  /** Number of the most probable label, negative where there is none. */
  public int best(CharSequence line) {
    if (!fill(line)) {
      return -1;
    }
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private boolean fill(CharSequence line) {
    utf8.clear();
    utf8.add(line, 0, line.length());
    vector.clear();
    vector.addLine(utf8.bytes(), 0, utf8.length());
    if (vector.rows() == 0) {
      return false;
    }
    vector.mean(mean);
    model.probabilities(mean, probabilities);
    return true;
  }
}
