/**
 * Reads fastText's supervised models ({@code .bin} and {@code .ftz}) and predicts with them: the
 * same labels and probabilities as fastText (arXiv 1607.01759, 1612.03651), several times as fast.
 * Knows no Spark.
 *
 * <ul>
 *   <li>{@link io.sluice.filters.fasttext.FastTextModel}: a model, immutable, shared by all
 *       threads. Called by {@code filters.lang}.
 *   <li>{@link io.sluice.filters.fasttext.TextVector}: sums the vectors of a text's tokens; one a
 *       thread.
 *   <li>{@link io.sluice.filters.fasttext.FastTextPredictor}: a line to its most probable labels,
 *       as fastText's own {@code predict}; one a thread.
 *   <li>{@link io.sluice.filters.fasttext.Prediction}: a label and its probability.
 *   <li>{@link io.sluice.filters.fasttext.Utf8}: a growing buffer of UTF-8.
 *   <li>Inside: {@code ModelReader} and {@code LittleEndian} read the file, {@code Settings} are
 *       its arguments; {@code Vocabulary} (words and labels), {@code Subwords} (n-gram buckets,
 *       pruned or not), {@code InputMatrix} ({@code DenseMatrix}, {@code QuantizedMatrix} with
 *       {@code ProductQuantizer}), {@code OutputLayer} ({@code HierarchicalSoftmax}, {@code
 *       Softmax}, {@code OneVsAll}), {@code TokenCache} (the sums of frequent tokens).
 * </ul>
 */
package io.sluice.filters.fasttext;
