package io.sluice.filters.embed;

import java.util.List;

/** Turns texts to unit vectors. One instance a thread. */
public interface Embedder extends AutoCloseable {

  /** The model's name and version; vectors of different names must not be compared. */
  String name();

  /** Length of every vector. */
  int dimension();

  /**
   * Embeds a batch.
   *
   * @return one vector of L2 norm 1 for each text, in order; the same text gives the same vector
   *     whatever else is in the batch
   */
  float[][] embed(List<String> texts);

  @Override
  void close();
}
