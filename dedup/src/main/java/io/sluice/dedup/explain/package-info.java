/**
 * Two texts side by side with the differing words marked, for a person to judge a pair by. Knows no
 * Spark.
 *
 * <p>{@link io.sluice.dedup.explain.WordDiff} compares two texts word by word; {@link
 * io.sluice.dedup.explain.SideBySide} lays the result out in two columns. Called by {@code jobs}.
 */
package io.sluice.dedup.explain;
