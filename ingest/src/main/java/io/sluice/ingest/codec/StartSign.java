package io.sluice.ingest.codec;

/** Tells whether decoded bytes begin as the content of a file does at a record. */
@FunctionalInterface
public interface StartSign {
  /** As many decoded bytes as a sign may ask for. */
  int LOOK = 8192;

  /**
   * Whether a record begins at {@code from}.
   *
   * @param to end of what is there: either {@link #LOOK} bytes and more, or the end of the member
   */
  boolean begins(byte[] bytes, int from, int to);
}
