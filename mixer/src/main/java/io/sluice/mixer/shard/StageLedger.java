package io.sluice.mixer.shard;

import java.util.List;

/**
 * What a stage's shards hold. Tokens and padding together are rows times the row's length.
 *
 * @param rows number of rows, over all shards
 * @param tokens tokens of documents, each with its end-of-document token
 * @param padding tokens that fill rows
 * @param parts documents and tokens by component and epoch, in that order
 * @param files the shards in training order
 */
public record StageLedger(
    long rows, long tokens, long padding, List<Part> parts, List<ShardFile> files) {
  public StageLedger {
    parts = List.copyOf(parts);
    files = List.copyOf(files);
  }

  /**
   * One epoch of one component.
   *
   * @param component the component's number in the stage's recipe, 0-based
   * @param epoch 0-based
   * @param documents number of documents
   * @param tokens their tokens
   */
  public record Part(int component, int epoch, long documents, long tokens) {}

  /** Number of documents, each epoch counted. */
  public long documents() {
    return parts.stream().mapToLong(Part::documents).sum();
  }
}
