package io.sluice.ingest.crawl.host;

import java.time.Duration;
import java.time.Instant;

/** Spaces the requests to one host, from however many threads. */
final class HostPace {
  private final Time time;
  private final double factor;
  private Duration delay;
  private Instant next;

  /**
   * A pace.
   *
   * @param last when the host was last asked
   * @param factor pause after an answer as a multiple of the time that it took
   */
  HostPace(Time time, Duration delay, Instant last, double factor) {
    this.time = time;
    this.delay = delay;
    this.factor = factor;
    this.next = last.plus(delay);
  }

  /** The pause between two requests from now on; the one that is running counts. */
  synchronized void slowTo(Duration longer) {
    next = next.plus(longer.minus(delay));
    delay = longer;
  }

  synchronized Duration delay() {
    return delay;
  }

  /** Waits for the host's next turn. */
  void await() throws InterruptedException {
    for (Duration left = left(); !left.isZero(); left = left()) {
      time.sleep(left);
    }
  }

  /** How long until the turn that is taken now; zero where it was taken. */
  private synchronized Duration left() {
    Instant now = time.instant();
    if (now.isBefore(next)) {
      // whole milliseconds, so that the sleep does not end before the turn
      return Duration.ofMillis(Duration.between(now, next).toMillis() + 1);
    }
    next = now.plus(delay);
    return Duration.ZERO;
  }

  /** An answer came, or none, after so long. */
  synchronized void answered(long millis) {
    later(Duration.ofMillis(Math.round(millis * factor)));
  }

  /** No request before this pause is over. */
  synchronized void hold(Duration pause) {
    later(pause);
  }

  private void later(Duration pause) {
    Instant then = time.instant().plus(pause);
    next = then.isAfter(next) ? then : next;
  }
}
