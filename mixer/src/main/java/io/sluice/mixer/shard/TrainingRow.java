package io.sluice.mixer.shard;

import java.util.Arrays;
import java.util.List;

/**
 * One training sequence: a row of a shard. Arrays are not copied.
 *
 * @param sequence place in the stage's order, 0-based
 * @param inputIds tokens, all of one length in a stage
 * @param lossMask 1 where the token carries loss, else 0; as long as {@code inputIds}
 * @param starts where each document starts in the row: first 0, increasing
 * @param docIds the documents' ids, one for each start
 * @param docKinds the documents' kinds as {@link io.sluice.ingest.model.Kind} ordinals, one for
 *     each start; the manifest spells them
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the values
public record TrainingRow(
    long sequence,
    int[] inputIds,
    byte[] lossMask,
    int[] starts,
    List<String> docIds,
    short[] docKinds) {

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainingRow that
        && sequence == that.sequence
        && Arrays.equals(inputIds, that.inputIds)
        && Arrays.equals(lossMask, that.lossMask)
        && Arrays.equals(starts, that.starts)
        && docIds.equals(that.docIds)
        && Arrays.equals(docKinds, that.docKinds);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sequence);
  }

  @Override
  public String toString() {
    return "sequence " + sequence + " documents " + docIds + " at " + Arrays.toString(starts);
  }
}
