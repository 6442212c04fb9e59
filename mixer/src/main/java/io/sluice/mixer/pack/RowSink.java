package io.sluice.mixer.pack;

import java.util.List;

/** Takes the rows of a {@link Packer}, in order. */
@FunctionalInterface
public interface RowSink {
  /**
   * The next row.
   *
   * @param pieces what the row holds, left to right; together at most a row long, the rest is
   *     padding
   */
  void row(List<Piece> pieces);
}
