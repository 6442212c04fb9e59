/**
 * Trained text-quality models: the linear family of fastText's architecture (Joulin et al., arXiv
 * 1607.01759), taught by Deeplearning4j and served by a plain loop over one flat array.
 *
 * <ul>
 *   <li>{@link io.sluice.filters.quality.QualityModels}: the model of a language, embedded or the
 *       user's own. Any stage may call it.
 *   <li>{@link io.sluice.filters.quality.LinearModel}: one immutable model, text to P(high
 *       quality). Any stage may call it.
 *   <li>{@link io.sluice.filters.quality.ModelCard}: what a model's file says of itself.
 *   <li>{@link io.sluice.filters.quality.FeatureSpec}, {@link
 *       io.sluice.filters.quality.HashedFeatures}: text to hashed word and character n-grams.
 *   <li>{@link io.sluice.filters.quality.LinearTrainer}, {@link
 *       io.sluice.filters.quality.TrainingSettings}, {@link
 *       io.sluice.filters.quality.TrainingReport}: labelled texts to a model. Called by training
 *       commands only; the only classes here that need Deeplearning4j.
 *   <li>{@link io.sluice.filters.quality.LabelledText}, {@link
 *       io.sluice.filters.quality.LabelledTexts}: what a model is taught from, and its reader.
 *   <li>{@link io.sluice.filters.quality.BinaryMetrics}: precision, recall, area under the ROC
 *       curve.
 *   <li>{@link io.sluice.filters.quality.TrainQualityModel}: the command line of {@code
 *       filters/models/train}.
 * </ul>
 */
package io.sluice.filters.quality;
