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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

@ExtendWith(SparkSessions.class)
class CrawlRoundsSparkTest {
  private static final double DELAY = 0.08;

  private static CrawlSettings settings(String scope, String robots) {
    return new CrawlSettings(
        Config.parse(Identity.class, "{contact: me@example.org}", "test"),
        Config.parse(
            PaceConfig.class,
            "{delay_seconds: " + DELAY + ", backoff_seconds: 0.05, retries: 1, max_failures: 10}",
            "test"),
        Config.parse(FetchConfig.class, "{max_body_bytes: 50000, read_seconds: 2.5}", "test"),
        Config.parse(
            NetworkConfig.class,
            "{allow: [127.0.0.1], hosts: {a.test: 127.0.0.1, b.test: 127.0.0.1,"
                + " c.test: 127.0.0.1}}",
            "test"),
        Config.parse(RobotsConfig.class, robots, "test"),
        Config.parse(ScopeConfig.class, scope, "test"),
        Config.parse(
            UrlLimits.class,
            "{calendar_months: 1, max_queries_per_path: 3, max_redirects: 3}",
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
      var parts = crawl(spark, settings("{}", "{}"), folder, 3, seeds, List.of());
      assertEquals(expected(), ends(spark, site, parts));
      paceIsKept(site);
    }
  }

  private static final String SCOPE =
      "{include: [a.test/cond, a.test/behind-cond, a.test/one, a.test/two]}";

  @Test
  void anotherCrawlIsSentOnlyWhatHasChanged(SparkSession spark, @TempDir Path folder)
      throws Exception {
    try (CrawlSite site = new CrawlSite()) {
      List<String> seeds = List.of(site.url("a.test", "/cond"), site.url("a.test", "/one"));
      CrawlSettings settings = settings(SCOPE, "{sitemaps: false}");
      var first = crawl(spark, settings, folder.resolve("first"), 1, seeds, List.of());
      Map<String, String> fetched =
          Map.of(
              "a.test/cond", "fetched",
              "a.test/behind-cond", "fetched",
              "a.test/one", "fetched",
              "a.test/two?x=1", "fetched",
              "a.test/", "out_of_scope");
      assertEquals(fetched, ends(spark, site, first));

      site.forget();
      var second = crawl(spark, settings, folder.resolve("second"), 4, seeds, first);
      Map<String, String> unchanged = new TreeMap<>(fetched);
      unchanged.replaceAll((url, end) -> end.equals("fetched") ? "unchanged" : end);
      assertEquals(unchanged, ends(spark, site, second), "links of a 304 are those of before");
      assertTrue(
          site.requests().stream().anyMatch(seen -> seen.fields().containsKey("If-None-Match")));
      assertEquals(List.of("revisit 4"), kinds(folder.resolve("second"), "revisit", "response"));

      site.change("a.test", "/cond", "another text");
      var third = crawl(spark, settings, folder.resolve("third"), 2, seeds, second);
      unchanged.put("a.test/cond", "fetched");
      assertEquals(unchanged, ends(spark, site, third));
    }
  }

  /** How often WARC records of these kinds stand below a folder, robots.txt aside. */
  private static List<String> kinds(Path folder, String... kinds) throws Exception {
    Map<String, Integer> times = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".warc.gz")).toList();
    }
    for (Path file : files) {
      try (WarcReader reader = new WarcReader(file)) {
        for (WarcRecord record : reader) {
          String target = record.headers().first("WARC-Target-URI").orElse("");
          if (List.of(kinds).contains(record.type()) && !target.endsWith("robots.txt")) {
            times.merge(record.type(), 1, Integer::sum);
          }
        }
      }
    }
    return times.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  /** Six requests in a row to a host take five pauses; what the server sees of one pause varies. */
  private static void paceIsKept(CrawlSite site) {
    site.byHost()
        .forEach(
            (host, seen) -> {
              for (int i = 5; i < seen.size(); i++) {
                long pauses = seen.get(i).millis() - seen.get(i - 5).millis();
                assertTrue(pauses >= 5 * DELAY * 1000 / 2, host + ": five in " + pauses + " ms");
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
      fetched a.test/refresh a.test/refreshed a.test/two?x=1 a.test/zipped
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
      query_limit a.test/query?p=4 a.test/query?p=5
      sitemap a.test/sitemap-index.xml a.test/sitemap.xml.gz
      network b.test/broken b.test/cut
      timeout b.test/stuck
      robots_unreachable c.test/
      out_of_scope out.test/
      """;
}
