package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.fetch.Exchange;
import io.sluice.ingest.crawl.frontier.Link;
import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.frontier.Target;
import io.sluice.ingest.crawl.page.Gunzip;
import io.sluice.ingest.crawl.page.Links;
import io.sluice.ingest.crawl.page.Sitemaps;
import io.sluice.ingest.crawl.robots.Directives;
import io.sluice.ingest.crawl.store.Records.Keep;
import io.sluice.ingest.warc.WarcEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an answer means.
 *
 * @param outcome what becomes of the address
 * @param detail more about it, or null
 * @param keep what is written of the answer
 * @param links what was found
 * @param nofollow links that are not followed since they are marked so
 * @param canonical the page's canonical address, or null
 */
record Reading(
    Outcome outcome, String detail, Keep keep, List<Link> links, int nofollow, String canonical) {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  /** Addresses that one sitemap may name (sitemaps.org). */
  private static final int SITEMAP_ADDRESSES = 50_000;

  private static Reading of(Outcome outcome, String detail, List<Link> links) {
    return new Reading(outcome, detail, Keep.RESPONSE, links, 0, null);
  }

  /** Reads an answer. */
  static Reading of(Target target, Exchange exchange, CrawlSettings settings, LinkMaker maker) {
    int status = exchange.status();
    if (status == 304 && target.earlier() != null) {
      return new Reading(
          Outcome.UNCHANGED, null, Keep.NOT_MODIFIED, earlierLinks(target, maker), 0, null);
    }
    String location = exchange.first("location");
    if (REDIRECTS.contains(status) && location != null) {
      Link link = maker.redirect(target, location);
      return of(Outcome.REDIRECT, location, link == null ? List.of() : List.of(link));
    }
    if (status != 200) {
      return of(Outcome.HTTP_STATUS, "status " + status, List.of());
    }
    if (target.sitemap()) {
      return sitemap(target, exchange, settings, maker);
    }
    if ("unspecified".equals(exchange.cut())) {
      return of(Outcome.CONTENT_TYPE, exchange.mediaType(), List.of());
    }
    return page(target, exchange, settings, maker);
  }

  private static List<Link> earlierLinks(Target target, LinkMaker maker) {
    List<Link> links = new ArrayList<>();
    for (String url : target.earlier().links()) {
      Link link = maker.link(target, target.url(), url);
      if (link != null) {
        links.add(link);
      }
    }
    return links;
  }

  private static Reading sitemap(
      Target target, Exchange exchange, CrawlSettings settings, LinkMaker maker) {
    Sitemaps read;
    try {
      int limit = settings.fetch().maxSitemapBytes();
      read = Sitemaps.read(decoded(exchange, limit), target.url(), limit);
    } catch (IOException | RuntimeException e) {
      return of(Outcome.SITEMAP, String.valueOf(e.getMessage()), List.of());
    }
    List<Link> links = new ArrayList<>();
    for (String page : read.pages()) {
      add(links, maker.link(target, target.url(), page), SITEMAP_ADDRESSES);
    }
    for (String sitemap : read.sitemaps()) {
      // a level of an index counts as a link: sitemaps that name each other come to an end
      add(links, maker.sitemap(target.url(), sitemap, target.depth() + 1), SITEMAP_ADDRESSES);
    }
    return of(Outcome.SITEMAP, null, links);
  }

  private static Reading page(
      Target target, Exchange exchange, CrawlSettings settings, LinkMaker maker) {
    Directives directives = new Directives(settings.identity().name());
    directives.header(exchange.all("x-robots-tag"));
    String type = exchange.mediaType();
    Links page = new Links(target.url(), List.of(), 0, null);
    String detail = exchange.cut() == null ? null : "cut off at " + exchange.body().length;
    if (type == null || HTML.contains(type)) {
      try {
        byte[] body = decoded(exchange, 4 * settings.fetch().maxBodyBytes());
        page = Links.read(body, exchange.charset(), target.url(), directives);
      } catch (RuntimeException e) {
        detail = "links cannot be read: " + e;
      }
    }
    List<Link> links = new ArrayList<>();
    for (String href : page.hrefs()) {
      add(links, maker.link(target, page.base(), href), settings.limits().maxLinksPerPage());
    }
    String canonical =
        page.canonical() == null ? null : maker.normalizer().resolve(page.base(), page.canonical());
    String unwanted = directives.firstOf(settings.robots().unwanted());
    if (unwanted != null) {
      return new Reading(
          Outcome.NOINDEX, unwanted, Keep.NOTHING, links, page.nofollow(), canonical);
    }
    boolean same =
        target.earlier() != null
            && exchange.cut() == null
            && WarcEntry.sha1(exchange.body(), 0).equals(target.earlier().digest());
    return new Reading(
        same ? Outcome.UNCHANGED : Outcome.FETCHED,
        detail,
        same ? Keep.SAME_PAYLOAD : Keep.RESPONSE,
        links,
        page.nofollow(),
        canonical);
  }

  private static void add(List<Link> links, Link link, int most) {
    if (link != null && links.size() < most) {
      links.add(link);
    }
  }

  /** The body with its content encoding undone; gzip is all that is asked for. */
  static byte[] decoded(Exchange exchange, int limit) {
    String coding = exchange.first("content-encoding");
    boolean gzip = coding != null && coding.strip().toLowerCase(Locale.ROOT).endsWith("gzip");
    return gzip ? Gunzip.bounded(exchange.body(), limit) : exchange.body();
  }
}
