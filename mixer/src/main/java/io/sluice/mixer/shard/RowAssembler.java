package io.sluice.mixer.shard;

import io.sluice.ingest.model.Kind;
import io.sluice.mixer.pack.Packer;
import io.sluice.mixer.pack.Packing;
import io.sluice.mixer.pack.Piece;
import io.sluice.mixer.tokenize.TokenSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packs documents into rows: holds their tokens for as long as the packer can need them, fills what
 * a row has left with end-of-document tokens without loss.
 */
public final class RowAssembler {
  private record Held(String id, Kind kind, TokenSequence tokens) {}

  private final Packer packer;
  private final int rowLength;
  private final int endOfDocument;
  private final Consumer<TrainingRow> rows;
  private final List<Held> held = new ArrayList<>();
  private long firstHeld;
  private long sequence;
  private long padding;

  /**
   * @param rowLength tokens in a row
   * @param windowTokens see {@link Packing#packer}
   * @param seed of the order of rows within a window
   * @param endOfDocument the token that fills rows
   * @param firstSequence the first row's place in the stage's order
   * @param rows takes each row as it is ready
   */
  public RowAssembler(
      Packing packing,
      int rowLength,
      long windowTokens,
      long seed,
      int endOfDocument,
      long firstSequence,
      Consumer<TrainingRow> rows) {
    this.packer = packing.packer(rowLength, windowTokens, seed, this::assemble);
    this.rowLength = rowLength;
    this.endOfDocument = endOfDocument;
    this.sequence = firstSequence;
    this.rows = rows;
  }

  /** Adds the next document; its tokens end with the end of the document. */
  public void add(String id, Kind kind, TokenSequence tokens) {
    held.add(new Held(id, kind, tokens));
    packer.add(tokens.length());
    int done = Math.toIntExact(packer.firstNeeded() - firstHeld);
    held.subList(0, done).clear();
    firstHeld += done;
  }

  /** Ends the stream; rows still open are padded. */
  public void finish() {
    packer.finish();
    held.clear();
  }

  /** Padding tokens so far. */
  public long padding() {
    return padding;
  }

  private void assemble(List<Piece> pieces) {
    int[] ids = new int[rowLength];
    byte[] loss = new byte[rowLength];
    int[] starts = new int[pieces.size()];
    short[] kinds = new short[pieces.size()];
    String[] docs = new String[pieces.size()];
    int at = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Held document = held.get((int) (piece.document() - firstHeld));
      document.tokens().copyTo(piece.from(), piece.length(), ids, loss, at);
      starts[i] = at;
      kinds[i] = (short) document.kind().ordinal();
      docs[i] = document.id();
      at += piece.length();
    }
    Arrays.fill(ids, at, rowLength, endOfDocument);
    padding += rowLength - at;
    rows.accept(new TrainingRow(sequence++, ids, loss, starts, List.of(docs), kinds));
  }
}
