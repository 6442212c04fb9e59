package io.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.fixture.CrawlSite;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/**
 * A crawl of three hosts on loopback that is killed twice on the way. Its WARC files stay in {@code
 * tests/target/crawl} for the Python tests.
 */
class CrawlIT {
  private static final long DEADLINE_NANOS = 600_000_000_000L;
  private static final int DELAY_MILLIS = 200;

  /** What the server sees of a pause varies by how soon its thread runs. */
  private static final int JITTER_MILLIS = 150;

  /** Addresses that are asked for again since they fail. */
  private static final String RETRIED = "/(busy|flaky|broken|cut|error|stuck)|/robots.txt";

  private static final String PAGES =
      """
      a.test/ a.test/based a.test/behind-cond a.test/behind-noindex a.test/behind-other
      a.test/behind-zip a.test/big a.test/cal?year=2026&month=11 a.test/cal?year=2026&month=12
      a.test/cal?year=2027&month=1
      a.test/canonical a.test/canonical?ref=1 a.test/cond a.test/elsewhere/page a.test/endless/
      a.test/endless/more/ a.test/from-sitemap a.test/hop/3 a.test/nofollow a.test/one
      a.test/other-bot a.test/private/open a.test/query?p=1 a.test/query?p=2 a.test/query?p=3
      a.test/refresh a.test/refreshed a.test/two?x=1 a.test/zipped b.test/ b.test/busy b.test/flaky
      b.test/last b.test/slow
      """;

  private static Path pipeline(Path folder, CrawlSite site) throws IOException {
    return Files.writeString(
        folder.resolve("crawl.yaml"),
        String.format(
            Locale.ROOT,
            """
        crawl:
          seeds: ['%s', '%s', '%s']
          identity: {contact: 'https://crawl.example.org/'}
          network: {allow: [127.0.0.1], hosts: {a.test: 127.0.0.1, b.test: 127.0.0.1, c.test: 127.0.0.1}}
          pace: {delay_seconds: 0.2, backoff_seconds: 0.2, retries: 1}
          limits: {max_depth: 3, max_redirects: 2, max_repeats: 1, max_queries_per_path: 3}
          fetch: {read_seconds: 1.5, max_body_bytes: 50000}
          store: {file_bytes: 30000}
        web:
          inputs: [{name: crawl, paths: ['${run}/warc']}]
          languages: []
        """,
            site.url("a.test", "/"),
            site.url("b.test", "/"),
            site.url("c.test", "/")));
  }

  @Test
  void aKilledCrawlLosesAndRepeatsNothing() throws Exception {
    Path folder = Sluice.home().resolve("tests/target/crawl");
    Folders.remove(folder);
    Files.createDirectories(folder);
    Sluice sluice = new Sluice(folder);
    Path run = folder.resolve("run");
    try (CrawlSite site = new CrawlSite()) {
      String[] arguments = {
        "run",
        pipeline(folder, site).toString(),
        "--out",
        run.toString(),
        "--only",
        "crawl,web",
        "--master",
        "local[2]"
      };
      killedAfter(10, site, sluice, "killed", arguments);
      killedAfter(30, site, sluice, "killed-again", arguments);
      Sluice.Ended ended = sluice.await("crawl", sluice.start("crawl", Map.of(), arguments)).ok();
      assertEquals("done", ended.jobs().get("crawl"), ended.err());
      assertEquals("done", ended.jobs().get("web"), ended.err());
      assertEquals(new TreeSet<>(List.of(PAGES.split("\\s+"))), pages(run, site));
      nothingIsAskedForTwice(site, 2);

      int requests = site.requests().size();
      sluice.run("crawl-again", arguments).ok();
      assertEquals(requests, site.requests().size(), "a finished crawl asks for nothing");

      Path second = folder.resolve("run-again");
      sluice
          .run(
              "crawl-once-more",
              "crawl",
              "--config",
              folder.resolve("crawl.yaml").toString(),
              "--in",
              site.url("a.test", "/cond"),
              "--out",
              second.toString(),
              "--set",
              "crawl.previous=" + run,
              "--set",
              "crawl.scope.include=[a.test/cond, a.test/behind-cond]",
              "--master",
              "local[2]")
          .ok();
      assertEquals(new TreeSet<>(), pages(second, site), "nothing had changed");
    }
  }

  private static void killedAfter(
      int requests, CrawlSite site, Sluice sluice, String name, String... arguments)
      throws Exception {
    Process process = sluice.start(name, Map.of(), arguments);
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    try {
      while (site.requests().size() < requests) {
        assertTrue(process.isAlive(), name + " ended by itself");
        assertTrue(System.nanoTime() < deadline, name + " asked for too little in time");
        Thread.sleep(5);
      }
    } finally {
      process.destroyForcibly();
    }
    sluice.await(name, process);
  }

  /** Pages that stand in the WARC files, each once. */
  private static Set<String> pages(Path run, CrawlSite site) throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(run.resolve("warc"))) {
      files = walk.filter(file -> file.toString().endsWith(".warc.gz")).sorted().toList();
    }
    for (Path file : files) {
      try (WarcPages pages =
          WarcPages.open(file.toString(), new Configuration(), new WarcLimits(1 << 20))) {
        for (WarcPage page = pages.next(); page != null; page = pages.next()) {
          if (page.status() == 200 && "text/html".equals(page.contentType())) {
            found.add(page.url().replace("http://", "").replace(":" + site.port(), ""));
          }
        }
      }
    }
    TreeSet<String> distinct = new TreeSet<>(found);
    assertEquals(distinct.size(), found.size(), "a page stands twice in " + found);
    return distinct;
  }

  /**
   * The pause between two requests to a host is kept over the kills, and what is asked for twice
   * was under way at one: at most one address a host and a kill.
   */
  private static void nothingIsAskedForTwice(CrawlSite site, int kills) {
    site.byHost()
        .forEach(
            (host, seen) -> {
              Map<String, Integer> times = new HashMap<>();
              int again = 0;
              for (int i = 0; i < seen.size(); i++) {
                CrawlSite.Seen now = seen.get(i);
                if (!now.path().matches(RETRIED) && times.merge(now.path(), 1, Integer::sum) > 1) {
                  again++;
                }
                long pause = i == 0 ? DELAY_MILLIS : now.millis() - seen.get(i - 1).millis();
                assertTrue(
                    pause >= DELAY_MILLIS - JITTER_MILLIS,
                    host + now.path() + " came " + pause + " ms after the one before");
              }
              assertTrue(again <= kills, host + ": " + again + " addresses were asked for again");
            });
  }
}
