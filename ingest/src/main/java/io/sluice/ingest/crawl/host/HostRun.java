package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.fetch.Ask;
import io.sluice.ingest.crawl.fetch.Exchange;
import io.sluice.ingest.crawl.fetch.Exchange.Failure;
import io.sluice.ingest.crawl.fetch.RetryAfter;
import io.sluice.ingest.crawl.frontier.Earlier;
import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.frontier.Target;
import io.sluice.ingest.crawl.frontier.Visit;
import io.sluice.ingest.crawl.robots.Robots;
import io.sluice.ingest.crawl.store.JournalLine.Start;
import io.sluice.ingest.crawl.store.Records;
import io.sluice.ingest.crawl.store.Records.Keep;
import io.sluice.ingest.crawl.url.Address;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One host in one round: its addresses in order, at its pace, by its robots.txt. Called from as
 * many threads as the host has connections.
 */
final class HostRun {
  private final HostBatch batch;
  private final HostTools tools;
  private final HostMemory memory;
  private final HostPace pace;
  private final HostRobots robots;
  private int position;

  HostRun(HostBatch batch, HostTools tools) {
    this.batch = batch;
    this.tools = tools;
    this.memory = new HostMemory(batch.state(), tools);
    this.pace = memory.pace();
    this.robots = new HostRobots(memory, pace, tools);
  }

  /** Takes addresses until none is left; the last thread to end writes down what is known. */
  void work() throws IOException, InterruptedException {
    for (Target target = next(); target != null; target = next()) {
      end(target);
    }
  }

  /** Writes down that the round is done with the host. */
  void finish() throws IOException {
    memory.finished();
  }

  private synchronized Target next() throws IOException, InterruptedException {
    while (position < batch.targets().size()) {
      Target target = batch.targets().get(position);
      // counted whether fetched before a kill or not: a round holds the same after it
      if (memory.setAside() == null && position >= quota(target)) {
        return null;
      }
      position++;
      if (!tools.recovered().done(target.key())) {
        return target;
      }
    }
    return null;
  }

  /** How many addresses this round may have; the pause is known once robots.txt is. */
  private int quota(Target target) throws IOException, InterruptedException {
    if (position == 0) {
      robots.of(Address.of(target.url()).origin());
    }
    return tools.settings().pace().quota(pace.delay());
  }

  private void end(Target target) throws IOException, InterruptedException {
    if (memory.setAside() != null) {
      tools.end(Visit.without(target, memory.asideOutcome(), memory.setAside(), 0));
      return;
    }
    Robots rules = robots.of(Address.of(target.url()).origin());
    if (memory.setAside() != null) {
      tools.end(Visit.without(target, memory.asideOutcome(), memory.setAside(), 0));
    } else if (rules.unreachable()) {
      tools.end(Visit.without(target, Outcome.ROBOTS_UNREACHABLE, null, 0));
    } else if (!rules.allows(target.url())) {
      tools.end(Visit.without(target, Outcome.ROBOTS, null, 0));
    } else {
      fetch(target);
    }
  }

  private void fetch(Target target) throws IOException, InterruptedException {
    PaceConfig config = tools.settings().pace();
    for (int tries = 1; ; tries++) {
      Exchange exchange = exchange(target);
      Outcome trouble = trouble(exchange);
      if (trouble == null || trouble == Outcome.ADDRESS_REFUSED) {
        answered(target, exchange, trouble, tries);
        return;
      }
      Duration asked = RetryAfter.parse(exchange.first("retry-after"), tools.time().instant());
      Duration pause = asked == null ? config.backoff(tries) : asked;
      boolean tooLong = pause.compareTo(PaceConfig.seconds(config.maxWaitSeconds())) > 0;
      if (tooLong) {
        memory.setAside(Outcome.HOST_SET_ASIDE, "asked to wait " + pause.toSeconds() + " s");
      } else {
        pace.hold(pause);
      }
      if (tooLong || tries > config.retries() || memory.setAside() != null) {
        memory.failed();
        answered(target, exchange, trouble, tries);
        return;
      }
    }
  }

