package io.sluice.ingest.crawl.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.crawl.frontier.Outcome;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrapsTest {
  private static final UrlLimits LIMITS =
      Config.parse(
          UrlLimits.class,
          "{max_depth: 3, max_redirects: 2, max_length: 200, max_segments: 6, max_parameters: 3}",
          "test");
  private static final Traps TRAPS = new Traps(LIMITS, YearMonth.of(2026, 11));

  private static Outcome judge(String path, int depth, int redirects) {
    String url = "http://a.test" + path;
    return TRAPS.judge(url, Address.of(url), depth, redirects);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/, -",
        "/2024/05/17/story, -",
        "/2027/11/story, -",
        "/2027/12/story, CALENDAR",
        "/archive/1987/03/, -",
        "/calendar/2026-12, -",
        "/calendar/2024-01, CALENDAR",
        "/calendar/9999-01, CALENDAR",
        "/events/20280101, CALENDAR",
        "/local/20280101, -",
        "/product/20305, -",
        "/events/202801, CALENDAR",
        "/product/20501399, -",
        "/events/120280101, -",
        "/x?month=1&year=2031, CALENDAR",
        "/x?year=2031&month=1, CALENDAR",
        "/x?year=2026, -",
        "/x?year=1999, -",
        "/events?year=2020, CALENDAR",
        "/v/9912, -",
        "/a/b/a/b/a, -",
        "/aa/bb/aa/bb/aa, PATH_TRAP",
        "/1/1/1/1, -",
        "/12/12/12, -",
        "/a1/b1/c1/d1/e1/f1, -",
        "/a1/b1/c1/d1/e1/f1/g1, PATH_TRAP",
        "/x?a=1&b=2&c=3, -",
        "/x?a=1&b=2&c=3&d=4, QUERY_TRAP"
      })
  void tellsWhatHasNoEnd(String path, Outcome outcome) {
    assertEquals(outcome, judge(path, 0, 0));
  }

  @Test
  void boundsAreTheLastThatIsAllowed() {
    assertEquals(null, judge("/x", 3, 2));
    assertEquals(Outcome.DEPTH, judge("/x", 4, 0));
    assertEquals(Outcome.REDIRECT_LIMIT, judge("/x", 0, 3));
    assertEquals(null, judge("/" + "x".repeat(200 - 14), 0, 0));
    assertEquals(Outcome.URL_LENGTH, judge("/" + "x".repeat(200 - 13), 0, 0));
  }
}
