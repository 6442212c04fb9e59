package io.sluice.ingest.crawl.frontier;

import java.util.List;

/**
 * The end of an address: a line of the journal, a row of the table of addresses.
 *
 * @param key stands for the address
 * @param url its normal form
 * @param host its host, without port
 * @param sitemap whether it is a sitemap
 * @param depth links from a seed
 * @param redirects redirects in a row that led to it
 * @param seed whether it is a seed, or redirects alone lead to it from one
 * @param via the address it was found on, or null
 * @param outcome id of the {@link Outcome}
 * @param detail more about it, or null
 * @param tries requests that were made for it
 * @param response what was answered, or null where nothing was
 * @param links what was found on it
 */
public record Visit(
    String key,
    String url,
    String host,
    boolean sitemap,
    int depth,
    int redirects,
    boolean seed,
    String via,
    String outcome,
    String detail,
    int tries,
    Answer response,
    List<Link> links) {

  public Visit {
    links = List.copyOf(links);
  }

  /** Whether the address gave a page of the corpus. */
  public boolean kept() {
    return outcome.equals(Outcome.FETCHED.id()) || outcome.equals(Outcome.UNCHANGED.id());
  }

  /** The end of a target. */
  public static Visit of(
      Target target, Outcome outcome, String detail, int tries, Answer answer, List<Link> links) {
    return new Visit(
        target.key(),
        target.url(),
        target.host(),
        target.sitemap(),
        target.depth(),
        target.redirects(),
        target.seed(),
        target.via(),
        outcome.id(),
        detail,
        tries,
        answer,
        links);
  }

  /** The end of a target that nothing was fetched for. */
  public static Visit without(Target target, Outcome outcome, String detail, int tries) {
    return of(target, outcome, detail, tries, null, List.of());
  }

  /**
   * What was answered.
   *
   * @param status HTTP status
   * @param contentType media type, or null
   * @param bytes bytes of the body that were fetched
   * @param truncated whether the body is longer
   * @param digest of the payload, {@code sha1:…}, or null where it was not fetched
   * @param etag the ETag field, or null
   * @param lastModified the Last-Modified field, or null
   * @param fetched when it was asked for, ISO 8601
   * @param millis how long the exchange took
   * @param ip the address that answered
   * @param protocol such as {@code http/1.1} or {@code h2}
   * @param recordId the WARC record that holds the payload, maybe an earlier crawl's; null where
   *     none was kept
   * @param recorded that record's date, ISO 8601
   * @param canonical what the page names as its canonical address, or null
   * @param nofollow links that were not followed since they are marked so
   */
  public record Answer(
      int status,
      String contentType,
      long bytes,
      boolean truncated,
      String digest,
      String etag,
      String lastModified,
      String fetched,
      long millis,
      String ip,
      String protocol,
      String recordId,
      String recorded,
      String canonical,
      int nofollow) {}
}
