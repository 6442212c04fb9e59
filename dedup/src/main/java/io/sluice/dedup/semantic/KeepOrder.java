package io.sluice.dedup.semantic;

import io.sluice.ingest.text.Draw;

/**
 * In which order the items of a cluster are looked at (SemDeDup, arXiv 2303.09540): each is
 * compared with those before it, so that the first of a group of duplicates stays.
 */
public enum KeepOrder {
  /** Farthest from the centroid first: the unusual one of a group stays. */
  HARD,
  /** Nearest to the centroid first: the typical one of a group stays. */
  EASY,
  /** By a draw from seed and id. */
  RANDOM;

  /**
   * The number by which a cluster is sorted, ascending; ties go by id.
   *
   * @param cosine cosine of the item and its centroid
   */
  public double key(float cosine, long seed, String id) {
    return switch (this) {
      case HARD -> cosine;
      case EASY -> -cosine;
      case RANDOM -> Draw.uniform(seed, "semdedup.order", id);
    };
  }
}
