package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.fetch.Ask;
import io.sluice.ingest.crawl.fetch.Exchange;
import io.sluice.ingest.crawl.fetch.RetryAfter;
import io.sluice.ingest.crawl.frontier.Link;
import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.frontier.RobotsText;
import io.sluice.ingest.crawl.robots.Robots;
import io.sluice.ingest.crawl.store.JournalLine;
import io.sluice.ingest.crawl.store.JournalLine.Start;
import io.sluice.ingest.crawl.store.Records;
import io.sluice.ingest.crawl.store.Records.Keep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The robots.txt files of one host: fetched when they are wanted, at the host's pace. */
final class HostRobots {
  private final HostMemory memory;
  private final HostPace pace;
  private final HostTools tools;
  private final Map<String, Robots> rules = new HashMap<>();

  HostRobots(HostMemory memory, HostPace pace, HostTools tools) {
    this.memory = memory;
    this.pace = pace;
    this.tools = tools;
  }

  /** The rules of an origin. */
  synchronized Robots of(String origin) throws IOException, InterruptedException {
    Robots known = rules.get(origin);
    if (known == null) {
      known = load(origin);
      rules.put(origin, known);
    }
    return known;
  }

  private Robots load(String origin) throws IOException, InterruptedException {
    RobotsText text = memory.robots(origin);
    double hours = tools.settings().robots().hours();
    long now = tools.time().instant().toEpochMilli();
    boolean fresh = text == null || text.fetched() + hours * 3_600_000 <= now;
    if (fresh) {
      text = fetch(origin, text);
    }
    PaceConfig config = tools.settings().pace();
    Robots robots =
        Robots.of(
            text,
            tools.settings().identity().name(),
            PaceConfig.seconds(config.maxDelaySeconds()),
            tools.time().instant());
    Duration delay = robots.delay();
    if (delay != null && delay.compareTo(pace.delay()) > 0) {
      pace.slowTo(delay);
    }
    if (fresh) {
      // the sitemaps before the text: a kill between the two loses nothing
      sitemaps(origin, robots);
      memory.remember(text);
    }
    return robots;
  }

  private void sitemaps(String origin, Robots robots) throws IOException {
    if (!tools.settings().robots().sitemaps() || robots.sitemaps().isEmpty()) {
      return;
    }
    List<Link> links = new ArrayList<>();
    for (String sitemap : robots.sitemaps()) {
      Link link = tools.links().sitemap(origin + "/robots.txt", sitemap, 0);
      if (link != null) {
        links.add(link);
      }
    }
    tools.store().put(List.of(), JournalLine.of(links));
  }

  private RobotsText fetch(String origin, RobotsText before)
      throws IOException, InterruptedException {
    PaceConfig config = tools.settings().pace();
    for (int tries = 1; ; tries++) {
      Exchange exchange = follow(origin);
      int status = exchange.status();
      Outcome failure = HostRun.failure(exchange.failure());
      if (failure == Outcome.ADDRESS_REFUSED) {
        memory.setAside(failure, exchange.detail());
      }
      boolean again = failure != null || status >= 500 || status == 429;
      Duration asked = RetryAfter.parse(exchange.first("retry-after"), tools.time().instant());
      Duration pause = asked == null ? config.backoff(tries) : asked;
      boolean tooLong = pause.compareTo(PaceConfig.seconds(config.maxWaitSeconds())) > 0;
      if (again && !tooLong) {
        pace.hold(pause);
      }
      if (!again || tooLong || tries > config.retries() || memory.setAside() != null) {
        if (failure == Outcome.DNS) {
          memory.setAside(failure, exchange.detail());
        }
        return Robots.remember(
            before,
            origin,
            tools.time().instant(),
            status,
            Reading.decoded(exchange, Robots.MAX_BYTES));
      }
    }
  }

  /** The file, or where its redirects lead, to other hosts too (RFC 9309 section 2.3.1.2). */
  private Exchange follow(String origin) throws IOException, InterruptedException {
    String url = origin + "/robots.txt";
    Exchange exchange = null;
    for (int hops = 0; hops <= Robots.MAX_REDIRECTS && url != null; hops++) {
      pace.await();
      tools.put(new Start(memory.host(), url, tools.time().instant().toEpochMilli()));
      exchange = tools.fetcher().fetch(Ask.plain(url, Robots.MAX_BYTES, true));
      pace.answered(exchange.millis());
      HostTools.stopIfInterrupted();
      if (exchange.failure() != null) {
        return exchange;
      }
      Map<String, String> about = Map.of("fetchTimeMs", Long.toString(exchange.millis()));
      tools
          .store()
          .put(
              Records.of(url, exchange, Keep.RESPONSE, null, about).entries(),
              JournalLine.of(List.<Link>of()));
      String location = exchange.first("location");
      boolean redirect = exchange.status() >= 300 && exchange.status() < 400 && location != null;
      url = redirect ? tools.links().normalizer().resolve(url, location) : null;
    }
    return exchange;
  }
}
