package io.sluice.dedup.semantic;

/**
 * What became of an item of a cluster.
 *
 * @param item the item
 * @param keep whether it stays
 * @param nearest the earlier item with the greatest cosine, the first of them where several have
 *     it; null for a cluster's first item. It may itself have been dropped
 * @param similarity that cosine, at most 1; NaN where {@code nearest} is null. Whether an item is
 *     dropped follows from this number alone, so that another epsilon needs no new comparison
 * @param root the kept item that is reached from nearest to nearest; the item itself where kept
 * @param <T> the caller's items
 */
public record Pruned<T>(T item, boolean keep, T nearest, float similarity, T root) {}
