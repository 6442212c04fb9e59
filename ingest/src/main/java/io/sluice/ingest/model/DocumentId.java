package io.sluice.ingest.model;

import io.sluice.ingest.text.Hash128;

/** How documents get their ids: from source and content address, never from a position. */
public final class DocumentId {
  private DocumentId() {}

  /**
   * The id of a document.
   *
   * @param source the input's name in the configuration
   * @param address what names the content within the source: a URL with its fetch time, a
   *     repository with path and blob hash, a file name
   */
  public static String of(String source, String... address) {
    return Hash128.of(0, source + '\n' + String.join("\n", address)).hex();
  }
}
