package io.sluice.ingest.crawl.frontier;

import java.util.List;

/**
 * What an earlier crawl knows of an address.
 *
 * @param etag the ETag field, or null
 * @param lastModified the Last-Modified field, or null
 * @param digest the payload's digest
 * @param fetched when its response was fetched, ISO 8601
 * @param recordId the record that holds its response
 * @param links what its page linked to
 */
public record Earlier(
    String etag,
    String lastModified,
    String digest,
    String fetched,
    String recordId,
    List<String> links) {
  public Earlier {
    links = links == null ? List.of() : List.copyOf(links);
  }
}
