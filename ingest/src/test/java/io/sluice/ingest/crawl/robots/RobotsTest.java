package io.sluice.ingest.crawl.robots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.crawl.frontier.RobotsText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ORIGIN = "https://a.test";

  private static RobotsText fetched(int status, String text) {
    return Robots.remember(null, ORIGIN, NOW, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Robots rules(RobotsText text, Instant now) {
    return Robots.of(text, "Sluice", Duration.ofSeconds(60), now);
  }

  private static Robots rules(String text) {
    return rules(fetched(200, text), NOW);
  }

  @Test
  void theGroupOfOurNameStandsOverThatOfEveryone() {
    Robots robots =
        rules("User-agent: *\nDisallow: /\n\nUser-agent: sluice\nDisallow: /no\nAllow: /no/but\n");
    assertTrue(robots.allows(ORIGIN + "/yes"));
    assertFalse(robots.allows(ORIGIN + "/no/x"));
    assertTrue(robots.allows(ORIGIN + "/no/but/this"));
    assertFalse(rules("User-agent: *\nDisallow: /").allows(ORIGIN + "/yes"));
    assertTrue(rules("User-agent: sluicebot\nDisallow: /").allows(ORIGIN + "/yes"));
  }

  @Test
  void wildcardsAndEncodingsAreRead() {
    Robots robots = rules("User-agent: *\nDisallow: /*.cgi$\nDisallow: /a%20b\nDisallow: /ü\n");
    assertFalse(robots.allows(ORIGIN + "/x/y.cgi"));
    assertTrue(robots.allows(ORIGIN + "/x/y.cgi?z=1"));
    assertFalse(robots.allows(ORIGIN + "/a%20b"));
    assertFalse(robots.allows(ORIGIN + "/%C3%BC"));
  }

  @ParameterizedTest
  @CsvSource({
    "404, true",
    "401, true",
    "403, true",
    "410, true",
    "302, true",
    "204, true",
    "500, false",
    "503, false",
    "429, false",
    "0, false"
  })
  void theStatusDecidesWhereThereAreNoRules(int status, boolean allowed) {
    Robots robots = rules(fetched(status, ""), NOW);
    assertEquals(allowed, robots.allows(ORIGIN + "/x"));
    assertEquals(!allowed, robots.unreachable());
  }

  @Test
  void afterThirtyDaysAFileThatCannotBeHadForbidsNothingNew() {
    RobotsText before = fetched(200, "User-agent: *\nDisallow: /no");
    RobotsText gone = Robots.remember(before, ORIGIN, NOW, 503, new byte[0]);
    RobotsText still = Robots.remember(gone, ORIGIN, NOW.plus(Duration.ofDays(20)), 0, new byte[0]);
    assertEquals(NOW.toEpochMilli(), still.unreachableSince());
    assertTrue(rules(still, NOW.plus(Duration.ofDays(30))).unreachable());
    Robots late = rules(still, NOW.plus(Duration.ofDays(31)));
    assertTrue(late.allows(ORIGIN + "/yes"));
    assertFalse(late.allows(ORIGIN + "/no"), "what was last known still holds");
    RobotsText never = Robots.remember(null, ORIGIN, NOW, 503, new byte[0]);
    assertTrue(rules(never, NOW.plus(Duration.ofDays(31))).allows(ORIGIN + "/no"));
    assertEquals(0, Robots.remember(still, ORIGIN, NOW, 404, new byte[0]).unreachableSince());
  }

  @Test
  void delayAndSitemapsAreRead() {
    Robots robots =
        rules("User-agent: *\nCrawl-delay: 2.5\nSitemap: https://a.test/s.xml\nSitemap: /t.xml");
    assertEquals(Duration.ofMillis(2500), robots.delay());
    assertEquals(List.of("https://a.test/s.xml", "https://a.test/t.xml"), robots.sitemaps());
    assertNull(rules("User-agent: *\nDisallow:").delay());
    assertFalse(
        rules("User-agent: *\nCrawl-delay: 61").allows(ORIGIN + "/"),
        "a site that asks for a longer pause than is waited is left");
  }

  @Test
  void directivesAreTheUnionOfWhatIsSaidToAllAndToUs() {
    List<String> unwanted = List.of("noindex", "none", "noai");
    assertEquals("none", new Directives("Sluice").header(List.of("none")).firstOf(unwanted));
    assertTrue(new Directives("sluice").header(List.of("NONE")).nofollow());
    assertNull(
        new Directives("sluice")
            .header(List.of("otherbot: noindex, nofollow", "max-snippet: 5, noarchive"))
            .firstOf(unwanted));
    assertEquals(
        "noindex",
        new Directives("sluice")
            .header(List.of("otherbot: nofollow, Sluice: noindex"))
            .firstOf(unwanted));
    assertEquals(
        "noindex",
        new Directives("sluice")
            .header(List.of("unavailable_after: 25 Jun 2030 15:00:00 PST, noindex"))
            .firstOf(unwanted));
    assertTrue(new Directives("sluice").meta("ROBOTS", "NoIndex NOFOLLOW").nofollow());
    assertEquals("noai", new Directives("sluice").meta("sluice", "noai").firstOf(unwanted));
    assertFalse(new Directives("sluice").meta("googlebot", "nofollow").nofollow());
  }
}
