/**
 * Passages that several documents share: whole lines, and runs of words of a least length. Knows no
 * Spark.
 *
 * <p>{@link io.sluice.dedup.passage.PassageConfig} is the section; {@link
 * io.sluice.dedup.passage.Lines} and {@link io.sluice.dedup.passage.Runs} hash what a text holds;
 * {@link io.sluice.dedup.passage.Spans} are stretches of a text to take out. Called by {@code
 * dedup.spark}.
 */
package io.sluice.dedup.passage;
