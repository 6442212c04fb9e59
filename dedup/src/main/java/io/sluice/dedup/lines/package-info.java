/**
 * Documents as JSON lines, read for deduplication alone. Knows no Spark.
 *
 * <p>{@link io.sluice.dedup.lines.LineSplit} is a stretch of a file; {@link
 * io.sluice.dedup.lines.LineReader} gives its lines as bytes and where each begins; {@link
 * io.sluice.dedup.lines.LineDocument} reads one. Called by {@code dedup.spark}.
 */
package io.sluice.dedup.lines;
