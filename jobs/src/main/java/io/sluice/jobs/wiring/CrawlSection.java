package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import io.sluice.ingest.crawl.fetch.FetchConfig;
import io.sluice.ingest.crawl.fetch.Identity;
import io.sluice.ingest.crawl.fetch.NetworkConfig;
import io.sluice.ingest.crawl.host.PaceConfig;
import io.sluice.ingest.crawl.robots.RobotsConfig;
import io.sluice.ingest.crawl.store.StoreConfig;
import io.sluice.ingest.crawl.url.ScopeConfig;
import io.sluice.ingest.crawl.url.UrlLimits;
import java.util.ArrayList;
import java.util.List;

/** Section {@code crawl}. */
public record CrawlSection(
    @Key(doc = "addresses to begin with", preset = "[]") List<String> seeds,
    @Key(doc = "text files of such addresses, one a line; # begins a remark", preset = "[]")
        List<String> seedFiles,
    @Key(doc = "sitemaps to begin with", preset = "[]") List<String> sitemaps,
    @Key(doc = "who crawls: what servers are told", preset = "{}") Identity identity,
    @Key(doc = "which addresses belong to the crawl", preset = "{}") ScopeConfig scope,
    @Key(doc = "bounds against sites that go on for ever", preset = "{}") UrlLimits limits,
    @Key(doc = "how sites' wishes are read", preset = "{}") RobotsConfig robots,
    @Key(doc = "how gently a host is asked", preset = "{}") PaceConfig pace,
    @Key(doc = "what one exchange may cost", preset = "{}") FetchConfig fetch,
    @Key(doc = "what may be connected to beside the public Internet", preset = "{}")
        NetworkConfig network,
    @Key(doc = "how WARC files are cut", preset = "{}") StoreConfig store,
    @Key(
            doc = "rounds, at most; a round fetches some addresses of every host",
            preset = "1000",
            min = 1)
        int maxRounds,
    @Key(doc = "pages after which no further round is begun; 0 for no bound", preset = "0", min = 0)
        long maxPages,
    @Key(
            doc = "tasks of a round, fixed when the crawl begins; 0 for as many as Spark has cores",
            preset = "0",
            min = 0,
            max = 100_000)
        int partitions,
    @Key(
            doc =
                "run folder of an earlier crawl: its pages are fetched again only if they have"
                    + " changed; null for none",
            preset = "null")
        String previous) {

  public CrawlSection {
    seeds = List.copyOf(seeds);
    seedFiles = List.copyOf(seedFiles);
    sitemaps = List.copyOf(sitemaps);
  }

  /** The section with these addresses and files of addresses to begin with. */
  static CrawlSection of(CrawlSection section, List<String> given) {
    CrawlSection from =
        section == null ? Config.parse(CrawlSection.class, "{}", "presets") : section;
    List<String> seeds = new ArrayList<>(given);
    seeds.removeIf(path -> !isWeb(path));
    List<String> files = new ArrayList<>(given);
    files.removeIf(CrawlSection::isWeb);
    return new CrawlSection(
        seeds,
        files,
        List.of(),
        from.identity,
        from.scope,
        from.limits,
        from.robots,
        from.pace,
        from.fetch,
        from.network,
        from.store,
        from.maxRounds,
        from.maxPages,
        from.partitions,
        from.previous);
  }

  private static boolean isWeb(String path) {
    return path.matches("(?i)https?://.*");
  }

  /** Whether there is anything to begin with. */
  boolean begins() {
    return !seeds.isEmpty() || !seedFiles.isEmpty() || !sitemaps.isEmpty();
  }
}
