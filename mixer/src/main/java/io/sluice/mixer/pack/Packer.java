package io.sluice.mixer.pack;

/**
 * Turns a stream of document lengths into rows. The rows depend on lengths, order and seed alone,
 * so the same packer counts rows first and fills them later.
 */
public interface Packer {
  /**
   * Adds the next document; rows that became ready go to the sink.
   *
   * @param length tokens of the document with its end-of-document token, at least 1
   */
  void add(int length);

  /** Ends the stream: every row still open goes to the sink. */
  void finish();

  /**
   * The first document that a later row can still need: tokens of those before it may be dropped.
   */
  long firstNeeded();
}
