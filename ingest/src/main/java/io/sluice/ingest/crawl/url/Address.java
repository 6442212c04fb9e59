package io.sluice.ingest.crawl.url;

import io.sluice.ingest.text.Hash128;

/**
 * The pieces of a normal address.
 *
 * @param origin scheme, host and port where it is not the default: what a robots.txt is for
 * @param host the host's name without port: what a pace is kept for
 * @param path from the slash on, without the query
 * @param query without the question mark; empty where there is none
 */
public record Address(String origin, String host, String path, String query) {

  /** The pieces of an address that {@link UrlNormalizer} gave. */
  public static Address of(String url) {
    int begin = url.indexOf("://") + 3;
    int slash = url.indexOf('/', begin);
    String authority = url.substring(begin, slash);
    int colon = authority.lastIndexOf(':');
    boolean port = colon > authority.lastIndexOf(']');
    int mark = url.indexOf('?', slash);
    return new Address(
        url.substring(0, slash),
        port ? authority.substring(0, colon) : authority,
        mark < 0 ? url.substring(slash) : url.substring(slash, mark),
        mark < 0 ? "" : url.substring(mark + 1));
  }

  /** The host without a leading {@code www.}: hosts of one site, by custom. */
  public static String site(String host) {
    return host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
  }

  /** 32 hex digits that stand for an address. */
  public static String key(String url) {
    return Hash128.of(0, url).hex();
  }
}
