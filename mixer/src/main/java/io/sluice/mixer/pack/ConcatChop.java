package io.sluice.mixer.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * Concatenate and chop: documents in order, cut wherever a row is full. Only the last row can be
 * short. The random truncation is wanted as augmentation (GLM-4.5, arXiv 2508.06471, section 2.3).
 */
final class ConcatChop implements Packer {
  private final int rowLength;
  private final RowSink sink;
  private List<Piece> row = new ArrayList<>();
  private int used;
  private long documents;

  ConcatChop(int rowLength, RowSink sink) {
    Packing.checkRowLength(rowLength);
    this.rowLength = rowLength;
    this.sink = sink;
  }

  @Override
  public void add(int length) {
    Packing.checkLength(length);
    int from = 0;
    while (from < length) {
      int part = Math.min(length - from, rowLength - used);
      row.add(new Piece(documents, from, part));
      from += part;
      used += part;
      if (used == rowLength) {
        emit();
      }
    }
    documents++;
  }

  @Override
  public void finish() {
    if (used > 0) {
      emit();
    }
  }

  private void emit() {
    sink.row(row);
    row = new ArrayList<>();
    used = 0;
  }

  @Override
  public long firstNeeded() {
    return row.isEmpty() ? documents : row.get(0).document();
  }
}