  private Exchange exchange(Target target) throws IOException, InterruptedException {
    pace.await();
    tools.put(new Start(memory.host(), target.url(), tools.time().instant().toEpochMilli()));
    int most =
        target.sitemap()
            ? tools.settings().fetch().maxSitemapBytes()
            : tools.settings().fetch().maxBodyBytes();
    Earlier earlier = target.sitemap() ? null : target.earlier();
    Exchange exchange =
        tools
            .fetcher()
            .fetch(
                new Ask(
                    target.url(),
                    earlier == null ? null : earlier.etag(),
                    earlier == null ? null : earlier.lastModified(),
                    most,
                    target.sitemap()));
    pace.answered(exchange.millis());
    HostTools.stopIfInterrupted();
    return exchange;
  }

  /** What is wrong with an exchange that another try may mend, or null. */
  private static Outcome trouble(Exchange exchange) {
    Outcome failed = failure(exchange.failure());
    if (failed != null) {
      return failed;
    }
    int status = exchange.status();
    if (status == 429 || status == 503) {
      return Outcome.BACKED_OFF;
    }
    return status >= 500 || status == 408 ? Outcome.HTTP_STATUS : null;
  }

  /** The outcome of an exchange without an answer, or null. */
  static Outcome failure(Failure failure) {
    if (failure == null) {
      return null;
    }
    return switch (failure) {
      case REFUSED -> Outcome.ADDRESS_REFUSED;
      case DNS -> Outcome.DNS;
      case TIMEOUT -> Outcome.TIMEOUT;
      case NETWORK -> Outcome.NETWORK;
    };
  }

  private void answered(Target target, Exchange exchange, Outcome trouble, int tries)
      throws IOException {
    if (exchange.failure() != null) {
      tools.end(Visit.without(target, trouble, exchange.detail(), tries));
      return;
    }
    if (trouble == null) {
      memory.worked();
    }
    Reading reading =
        trouble == null
            ? Reading.of(target, exchange, tools.settings(), tools.links())
            : new Reading(
                trouble, "status " + exchange.status(), Keep.RESPONSE, List.of(), 0, null);
    Map<String, String> about = new TreeMap<>();
    about.put("fetchTimeMs", Long.toString(exchange.millis()));
    about.put("hopsFromSeed", Integer.toString(target.depth()));
    about.put("redirects", Integer.toString(target.redirects()));
    about.put("outlinkCount", Integer.toString(reading.links().size()));
    about.put("outcome", reading.outcome().id());
    if (target.via() != null) {
      about.put("via", target.via());
    }
    Records records = Records.of(target.url(), exchange, reading.keep(), target.earlier(), about);
    boolean same = reading.outcome() == Outcome.UNCHANGED;
    Visit.Answer answer =
        new Visit.Answer(
            exchange.status(),
            exchange.mediaType(),
            exchange.body().length,
            exchange.cut() != null,
            records.digest(),
            known(exchange, "etag", target, reading.keep()),
            known(exchange, "last-modified", target, reading.keep()),
            exchange.started().toString(),
            exchange.millis(),
            exchange.ip(),
            exchange.protocol(),
            same ? target.earlier().recordId() : records.responseId(),
            same ? target.earlier().recorded() : exchange.started().toString(),
            reading.canonical(),
            reading.nofollow());
    tools.end(
        records.entries(),
        Visit.of(target, reading.outcome(), reading.detail(), tries, answer, reading.links()));
  }

  /** A validator: an answer that nothing changed need not repeat it. */
  private static String known(Exchange exchange, String field, Target target, Keep keep) {
    String value = exchange.first(field);
    if (value != null || keep != Keep.NOT_MODIFIED) {
      return value;
    }
    return field.equals("etag") ? target.earlier().etag() : target.earlier().lastModified();
  }
}
