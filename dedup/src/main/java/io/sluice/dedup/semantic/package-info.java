/**
 * Semantic deduplication of unit vectors, plain Java (SemDeDup, arXiv 2303.09540).
 *
 * <p>{@link io.sluice.dedup.semantic.SemanticConfig} has the numbers and {@link
 * io.sluice.dedup.semantic.KeepOrder} the orders; {@link io.sluice.dedup.semantic.ClusterPlan}
 * chooses {@link io.sluice.dedup.semantic.Centroids} from a sample with {@link
 * io.sluice.dedup.semantic.KMeans}; {@link io.sluice.dedup.semantic.ClusterPruner} judges a cluster
 * and gives {@link io.sluice.dedup.semantic.Pruned} items; {@link io.sluice.dedup.semantic.Vectors}
 * is the stored form; {@code Panel} multiplies.
 */
package io.sluice.dedup.semantic;
