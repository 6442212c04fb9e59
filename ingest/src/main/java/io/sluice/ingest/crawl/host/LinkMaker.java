package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.frontier.Link;
import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.frontier.Target;
import io.sluice.ingest.crawl.url.Address;
import io.sluice.ingest.crawl.url.Scope;
import io.sluice.ingest.crawl.url.Traps;
import io.sluice.ingest.crawl.url.UrlNormalizer;

/**
 * Makes links of what pages say: normal form, scope and traps.
 *
 * @param normalizer gives the normal form
 * @param scope says what belongs to the crawl
 * @param traps says what has no end
 */
public record LinkMaker(UrlNormalizer normalizer, Scope scope, Traps traps) {

  /** A seed or a sitemap to begin with; refused where it is no address of http or https. */
  public Link seed(String given, boolean sitemap) {
    String url = normalizer.normalize(given);
    if (url == null) {
      String refused = Outcome.BAD_URL.id();
      return new Link(Address.key(given), given, "", sitemap, 0, 0, true, null, refused);
    }
    return link(url, sitemap, 0, 0, true, null);
  }

  /** A link on a page; null where it leads to nothing of http or https. */
  public Link link(Target from, String base, String href) {
    String url = normalizer.resolve(base, href);
    return url == null ? null : link(url, false, from.depth() + 1, 0, false, from.url());
  }

  /** The target of a redirect; null where it leads to nothing of http or https. */
  public Link redirect(Target from, String location) {
    String url = normalizer.resolve(from.url(), location);
    return url == null
        ? null
        : link(url, from.sitemap(), from.depth(), from.redirects() + 1, from.seed(), from.url());
  }

  /**
   * A sitemap that a robots.txt or a sitemap index names; null where it is no address of http or
   * https.
   *
   * @param depth what the sitemap's own pages are one link from
   */
  public Link sitemap(String via, String given, int depth) {
    String url = normalizer.resolve(via, given);
    return url == null ? null : link(url, true, depth, 0, false, via);
  }

  private Link link(
      String url, boolean sitemap, int depth, int redirects, boolean seed, String via) {
    Address address = Address.of(url);
    Outcome refused = traps.judge(url, address, depth, redirects);
    if (refused == null && (scope.excludes(address) || (!seed && !scope.includes(address)))) {
      refused = Outcome.OUT_OF_SCOPE;
    }
    return new Link(
        Address.key(url),
        url,
        address.host(),
        sitemap,
        depth,
        redirects,
        seed,
        via,
        refused == null ? null : refused.id());
  }
}
