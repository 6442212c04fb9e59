package io.sluice.filters.quality;

/**
 * What training measured.
 *
 * @param examples texts it was taught from
 * @param positives how many of them were labelled high quality
 * @param heldOut metrics on the texts kept apart; documents are kept apart whole
 * @param lengthRocAuc area under the ROC curve of the text's length alone on the same held-out
 *     texts, the better of "longer is better" and "shorter is better": what a model that knows
 *     nothing but length would reach
 */
public record TrainingReport(
    long examples, long positives, BinaryMetrics heldOut, double lengthRocAuc) {}
