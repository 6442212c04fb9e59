package io.sluice.filters.fasttext;

/**
 * One label of a prediction.
 *
 * @param label without fastText's prefix {@code __label__}
 * @param probability as fastText gives it: it adds 1e-5 to each probability whose logarithm it
 *     takes, so that a sure label may be a little over 1
 */
public record Prediction(String label, float probability) {}
