package io.sluice.ingest.crawl.host;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.time.Duration;

/**
 * How gently a host is asked.
 *
 * @param delaySeconds between the beginnings of two requests to a host, at least
 * @param delayFactor the pause after an answer, as a multiple of the time that it took
 * @param maxDelaySeconds the longest crawl-delay that is waited; a site with a longer one is left
 * @param connectionsPerHost requests to one host at the same time
 * @param hostsAtOnce hosts that one task asks at the same time
 * @param addressesPerRound addresses of one host in a round
 * @param roundSeconds a host's addresses in a round are so few that their pauses fit into this
 * @param retries further tries after a failure
 * @param backoffSeconds pause before the first of them; doubles with each
 * @param maxWaitSeconds the longest pause; a host that asks for more is set aside
 * @param maxFailures addresses in a row that may fail before a host is set aside
 */
public record PaceConfig(
    @Key(
            doc = "seconds between two requests to a host; a greater crawl-delay stands over it",
            preset = "1.0",
            min = 0,
            max = 3600)
        double delaySeconds,
    @Key(
            doc = "pause after an answer as a multiple of the time that it took",
            preset = "1.0",
            min = 0,
            max = 100)
        double delayFactor,
    @Key(
            doc = "longest crawl-delay in seconds that is waited; a site with a longer one is left",
            preset = "120",
            min = 0,
            max = 86400)
        double maxDelaySeconds,
    @Key(doc = "requests to one host at the same time", preset = "1", min = 1, max = 64)
        int connectionsPerHost,
    @Key(doc = "hosts that one task asks at the same time", preset = "32", min = 1, max = 1024)
        int hostsAtOnce,
    @Key(doc = "addresses of one host in a round, at most", preset = "1000", min = 1)
        int addressesPerRound,
    @Key(
            doc = "seconds of a round: a host gets so many addresses that their pauses fit into it",
            preset = "1800",
            min = 1)
        double roundSeconds,
    @Key(doc = "further tries after a failure", preset = "3", min = 0, max = 20) int retries,
    @Key(doc = "seconds before the first of them, doubled with each", preset = "5", min = 0)
        double backoffSeconds,
    @Key(
            doc = "longest pause in seconds; a host that asks for more (Retry-After) is set aside",
            preset = "300",
            min = 0)
        double maxWaitSeconds,
    @Key(
            doc = "addresses in a row that may fail before a host is set aside",
            preset = "10",
            min = 1)
        int maxFailures)
    implements Serializable {

  /** The pause before a further try. */
  Duration backoff(int tries) {
    double seconds = backoffSeconds * Math.pow(2, tries - 1);
    return seconds(Math.min(seconds, maxWaitSeconds));
  }

  /** Addresses of a host that asks for this pause, in a round. */
  int quota(Duration delay) {
    double seconds = delay.toMillis() / 1000.0;
    double fit = seconds == 0 ? addressesPerRound : Math.floor(roundSeconds / seconds);
    return (int) Math.max(1, Math.min(addressesPerRound, fit));
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
