package io.sluice.ingest.crawl.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.crawl.fetch.FetchConfig;
import io.sluice.ingest.crawl.fetch.Identity;
import io.sluice.ingest.crawl.fetch.NetworkConfig;
import io.sluice.ingest.crawl.host.CrawlSettings;
import io.sluice.ingest.crawl.host.PaceConfig;
import io.sluice.ingest.crawl.robots.RobotsConfig;
import io.sluice.ingest.crawl.store.StoreConfig;
import io.sluice.ingest.crawl.url.ScopeConfig;
import io.sluice.ingest.crawl.url.UrlLimits;
import io.sluice.ingest.fixture.CrawlSite;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.spark.Meter;
import io.sluice.ingest.stage.Counts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class CrawlRoundsSparkTest {
  private static final double DELAY = 0.04;

  private static CrawlSettings settings(String pace) {
    return new CrawlSettings(
        Config.parse(Identity.class, "{contact: me@example.org}", "test"),
        Config.parse(
            PaceConfig.class,
            "{delay_seconds: "
                + DELAY
                + ", backoff_seconds: 0.05, retries: 1, max_failures: 10"
                + pace
                + "}",
            "test"),
        Config.parse(FetchConfig.class, "{max_body_bytes: 50000, read_seconds: 1.0}", "test"),
        Config.parse(
            NetworkConfig.class,
            "{allow: [127.0.0.1], hosts: {a.test: 127.0.0.1, b.test: 127.0.0.1,"
                + " c.test: 127.0.0.1}}",
            "test"),
        Config.parse(RobotsConfig.class, "{}", "test"),
        Config.parse(ScopeConfig.class, "{}", "test"),
        Config.parse(
            UrlLimits.class,
            "{calendar_months: 1, max_queries_per_path: 4, max_redirects: 3}",
            "test"),
        Config.parse(StoreConfig.class, "{file_bytes: 20000}", "test"),
        "2026-11");
  }

  /** Runs rounds until nothing waits; the parts, in order. */
  private static List<org.apache.hadoop.fs.Path> crawl(
      SparkSession spark,
      CrawlSettings settings,
      Path folder,
      int partitions,
      List<String> seeds,
      List<org.apache.hadoop.fs.Path> earlier)
      throws Exception {
    CrawlRounds rounds =
        new CrawlRounds(
            spark,
            settings,
            new org.apache.hadoop.fs.Path(folder.resolve("warc").toUri()),
            partitions,
            earlier);
    List<org.apache.hadoop.fs.Path> parts = new ArrayList<>();
    org.apache.hadoop.fs.Path first =
        new org.apache.hadoop.fs.Path(folder.resolve("seeds").toUri());
    Counts counts = rounds.seeds(seeds, List.of(), List.of(), first);
    counts.check("seeds");
    parts.add(first);
    for (int round = 1; counts.total(CrawlRounds.WAITING) > 0; round++) {
      assertTrue(round < 40, "the crawl does not end");
      org.apache.hadoop.fs.Path part =
          new org.apache.hadoop.fs.Path(folder.resolve("round-" + round).toUri());
      counts =
          rounds.round(
              round,
              parts,
              counts.total(CrawlRounds.WAITING),
              part,
              Meter.start(spark.sparkContext()));
      counts.check("round " + round);
      rounds.tidy(round, parts.get(parts.size() - 1));
      parts.add(part);
    }
    return parts;
  }

  /** Every address's end: {@code host/path} to outcome. */
  private static Map<String, String> ends(
      SparkSession spark, CrawlSite site, List<org.apache.hadoop.fs.Path> parts) {
    Map<String, String> ends = new TreeMap<>();
    for (Row row : CrawlTables.read(spark, CrawlRows.URL, parts, "urls").collectAsList()) {
      String url = row.<String>getAs("url").replace("http://", "").replace(":" + site.port(), "");
      assertEquals(null, ends.put(url, row.getAs("outcome")), url + " ends twice");
    }
    return ends;
  }

  @Test
  void everyAddressOfASiteEndsAsItShould(SparkSession spark, @TempDir Path folder)
      throws Exception {
    try (CrawlSite site = new CrawlSite()) {
      List<String> seeds =
          List.of(site.url("a.test", "/"), site.url("b.test", "/"), site.url("c.test", "/"));
      var parts = crawl(spark, settings(""), folder, 3, seeds, List.of());
      assertEquals(expected(), ends(spark, site, parts));
      paceIsKept(site);
    }
  }

  /** No host is asked twice within its pause. */
  private static void paceIsKept(CrawlSite site) {
    site.byHost()
        .forEach(
            (host, seen) -> {
              for (int i = 1; i < seen.size(); i++) {
                long pause = seen.get(i).millis() - seen.get(i - 1).millis();
                // what the server sees varies by how soon its thread runs
                assertTrue(pause >= DELAY * 1000 / 2, host + " after " + pause + " ms");
              }
            });
  }

  private static Map<String, String> expected() {
    Map<String, String> ends = new TreeMap<>();
    EXPECTED
        .lines()
        .forEach(
            line -> {
              String[] words = line.split(" ");
              for (int i = 1; i < words.length; i++) {
                ends.put(words[i], words[0]);
              }
            });
    return ends;
  }

  private static final String EXPECTED =
      """
      fetched a.test/ a.test/based a.test/behind-cond a.test/behind-noindex a.test/behind-other
      fetched a.test/behind-zip a.test/big a.test/cal?year=2026&month=11
      fetched a.test/cal?year=2026&month=12 a.test/canonical a.test/canonical?ref=1 a.test/cond
      fetched a.test/elsewhere/page a.test/endless/ a.test/endless/more/ a.test/endless/more/more/
      fetched a.test/from-sitemap a.test/hop/3 a.test/nofollow a.test/one a.test/other-bot
      fetched a.test/private/open a.test/query?p=1 a.test/query?p=2 a.test/query?p=3
      fetched a.test/query?p=5 a.test/refresh a.test/refreshed a.test/two?x=1 a.test/zipped
      fetched b.test/ b.test/busy b.test/flaky b.test/last b.test/slow
      calendar a.test/cal?year=2027&month=1
      redirect a.test/chain/1 a.test/chain/2 a.test/chain/3 a.test/chain/4
      redirect_limit a.test/chain/5
      redirect a.test/loop/a a.test/loop/b a.test/hop/1 a.test/hop/2
      path_trap a.test/endless/more/more/more/
      noindex a.test/header a.test/noindex
      http_status a.test/missing b.test/error
      content_type a.test/picture.png
      robots a.test/private/listed a.test/private/secret a.test/run.cgi
      query_limit a.test/query?p=4 a.test/query?p=6 a.test/query?p=7
      sitemap a.test/sitemap-index.xml a.test/sitemap.xml.gz
      network b.test/broken b.test/cut
      timeout b.test/stuck
      robots_unreachable c.test/
      out_of_scope out.test/
      """;
}
