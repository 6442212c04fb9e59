package io.sluice.dedup.cluster;

import java.util.Objects;

/**
 * What deduplication says about one document: a row of the verdict table.
 *
 * @param id the document
 * @param keep whether it stays
 * @param method how it was found; null where it is alone
 * @param cluster the smallest id in its cluster; null where it is alone
 * @param clusterSize number of documents in its cluster, itself included; 1 where it is alone
 * @param survivor id of the member that stays, itself included; null where it is alone
 * @param similarity to the survivor, 0..1, an estimate; 1 for the survivor; null where it is alone
 * @param reason id of the {@link io.sluice.ingest.model.Reason} it is dropped for; null where kept
 */
public record DuplicateVerdict(
    String id,
    boolean keep,
    String method,
    String cluster,
    long clusterSize,
    String survivor,
    Double similarity,
    String reason) {

  public DuplicateVerdict {
    Objects.requireNonNull(id, "id");
    boolean alone = clusterSize == 1;
    if (clusterSize < 1
        || alone != (method == null)
        || alone != (cluster == null)
        || alone != (survivor == null)
        || alone != (similarity == null)) {
      throw new IllegalArgumentException(
          "a document alone has size 1 and no cluster, and only then: got size "
              + clusterSize
              + " and cluster "
              + cluster
              + " for "
              + id);
    }
    if (keep != (reason == null) || (alone && !keep)) {
      throw new IllegalArgumentException(
          "a document is dropped for a reason, and only then: got keep " + keep + ", " + reason);
    }
    if (similarity != null && !(similarity >= 0 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity: got " + similarity + ", allowed 0..1");
    }
  }

  /** A document without duplicates. */
  public static DuplicateVerdict alone(String id) {
    return new DuplicateVerdict(id, true, null, null, 1, null, null, null);
  }

  /** The member that stays. */
  public static DuplicateVerdict kept(
      String id, DuplicateMethod method, String cluster, long clusterSize) {
    return new DuplicateVerdict(id, true, method.id(), cluster, clusterSize, id, 1.0, null);
  }

  /** A member that goes. */
  public static DuplicateVerdict dropped(
      String id,
      DuplicateMethod method,
      String cluster,
      long clusterSize,
      String survivor,
      double similarity) {
    return new DuplicateVerdict(
        id, false, method.id(), cluster, clusterSize, survivor, similarity, method.reason().id());
  }
}
