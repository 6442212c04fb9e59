package io.sluice.ingest.crawl.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock, and waiting by it. */
public interface Time extends InstantSource {

  /** Waits. */
  void sleep(Duration pause) throws InterruptedException;

  /** The machine's clock. */
  static Time system() {
    Clock clock = Clock.systemUTC();
    return new Time() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public void sleep(Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
      }
    };
  }
}
