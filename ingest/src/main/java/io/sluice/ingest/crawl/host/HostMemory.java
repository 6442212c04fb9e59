package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.frontier.RobotsText;
import io.sluice.ingest.crawl.store.JournalLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of a host while its round runs; safe to call from several threads. */
final class HostMemory {
  private final HostTools tools;
  private final String host;
  private final List<RobotsText> robots;
  private long version;
  private final long lastRequest;
  private int failures;
  private String setAside;

  /** Begins with the state at the round's beginning, or the newer one from before a kill. */
  HostMemory(HostState planned, HostTools tools) {
    HostState found = tools.recovered().host(planned.host());
    HostState state = found == null || found.version() < planned.version() ? planned : found;
    this.tools = tools;
    this.host = state.host();
    this.robots = new ArrayList<>(state.robots());
    this.version = state.version();
    this.failures = state.failures();
    this.setAside = state.setAside();
    this.lastRequest = Math.max(state.lastRequest(), tools.recovered().lastStart(host));
  }

  String host() {
    return host;
  }

  /** The host's pace, from the last request on. */
  HostPace pace() {
    PaceConfig config = tools.settings().pace();
    return new HostPace(
        tools.time(),
        PaceConfig.seconds(config.delaySeconds()),
        Instant.ofEpochMilli(lastRequest),
        config.delayFactor());
  }

  /** Why the host is asked no more, or null. */
  synchronized String setAside() {
    return setAside;
  }

  /** The outcome of addresses of a host that is set aside. */
  synchronized Outcome asideOutcome() {
    String first = setAside.substring(0, setAside.indexOf(':'));
    return Outcome.valueOf(first.toUpperCase(Locale.ROOT));
  }

  /** Sets the host aside; the first reason stands. */
  synchronized void setAside(Outcome outcome, String why) {
    if (setAside == null) {
      setAside = outcome.id() + ": " + why;
    }
  }

  /** An address worked. */
  synchronized void worked() {
    failures = 0;
  }

  /** An address failed. */
  synchronized void failed() {
    failures++;
    if (failures >= tools.settings().pace().maxFailures()) {
      setAside(Outcome.HOST_SET_ASIDE, failures + " addresses in a row failed");
    }
  }

  /** The robots.txt of an origin as last fetched, or null. */
  synchronized RobotsText robots(String origin) {
    return robots.stream().filter(r -> r.origin().equals(origin)).findFirst().orElse(null);
  }

  /** Remembers a robots.txt, and writes it down. */
  synchronized void remember(RobotsText text) throws IOException {
    robots.removeIf(r -> r.origin().equals(text.origin()));
    robots.add(text);
    write(false);
  }

  /** Writes down what is known when the round is done with the host. */
  synchronized void finished() throws IOException {
    write(true);
  }

  private void write(boolean finished) throws IOException {
    version++;
    HostState state =
        new HostState(
            host,
            version,
            tools.round(),
            finished,
            tools.time().instant().toEpochMilli(),
            failures,
            setAside,
            robots);
    tools.store().put(List.of(), JournalLine.of(state));
  }
}
