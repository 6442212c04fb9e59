package io.sluice.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05Z,2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.123456789Z,2026-01-02T03:04:05.123456789Z",
    "2026-01-02T03:04:05.5,2026-01-02T03:04:05.500Z",
    "2026-01-02 03:04:05,2026-01-02T03:04:05Z",
    "2026-01-02T03:04Z,2026-01-02T03:04:00Z",
    "2026-01-02,2026-01-02T00:00:00Z",
    "2026-01,2026-01-01T00:00:00Z",
    "2026,2026-01-01T00:00:00Z",
    "2026-01-02T03:04:05+01:00,2026-01-02T02:04:05Z",
    "20140216050221,2014-02-16T05:02:21Z",
    "201404010000000000,2014-04-01T00:00:00Z",
    "201402160502,2014-02-16T05:02:00Z",
  })
  void datesOfAnyPrecisionAreRead(String text, String instant) {
    assertEquals(Instant.parse(instant), Dates.parse(text));
  }

  @Test
  void whatIsNoDateIsNull() {
    for (String text :
        new String[] {null, "", "x", "abcd", "20", "2026-13-01", "2026-02-30", "20x6"}) {
      assertNull(Dates.parse(text), text);
    }
  }
}
