package io.sluice.ingest.crawl.frontier;

import java.util.List;

/**
 * What an earlier crawl knows of an address.
 *
 * @param etag the ETag field, or null
 * @param lastModified the Last-Modified field, or null
 * @param digest the payload's digest
 * @param recorded date of the record that holds the payload, ISO 8601
 * @param recordId that record's id
 * @param links what its page linked to
 */
public record Earlier(
    String etag,
    String lastModified,
    String digest,
    String recorded,
    String recordId,
    List<String> links) {
  public Earlier {
    links = links == null ? List.of() : List.copyOf(links);
  }
}
