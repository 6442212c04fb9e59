package io.sluice.mixer.pack;

import java.util.Locale;

/** How documents become rows. */
public enum Packing {
  /** Documents in order, chopped at the row's length ({@link ConcatChop}). */
  CONCAT,
  /** No document cut that fits ({@link BestFit}). */
  BEST_FIT;

  /** The name in recipes and manifests: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A packer.
   *
   * @param rowLength tokens in a row, at least 2
   * @param windowTokens bound on the tokens that best-fit holds at once; one document may exceed it
   * @param seed of the order of rows within a window
   */
  public Packer packer(int rowLength, long windowTokens, long seed, RowSink sink) {
    return switch (this) {
      case CONCAT -> new ConcatChop(rowLength, sink);
      case BEST_FIT -> new BestFit(rowLength, windowTokens, seed, sink);
    };
  }

  static void checkRowLength(int rowLength) {
    if (rowLength < 2) {
      throw new IllegalArgumentException("seq_len: got " + rowLength + ", allowed 2 and more");
    }
  }

  static void checkLength(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length: got " + length + ", allowed 1 and more");
    }
  }
}
