package io.sluice.dedup.semantic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * SemDeDup's rule inside one cluster (arXiv 2303.09540): items come in their order, and an item is
 * dropped when its greatest cosine to <em>any earlier item</em> is over 1 - epsilon, even where
 * that earlier item was itself dropped. That is not connected components: a chain of items, each
 * near the one before, leaves only its first.
 *
 * <p>Holds the last {@code limit} vectors that differ (rounded up to panels of 256), so that the
 * rule is exact up to that many in a cluster. In a larger cluster an item is compared with that
 * many before it: with the orders hard and easy those are the ones at about its own distance from
 * the centroid, where its duplicates stand too. A vector that repeats the one before it is judged
 * without a comparison and not held.
 *
 * @param <T> the caller's items
 */
public final class ClusterPruner<T> {
  private static final int MOST_COPIES = 4096;

  /** An item that is held, and what is known of it. */
  private static final class Slot<T> {
    final T item;
    float self;
    float best = Float.NEGATIVE_INFINITY;
    T nearest;
    T root;
    boolean judged;

    Slot(T item) {
      this.item = item;
    }
  }

  private record Block<T>(Panel panel, List<Slot<T>> slots) {}

  private record Copy<T>(T item, Slot<T> of) {}

  private final int dimension;
  private final double threshold;
  private final int blocks;
  private final Consumer<Pruned<T>> sink;
  private final Deque<Block<T>> full = new ArrayDeque<>();
  private final List<Copy<T>> copies = new ArrayList<>();
  private final float[] open;
  private final float[] products = new float[Panel.WIDTH];
  private final float[] lastVector;
  private Block<T> block;
  private int judged;
  private Slot<T> last;

  /**
   * @param dimension floats a vector
   * @param epsilon in (0, 1)
   * @param limit vectors held, at least 1
   * @param sink gets every item once, at the latest in {@link #finish}
   */
  public ClusterPruner(int dimension, double epsilon, int limit, Consumer<Pruned<T>> sink) {
    this.dimension = dimension;
    this.threshold = 1 - epsilon;
    this.blocks = (limit + Panel.WIDTH - 1) / Panel.WIDTH;
    this.sink = sink;
    this.open = new float[Panel.WIDTH * dimension];
    this.lastVector = new float[dimension];
    this.block = new Block<>(new Panel(dimension), new ArrayList<>());
  }

  /** Takes the next item of the cluster; the vector has unit length and may be reused after. */
  public void add(T item, float[] vector) {
    if (last != null && Arrays.equals(lastVector, vector)) {
      copies.add(new Copy<>(item, last));
      if (last.judged || copies.size() >= MOST_COPIES) {
        judge();
      }
      return;
    }
    if (block.panel().size() == Panel.WIDTH) {
      judge();
      close();
    }
    last = new Slot<>(item);
    System.arraycopy(vector, 0, lastVector, 0, dimension);
    System.arraycopy(vector, 0, open, block.panel().size() * dimension, dimension);
    block.panel().add(vector, 0);
    block.slots().add(last);
  }

  /** Ends the cluster: judges what is left and forgets its vectors. */
  public void finish() {
    judge();
    full.clear();
    block = new Block<>(new Panel(dimension), new ArrayList<>());
    judged = 0;
    last = null;
  }

  private void close() {
    full.addLast(block);
    if (full.size() > blocks) {
      full.removeFirst();
    }
    block = new Block<>(new Panel(dimension), new ArrayList<>());
    judged = 0;
  }

  private void judge() {
    for (Block<T> earlier : full) {
      for (int i = judged; i < block.slots().size(); i++) {
        earlier.panel().products(open, i * dimension, products);
        compare(block.slots().get(i), earlier.slots(), earlier.slots().size());
      }
    }
    for (int i = judged; i < block.slots().size(); i++) {
      block.panel().products(open, i * dimension, products);
      Slot<T> slot = block.slots().get(i);
      compare(slot, block.slots(), i);
      slot.self = products[i];
      slot.judged = true;
      boolean keep = !(slot.best > threshold);
      slot.root = keep ? slot.item : slot.root;
      emit(slot.item, keep, slot.nearest, slot.best, slot.root);
    }
    judged = block.slots().size();
    for (Copy<T> copy : copies) {
      emitCopy(copy.item(), copy.of());
    }
    copies.clear();
  }

  /** Compares with the first {@code count} of a block's items, whose products are at hand. */
  private void compare(Slot<T> slot, List<Slot<T>> earlier, int count) {
    int at = -1;
    float best = slot.best;
    for (int j = 0; j < count; j++) {
      if (products[j] > best) {
        best = products[j];
        at = j;
      }
    }
    if (at >= 0) {
      slot.best = best;
      slot.nearest = earlier.get(at).item;
      slot.root = earlier.get(at).root;
    }
  }

  private void emitCopy(T item, Slot<T> of) {
    boolean itself = of.self > of.best;
    float similarity = itself ? of.self : of.best;
    boolean keep = !(similarity > threshold);
    emit(item, keep, itself ? of.item : of.nearest, similarity, keep ? item : of.root);
  }

  private void emit(T item, boolean keep, T nearest, float similarity, T root) {
    float cosine = nearest == null ? Float.NaN : Math.min(1f, similarity);
    sink.accept(new Pruned<>(item, keep, nearest, cosine, root));
  }
}
