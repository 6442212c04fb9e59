package io.sluice.mixer.pack;

import io.sluice.ingest.text.Draw;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.List;

/**
 * Best-fit packing (Ding et al., arXiv 2404.10830): only documents longer than a row are cut, into
 * full rows and a rest; then, longest first, each goes to the open row with the least room that
 * still takes it. O(N log L) for N documents and rows of L tokens.
 *
 * <p>Works window by window, so memory is bounded whatever the stream. Within a row pieces keep the
 * order of the stream; the rows of a window come in a seeded hash order, since the order in which
 * they were filled is by length.
 */
final class BestFit implements Packer {
  private final int rowLength;
  private final long windowTokens;
  private final long seed;
  private final RowSink sink;
  private final Capacities open;
  private final IntArrayList lengths = new IntArrayList();
  private long windowStart;
  private long held;
  private long windows;

  BestFit(int rowLength, long windowTokens, long seed, RowSink sink) {
    Packing.checkRowLength(rowLength);
    if (windowTokens < rowLength) {
      throw new IllegalArgumentException(
          "window_tokens: got " + windowTokens + ", allowed seq_len " + rowLength + " and more");
    }
    this.rowLength = rowLength;
    this.windowTokens = windowTokens;
    this.seed = seed;
    this.sink = sink;
    this.open = new Capacities(rowLength);
  }

  @Override
  public void add(int length) {
    Packing.checkLength(length);
    if (held > 0 && held + length > windowTokens) {
      flush();
    }
    lengths.add(length);
    held += length;
  }

  @Override
  public void finish() {
    if (held > 0) {
      flush();
    }
  }

  @Override
  public long firstNeeded() {
    return windowStart;
  }

  private void flush() {
    List<List<Piece>> rows = new ArrayList<>();
    List<Piece> rests = cutLong(rows);
    IntArrayList room = new IntArrayList();
    int firstOpen = rows.size();
    for (Piece piece : longestFirst(rests)) {
      int fit = open.tightest(piece.length());
      int row;
      if (fit < 0) {
        row = room.size();
        room.add(rowLength);
        rows.add(new ArrayList<>());
      } else {
        row = open.take(fit);
      }
      rows.get(firstOpen + row).add(piece);
      int left = room.getInt(row) - piece.length();
      room.set(row, left);
      if (left > 0) {
        open.put(row, left);
      }
    }
    open.clear();
    for (List<Piece> row : rows) {
      row.sort((a, b) -> Long.compare(a.document(), b.document()));
    }
    long next = windowStart + lengths.size();
    // Tokens are dropped by what is needed still, so the window ends only after its last row.
    for (int row : seededOrder(rows.size())) {
      sink.row(rows.get(row));
    }
    windowStart = next;
    lengths.clear();
    held = 0;
    windows++;
  }

  /** Full rows of long documents go to {@code rows}; what is left of each document comes back. */
  private List<Piece> cutLong(List<List<Piece>> rows) {
    List<Piece> rests = new ArrayList<>(lengths.size());
    for (int i = 0; i < lengths.size(); i++) {
      int length = lengths.getInt(i);
      int from = 0;
      for (; length - from >= rowLength; from += rowLength) {
        List<Piece> full = new ArrayList<>(1);
        full.add(new Piece(windowStart + i, from, rowLength));
        rows.add(full);
      }
      if (from < length) {
        rests.add(new Piece(windowStart + i, from, length - from));
      }
    }
    return rests;
  }

  /** A counting sort by length, stable: equal lengths stay in the order of the stream. */
  private List<Piece> longestFirst(List<Piece> pieces) {
    int[] starts = new int[rowLength + 1];
    for (Piece piece : pieces) {
      starts[rowLength - piece.length()]++;
    }
    int sum = 0;
    for (int i = 0; i < starts.length; i++) {
      int count = starts[i];
      starts[i] = sum;
      sum += count;
    }
    Piece[] sorted = new Piece[pieces.size()];
    for (Piece piece : pieces) {
      sorted[starts[rowLength - piece.length()]++] = piece;
    }
    return List.of(sorted);
  }

  private int[] seededOrder(int rows) {
    long[] keys = new long[rows];
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      keys[i] = Draw.bits(seed, "row", windows + "/" + i);
      order[i] = i;
    }
    IntArrays.stableSort(order, (a, b) -> Long.compareUnsigned(keys[a], keys[b]));
    return order;
  }
}
