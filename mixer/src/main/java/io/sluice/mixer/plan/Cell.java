package io.sluice.mixer.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sluice.ingest.model.Kind;
import java.util.Locale;

/**
 * One cell of the inventory: its key (see {@link CellKey}) and what lies in it. Written to JSON as
 * an array in the order of the components.
 *
 * @param documents number of documents
 * @param tokens their tokens
 * @param bytes UTF-8 bytes of their texts
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({
  "kind",
  "source",
  "lang",
  "quality",
  "tier",
  "length",
  "cluster",
  "documents",
  "tokens",
  "bytes"
})
public record Cell(
    Kind kind,
    String source,
    String lang,
    int quality,
    int tier,
    int length,
    int cluster,
    long documents,
    long tokens,
    long bytes) {
  public Cell {
    if (documents < 0 || tokens < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cell: got %d documents, %d tokens, %d bytes; allowed 0 or more",
              documents,
              tokens,
              bytes));
    }
  }

  /** A cell by its key. */
  public static Cell of(CellKey key, long documents, long tokens, long bytes) {
    return new Cell(
        key.kind(),
        key.source(),
        key.lang(),
        key.quality(),
        key.tier(),
        key.length(),
        key.cluster(),
        documents,
        tokens,
        bytes);
  }

  /** What its documents share. */
  public CellKey key() {
    return new CellKey(kind, source, lang, quality, tier, length, cluster);
  }
}
