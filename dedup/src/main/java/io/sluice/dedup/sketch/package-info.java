/**
 * MinHash signatures: what the pass over text leaves behind so that duplicates can be found without
 * the text. Knows no Spark.
 *
 * <p>{@link io.sluice.dedup.sketch.SketchConfig} is the shape; {@link
 * io.sluice.dedup.sketch.Sketcher} makes a signature of a document's words; {@link
 * io.sluice.dedup.sketch.Signature} reads one; {@link io.sluice.dedup.sketch.ShingleSet} compares
 * shingles themselves; {@link io.sluice.dedup.sketch.CanonicalUrl} compares addresses; {@code
 * ExactHash} hashes a whole text; {@code LuceneWords} and {@code SimplifiedChinese} prepare it;
 * {@code Shingles} and {@code MinHash} are the two inner loops. Any module that holds words may
 * sketch them; {@code dedup.spark} and {@code codecorpus} read the result.
 */
package io.sluice.dedup.sketch;
