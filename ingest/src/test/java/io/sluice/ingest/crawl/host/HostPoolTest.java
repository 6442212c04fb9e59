package io.sluice.ingest.crawl.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.crawl.fetch.Ask;
import io.sluice.ingest.crawl.fetch.Exchange;
import io.sluice.ingest.crawl.fetch.Exchange.Failure;
import io.sluice.ingest.crawl.fetch.Exchange.Field;
import io.sluice.ingest.crawl.fetch.FetchConfig;
import io.sluice.ingest.crawl.fetch.Fetcher;
import io.sluice.ingest.crawl.fetch.Identity;
import io.sluice.ingest.crawl.fetch.NetworkConfig;
import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.crawl.frontier.Target;
import io.sluice.ingest.crawl.frontier.Visit;
import io.sluice.ingest.crawl.robots.RobotsConfig;
import io.sluice.ingest.crawl.store.CrawlStore;
import io.sluice.ingest.crawl.store.Place;
import io.sluice.ingest.crawl.store.Recovery;
import io.sluice.ingest.crawl.store.StoreConfig;
import io.sluice.ingest.crawl.url.Address;
import io.sluice.ingest.crawl.url.ScopeConfig;
import io.sluice.ingest.crawl.url.UrlLimits;
import io.sluice.ingest.run.Files;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts by a clock that stands still but for sleeps, and a fetcher that answers from a script. */
class HostPoolTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final long FETCH_MILLIS = 100;

  @TempDir private Path folder;

  private final Map<String, String> outcomes = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();

  /** A clock that goes on by sleeping alone. */
  private static final class Standing implements Time {
    private Instant now = START;

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public synchronized void sleep(Duration pause) {
      now = now.plus(pause);
    }
  }

  private final Standing time = new Standing();

  private static CrawlSettings settings(String pace) {
    return new CrawlSettings(
        Config.parse(Identity.class, "{contact: me@example.org}", "test"),
        Config.parse(
            PaceConfig.class, "{delay_factor: 0, retries: 2, backoff_seconds: 4" + pace + "}", "t"),
        Config.parse(FetchConfig.class, "{}", "test"),
        Config.parse(NetworkConfig.class, "{}", "test"),
        Config.parse(RobotsConfig.class, "{}", "test"),
        Config.parse(ScopeConfig.class, "{}", "test"),
        Config.parse(UrlLimits.class, "{}", "test"),
        Config.parse(StoreConfig.class, "{}", "test"),
        "2026-11");
  }

  private static Target target(String url) {
    return new Target(Address.key(url), url, Address.of(url).host(), false, 0, 0, true, null, null);
  }

  private static HostBatch batch(String... urls) {
    List<Target> targets = Stream.of(urls).map(HostPoolTest::target).toList();
    return new HostBatch(HostState.unknown(targets.get(0).host()), targets);
  }

  private static Exchange answer(int status, String body, String... fields) {
    List<Field> all = new ArrayList<>(List.of(new Field("Content-Type", "text/html")));
    for (int i = 0; i < fields.length; i += 2) {
      all.add(new Field(fields[i], fields[i + 1]));
    }
    return new Exchange(
        START,
        FETCH_MILLIS,
        "GET / HTTP/1.1\r\n\r\n",
        status,
        "http/1.1",
        "Reason",
        all,
        body.getBytes(StandardCharsets.UTF_8),
        null,
        "192.0.2.1",
        null,
        null);
  }

  private static Exchange failed(Failure failure) {
    return new Exchange(
        START, 0, null, 0, null, null, List.of(), new byte[0], null, null, failure, "why");
  }

  private Place place() throws IOException {
    var root = new org.apache.hadoop.fs.Path(folder.toUri());
    return Place.of(Files.system(root, new Configuration(false)), root, 1, 0);
  }

  /** Fetches; what is asked for stands in {@link #asked} with its second. */
  private void run(String pace, Function<Ask, Exchange> server, HostBatch... batches)
      throws Exception {
    CrawlSettings settings = settings(pace);
    Recovery recovered = Recovery.of(place());
    Fetcher fetcher =
        new Fetcher() {
          @Override
          public Exchange fetch(Ask ask) {
            synchronized (asked) {
              Duration since = Duration.between(START, time.instant());
              asked.add(since.toSeconds() + " " + ask.url());
            }
            return server.apply(ask);
          }

          @Override
          public void close() {}
        };
    Map<String, String> ends = new ConcurrentHashMap<>();
    try (CrawlStore store =
        new CrawlStore(place(), recovered, settings.store(), settings.info(), time)) {
      new HostPool(
              new HostTools(
                  settings,
                  settings.links(),
                  fetcher,
                  store,
                  recovered,
                  time,
                  1,
                  visit -> ends.put(visit.url(), end(visit))))
          .run(List.of(batches).iterator(), () -> false);
    } finally {
      outcomes.putAll(ends);
    }
  }

  private static String end(Visit visit) {
    return visit.outcome() + (visit.tries() > 1 ? " " + visit.tries() : "");
  }

  private static Exchange noRobots(Ask ask, Exchange otherwise) {
    return ask.url().endsWith("/robots.txt") ? answer(404, "") : otherwise;
  }

  @Test
  void aHostIsAskedAtItsPace() throws Exception {
    run(
        ", delay_seconds: 2",
        ask -> noRobots(ask, answer(200, "x")),
        batch("http://a.test/1", "http://a.test/2"));
    assertEquals(
        List.of("0 http://a.test/robots.txt", "2 http://a.test/1", "4 http://a.test/2"), asked);
    assertEquals(Map.of("http://a.test/1", "fetched", "http://a.test/2", "fetched"), outcomes);
  }

  @Test
  void aLongerCrawlDelayStandsOverThePaceAndBoundsTheRound() throws Exception {
    run(
        ", round_seconds: 25",
        ask ->
            ask.url().endsWith("/robots.txt")
                ? answer(200, "User-agent: *\nCrawl-delay: 10\n")
                : answer(200, "x"),
        batch("http://a.test/1", "http://a.test/2", "http://a.test/3"));
    assertEquals(
        List.of("0 http://a.test/robots.txt", "10 http://a.test/1", "20 http://a.test/2"), asked);
    assertEquals(2, outcomes.size(), "the third waits for another round");
  }

  @Test
  void retryAfterIsWaitedAndBackOffDoubles() throws Exception {
    List<Exchange> answers =
        new ArrayList<>(
            List.of(
                answer(429, "", "Retry-After", "30"),
                answer(200, "x"),
                failed(Failure.TIMEOUT),
                answer(502, ""),
                answer(200, "y")));
    run(
        "",
        ask -> ask.url().endsWith(".txt") ? answer(404, "") : answers.remove(0),
        batch("http://a.test/1", "http://a.test/2"));
    assertEquals(
        List.of(
            "0 http://a.test/robots.txt",
            "1 http://a.test/1",
            "31 http://a.test/1",
            "32 http://a.test/2",
            "36 http://a.test/2",
            "44 http://a.test/2"),
        asked);
    assertEquals(Map.of("http://a.test/1", "fetched 2", "http://a.test/2", "fetched 3"), outcomes);
  }

  @Test
  void aHostThatAsksForTooMuchIsSetAside() throws Exception {
    run(
        ", max_wait_seconds: 60",
        ask -> noRobots(ask, answer(503, "", "Retry-After", "3600")),
        batch("http://a.test/1", "http://a.test/2"),
        batch("http://b.test/1"));
    assertEquals(
        Map.of(
            "http://a.test/1", "backed_off",
            "http://a.test/2", "host_set_aside",
            "http://b.test/1", "backed_off"),
        outcomes);
  }

  @Test
  void aHostThatFailsTooOftenIsSetAside() throws Exception {
    run(
        ", max_failures: 2",
        ask -> noRobots(ask, failed(Failure.NETWORK)),
        batch("http://a.test/1", "http://a.test/2", "http://a.test/3"));
    assertEquals(
        Map.of(
            "http://a.test/1", "network 3",
            "http://a.test/2", "network 3",
            "http://a.test/3", "host_set_aside"),
        outcomes);
  }

  @Test
  void aHostOfAPrivateAddressIsAskedNothing() throws Exception {
    run("", ask -> failed(Failure.REFUSED), batch("http://a.test/1", "http://a.test/2"));
    assertEquals(
        Map.of("http://a.test/1", "address_refused", "http://a.test/2", "address_refused"),
        outcomes);
    assertEquals(1, asked.size());
  }

  @Test
  void aHostWithoutAnAddressEndsAsThat() throws Exception {
    run("", ask -> failed(Failure.DNS), batch("http://a.test/1", "http://a.test/2"));
    assertEquals(Map.of("http://a.test/1", "dns", "http://a.test/2", "dns"), outcomes);
  }

  @Test
  void robotsRedirectsAreFollowedFiveTimes() throws Exception {
    run(
        "",
        ask -> {
          String url = ask.url();
          if (url.equals("http://a.test/robots.txt")) {
            return answer(301, "", "Location", "http://b.test/r1");
          }
          int at = url.indexOf("/r");
          if (at > 0 && !url.endsWith("/r4")) {
            int next = Integer.parseInt(url.substring(at + 2)) + 1;
            return answer(302, "", "Location", "/r" + next);
          }
          return url.endsWith("/r4")
              ? answer(200, "User-agent: *\nDisallow: /no")
              : answer(200, "x");
        },
        batch("http://a.test/no", "http://a.test/yes"));
    assertEquals(Map.of("http://a.test/no", "robots", "http://a.test/yes", "fetched"), outcomes);
  }

  @Test
  void whatWasWrittenBeforeAKillIsNotFetchedAgain() throws Exception {
    HostBatch batch = batch("http://a.test/1", "http://a.test/2", "http://a.test/3");
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                "",
                ask -> {
                  if (ask.url().endsWith("/3")) {
                    throw new IllegalArgumentException("killed");
                  }
                  return noRobots(ask, answer(200, "page " + ask.url()));
                },
                batch));
    Path warc = folder.resolve("round-00001/part-00000-00000.warc.gz");
    Path journal = folder.resolve("_journal/round-00001/part-00000-00000.jsonl");
    long whole = java.nio.file.Files.size(warc);
    // a kill in the middle of the next record, and in the middle of a line
    append(warc, "half a rec");
    append(journal, "{\"end\": 12, \"vis");
    asked.clear();
    run("", ask -> noRobots(ask, answer(200, "page " + ask.url())), batch);
    assertEquals(List.of("4 http://a.test/3"), asked, "robots.txt is remembered too");
    assertEquals(whole, java.nio.file.Files.size(warc));
    assertEquals(List.of("http://a.test/1", "http://a.test/2", "http://a.test/3"), pages());
  }

  @Test
  void aPageWhoseRecordsAreNotWholeIsFetchedAgain() throws Exception {
    HostBatch batch = batch("http://a.test/1", "http://a.test/2");
    run("", ask -> noRobots(ask, answer(200, "page " + ask.url())), batch);
    Path warc = folder.resolve("round-00001/part-00000-00000.warc.gz");
    try (RandomAccessFile file = new RandomAccessFile(warc.toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    asked.clear();
    run("", ask -> noRobots(ask, answer(200, "page " + ask.url())), batch);
    assertEquals(1, asked.size());
    assertEquals(List.of("http://a.test/1", "http://a.test/2"), pages());
  }

  private static void append(Path file, String text) throws IOException {
    java.nio.file.Files.writeString(
        file, text, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
  }

  /** The pages of all WARC files, sorted. */
  private List<String> pages() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> list = java.nio.file.Files.list(folder.resolve("round-00001"))) {
      files = list.filter(file -> file.toString().endsWith(".warc.gz")).toList();
    }
    for (Path file : files) {
      try (WarcPages pages =
          WarcPages.open(file.toString(), new Configuration(), new WarcLimits(1_000_000))) {
        for (WarcPage page = pages.next(); page != null; page = pages.next()) {
          if (page.status() == 200) {
            found.add(page.url());
          }
        }
      }
    }
    found.sort(null);
    return found;
  }
}
