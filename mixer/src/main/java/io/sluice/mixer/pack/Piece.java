package io.sluice.mixer.pack;

/**
 * A run of one document's tokens in a row.
 *
 * @param document the document's place in the order of {@link Packer#add}, 0-based
 * @param from first token of the document, 0-based
 * @param length number of tokens, at least 1
 */
public record Piece(long document, int from, int length) {
  public Piece {
    if (document < 0 || from < 0 || length < 1) {
      throw new IllegalArgumentException(
          "piece: got document " + document + " from " + from + " length " + length);
    }
  }
}
