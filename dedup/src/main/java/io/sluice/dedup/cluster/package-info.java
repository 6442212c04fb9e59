/**
 * Clusters of duplicates: who belongs together, who stays, and what is said about it. Knows no
 * Spark.
 *
 * <p>{@link io.sluice.dedup.cluster.DedupConfig} is the job's section; {@link
 * io.sluice.dedup.cluster.SurvivorOrder} ranks a {@link io.sluice.dedup.cluster.Candidate}; {@link
 * io.sluice.dedup.cluster.DuplicateVerdict} is one row of the verdict table; {@link
 * io.sluice.dedup.cluster.DuplicateMethod} says how a duplicate was found; {@link
 * io.sluice.dedup.cluster.PackedEntries} carries bucket entries and {@link
 * io.sluice.dedup.cluster.Buckets} makes stars of them; {@link io.sluice.dedup.cluster.UnionFind}
 * joins a group that fits in memory; {@link io.sluice.dedup.cluster.Forest} and {@link
 * io.sluice.dedup.cluster.Stars} are the steps of connected components, in memory and at scale,
 * over {@link io.sluice.dedup.cluster.Edge}. Called by {@code dedup.spark} and {@code
 * dedup.semantic}.
 */
package io.sluice.dedup.cluster;
