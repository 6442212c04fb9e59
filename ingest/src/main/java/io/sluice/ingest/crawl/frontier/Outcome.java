package io.sluice.ingest.crawl.frontier;

import java.util.Locale;

/** What became of an address: each address of a crawl ends in exactly one. */
public enum Outcome {
  /** Fetched, and its response stands in a WARC file for the corpus. */
  FETCHED(true),
  /** As it was when an earlier crawl fetched it: a {@code revisit} record stands for it. */
  UNCHANGED(true),
  /** A sitemap: read for its addresses. */
  SITEMAP(false),
  /** Answered with a redirect, whose target is an address of its own. */
  REDIRECT(false),
  /** Its page or its header forbids to keep it ({@code noindex} and the like). */
  NOINDEX(false),
  /** Answered with a status that carries no page. */
  HTTP_STATUS(false),
  /** Of a media type that is not wanted; its body was not fetched. */
  CONTENT_TYPE(false),
  /** Forbidden by the site's robots.txt. */
  ROBOTS(false),
  /** The site's robots.txt could not be had, which forbids everything (RFC 9309 2.3.1.4). */
  ROBOTS_UNREACHABLE(false),
  /** Its host resolves to an address of a private or special network. */
  ADDRESS_REFUSED(false),
  /** Its host has no address. */
  DNS(false),
  /** The connection failed or broke, at every try. */
  NETWORK(false),
  /** No answer in time, at every try. */
  TIMEOUT(false),
  /** The site asked to come back later, at every try or for longer than the crawl waits. */
  BACKED_OFF(false),
  /** Not asked for, since its host failed too often. */
  HOST_SET_ASIDE(false),
  /** A seed that is no address of http or https. */
  BAD_URL(false),
  /** Not within the scope. */
  OUT_OF_SCOPE(false),
  /** Too many links from a seed. */
  DEPTH(false),
  /** Too many redirects in a row. */
  REDIRECT_LIMIT(false),
  /** Longer than addresses may be. */
  URL_LENGTH(false),
  /** Too many segments, or one that repeats. */
  PATH_TRAP(false),
  /** Too many parameters. */
  QUERY_TRAP(false),
  /** A date too far away. */
  CALENDAR(false),
  /** Too many addresses of its path that differ in the query alone. */
  QUERY_LIMIT(false),
  /** Too many addresses of its host. */
  HOST_LIMIT(false),
  /** Still waiting when the crawl reached its greatest number of rounds or pages. */
  NOT_REACHED(false);

  private final boolean kept;

  Outcome(boolean kept) {
    this.kept = kept;
  }

  /** Whether the address gave a page of the corpus. */
  public boolean kept() {
    return kept;
  }

  /** Its name on disk. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
