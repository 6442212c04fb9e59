package io.sluice.filters.quality;

import io.sluice.ingest.config.Key;

/**
 * How a linear quality model is taught.
 *
 * @param bits log2 of the number of feature buckets
 * @param dimension length of the averaged embedding
 * @param epochs passes over the training texts
 * @param batch texts in a mini-batch
 * @param learningRate step size of Adam
 * @param minGroups a bucket is used only where it occurs in this many documents
 * @param heldOut share of documents kept apart to measure
 * @param seed of the split, the order of the texts and the initial weights
 */
public record TrainingSettings(
    @Key(doc = "log2 of the number of feature buckets", preset = "16", min = 8, max = 20) int bits,
    @Key(doc = "length of the averaged embedding", preset = "8", min = 1, max = 300) int dimension,
    @Key(doc = "passes over the training texts", preset = "4", min = 1, max = 1000) int epochs,
    @Key(doc = "texts in a mini-batch", preset = "128", min = 1, max = 4096) int batch,
    @Key(doc = "step size of Adam", preset = "0.05") double learningRate,
    @Key(
            doc = "a feature bucket is used only where it occurs in this many documents",
            preset = "3",
            min = 1)
        int minGroups,
    @Key(doc = "share of documents held out to measure, 0 to 0.9", preset = "0.15") double heldOut,
    @Key(doc = "seed of the split, the order and the initial weights", preset = "20260101")
        long seed) {

  public TrainingSettings {
    range("bits", bits, 8, 20);
    range("dimension", dimension, 1, 300);
    range("epochs", epochs, 1, 1000);
    range("batch", batch, 1, 4096);
    if ((long) batch << bits > 1 << 28) {
      throw new IllegalArgumentException(
          "batch: got " + batch + ", allowed up to " + ((1 << 28) >> bits) + " with bits " + bits);
    }
    range("min_groups", minGroups, 1, Integer.MAX_VALUE);
    if (!(learningRate > 0 && learningRate <= 10)) {
      throw new IllegalArgumentException(
          "learning_rate: got " + learningRate + ", allowed above 0, up to 10");
    }
    if (!(heldOut >= 0 && heldOut <= 0.9)) {
      throw new IllegalArgumentException("held_out: got " + heldOut + ", allowed 0..0.9");
    }
  }

  /** The defaults. */
  public static TrainingSettings standard() {
    return new TrainingSettings(16, 8, 4, 128, 0.05, 3, 0.15, 20260101L);
  }

  private static void range(String key, int got, int min, int max) {
    if (got < min || got > max) {
      throw new IllegalArgumentException(key + ": got " + got + ", allowed " + min + ".." + max);
    }
  }
}
