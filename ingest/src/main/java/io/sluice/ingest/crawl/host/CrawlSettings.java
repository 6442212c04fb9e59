package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.fetch.FetchConfig;
import io.sluice.ingest.crawl.fetch.Identity;
import io.sluice.ingest.crawl.fetch.NetworkConfig;
import io.sluice.ingest.crawl.robots.RobotsConfig;
import io.sluice.ingest.crawl.store.StoreConfig;
import io.sluice.ingest.crawl.url.Scope;
import io.sluice.ingest.crawl.url.ScopeConfig;
import io.sluice.ingest.crawl.url.Traps;
import io.sluice.ingest.crawl.url.UrlLimits;
import io.sluice.ingest.crawl.url.UrlNormalizer;
import java.io.Serializable;
import java.time.YearMonth;

/**
 * Everything that decides how pages are fetched.
 *
 * @param identity who crawls
 * @param pace how gently a host is asked
 * @param fetch what one exchange may cost
 * @param network what may be connected to
 * @param robots how sites' wishes are read
 * @param scope what belongs to the crawl
 * @param limits bounds against sites that go on for ever
 * @param store how WARC files are cut
 * @param month the month that the crawl began in, {@code 2026-11}
 */
public record CrawlSettings(
    Identity identity,
    PaceConfig pace,
    FetchConfig fetch,
    NetworkConfig network,
    RobotsConfig robots,
    ScopeConfig scope,
    UrlLimits limits,
    StoreConfig store,
    String month)
    implements Serializable {

  /** Makes links of what pages say. */
  public LinkMaker links() {
    return new LinkMaker(
        new UrlNormalizer(limits.dropParameters()),
        new Scope(scope),
        new Traps(limits, YearMonth.parse(month)));
  }

  /** Fields of the {@code warcinfo} record. */
  public String info() {
    return "software: Sluice\r\n"
        + "format: WARC File Format 1.1\r\n"
        + "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/"
        + "warc-1.1/\r\n"
        + ("operator: " + identity.contact() + "\r\n")
        + ("http-header-user-agent: " + identity.userAgent() + "\r\n")
        + "robots: obeyed (RFC 9309), with robots meta elements and X-Robots-Tag\r\n";
  }
}
