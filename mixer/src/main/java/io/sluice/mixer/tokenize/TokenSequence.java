package io.sluice.mixer.tokenize;

import java.util.Arrays;

/** The tokens of one document and which of them carry loss. Immutable by agreement: no copies. */
public final class TokenSequence {
  private final int[] ids;
  private final byte[] loss;

  /**
   * @param ids token ids, not copied
   * @param loss 1 where the token carries loss, else 0, as long as {@code ids}; null: all carry it
   */
  public TokenSequence(int[] ids, byte[] loss) {
    if (loss != null && loss.length != ids.length) {
      throw new IllegalArgumentException(
          "loss: got " + loss.length + " values, allowed " + ids.length);
    }
    this.ids = ids;
    this.loss = loss;
  }

  /** Number of tokens. */
  public int length() {
    return ids.length;
  }

  /** The id at a place, 0-based. */
  public int id(int at) {
    return ids[at];
  }

  /** Whether the token at a place carries loss. */
  public boolean loss(int at) {
    return loss == null || loss[at] != 0;
  }

  /** Whether every token carries loss without a mask being kept. */
  boolean allLoss() {
    return loss == null;
  }

  /** Copies tokens and loss into a row. */
  public void copyTo(int from, int length, int[] rowIds, byte[] rowLoss, int at) {
    System.arraycopy(ids, from, rowIds, at, length);
    if (loss == null) {
      Arrays.fill(rowLoss, at, at + length, (byte) 1);
    } else {
      System.arraycopy(loss, from, rowLoss, at, length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenSequence that
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(loss, that.loss);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.hashCode(loss);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids) + (loss == null ? "" : " loss " + Arrays.toString(loss));
  }
}
