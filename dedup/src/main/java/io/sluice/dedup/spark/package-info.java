/**
 * Deduplication's thin Spark stages.
 *
 * <p>{@link io.sluice.dedup.spark.MinHashDedup} runs exact and MinHash deduplication over narrow
 * columns and gives the verdict table; {@link io.sluice.dedup.spark.DedupInput} and {@link
 * io.sluice.dedup.spark.VerdictRows} name the columns in and out; {@link
 * io.sluice.dedup.spark.DedupReport} is what the run log says. {@code UrlDuplicates}, {@code
 * Candidates} (over {@code Entries}), {@code Similarities}, {@code Components} and {@code Verdicts}
 * are its steps, {@code WorkFolder} is where they meet. Called by {@code jobs} alone.
 */
package io.sluice.dedup.spark;
