package io.sluice.ingest.crawl.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.sluice.ingest.crawl.frontier.RobotsText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a site's robots.txt allows one crawler (RFC 9309; its rules are read by crawler-commons).
 *
 * @param rules as read
 * @param unreachable whether everything is forbidden because the file cannot be had
 */
public record Robots(BaseRobotRules rules, boolean unreachable) {
  /** How much of a robots.txt is read: 500 KiB (RFC 9309 section 2.5). */
  public static final int MAX_BYTES = 500 * 1024;

  /** Redirects of a robots.txt that are followed (RFC 9309 section 2.3.1.2). */
  public static final int MAX_REDIRECTS = 5;

  /** After so long a file that cannot be had forbids nothing more (RFC 9309 section 2.3.1.4). */
  public static final Duration UNREACHABLE = Duration.ofDays(30);

  /**
   * The rules for a product token.
   *
   * @param text what was fetched
   * @param maxDelay the longest crawl-delay that is waited; a site that asks for more is left alone
   */
  public static Robots of(RobotsText text, String token, Duration maxDelay, Instant now) {
    boolean unreachable = text.unreachableSince() > 0;
    if (unreachable
        && Duration.between(Instant.ofEpochMilli(text.unreachableSince()), now)
                .compareTo(UNREACHABLE)
            <= 0) {
      return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), true);
    }
    if (text.text() == null) {
      return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), false);
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(maxDelay.toMillis(), 0);
    return new Robots(
        parser.parseContent(
            text.origin() + "/robots.txt",
            text.text().getBytes(StandardCharsets.ISO_8859_1),
            "text/plain",
            List.of(token.toLowerCase(Locale.ROOT))),
        false);
  }

  /**
   * What to remember of a fetched robots.txt.
   *
   * @param before what was known, or null
   * @param status of the last answer; 0 where there was none; a redirect where there were too many
   * @param body of an answer with status 200
   */
  public static RobotsText remember(
      RobotsText before, String origin, Instant now, int status, byte[] body) {
    // 429 says that the server is busy, not that there are no rules
    if (status == 0 || status >= 500 || status == 429) {
      long since =
          before == null || before.unreachableSince() == 0
              ? now.toEpochMilli()
              : before.unreachableSince();
      String known = before == null ? null : before.text();
      return new RobotsText(origin, now.toEpochMilli(), status, known, since);
    }
    boolean there = status >= 200 && status < 300;
    return new RobotsText(
        origin,
        now.toEpochMilli(),
        status,
        there ? new String(body, StandardCharsets.ISO_8859_1) : null,
        0);
  }

  /** Whether a normal address may be fetched. */
  public boolean allows(String url) {
    return rules.isAllowed(url);
  }

  /** The pause between two requests that the site asks for, or null. */
  public Duration delay() {
    long millis = rules.getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis < 0
        ? null
        : Duration.ofMillis(millis);
  }

  /** The sitemaps that it names. */
  public List<String> sitemaps() {
    return rules.getSitemaps();
  }
}
