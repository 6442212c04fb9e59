package io.sluice.mixer.spark;

import io.sluice.mixer.pack.Packing;
import io.sluice.mixer.tokenize.MiddleFiller;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.Serializable;
import java.util.Objects;

/**
 * What decides a stage's bytes, besides its documents.
 *
 * @param stage the stage's name in the recipe; part of the order of documents
 * @param seed of the order
 * @param seqLen tokens in a row, at least 2
 * @param packing how documents become rows
 * @param windowTokens bound on the tokens that one task holds while packing best-fit, at least
 *     {@code seqLen}
 * @param shards number of shards, at least 1
 * @param rowGroupRows rows in a Parquet row group, at least 1
 * @param tokenizer vocabulary and template
 * @param filler where source code is cut for fill-in-the-middle; {@link MiddleFiller#NONE} for none
 */
public record MixSettings(
    String stage,
    long seed,
    int seqLen,
    Packing packing,
    long windowTokens,
    int shards,
    int rowGroupRows,
    TokenizerConfig tokenizer,
    MiddleFiller filler)
    implements Serializable {

  public MixSettings {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(packing, "packing");
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(filler, "filler");
    if (seqLen < 2) {
      throw new IllegalArgumentException("seq_len: got " + seqLen + ", allowed 2 and more");
    }
    if (windowTokens < seqLen) {
      throw new IllegalArgumentException(
          "window_tokens: got " + windowTokens + ", allowed seq_len " + seqLen + " and more");
    }
    if (shards < 1 || shards > 99_999) {
      throw new IllegalArgumentException("shards: got " + shards + ", allowed 1..99999");
    }
    if (rowGroupRows < 1) {
      throw new IllegalArgumentException(
          "row_group_rows: got " + rowGroupRows + ", allowed 1 and more");
    }
  }
}
