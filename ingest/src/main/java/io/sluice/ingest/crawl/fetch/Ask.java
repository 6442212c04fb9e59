package io.sluice.ingest.crawl.fetch;

/**
 * What to ask a server for.
 *
 * @param url a normal address
 * @param etag for If-None-Match, or null
 * @param lastModified for If-Modified-Since, or null
 * @param maxBytes bytes of the body that are read
 * @param anyType whether a body is read whatever its media type
 */
public record Ask(String url, String etag, String lastModified, int maxBytes, boolean anyType) {

  /** Without conditions. */
  public static Ask plain(String url, int maxBytes, boolean anyType) {
    return new Ask(url, null, null, maxBytes, anyType);
  }
}
