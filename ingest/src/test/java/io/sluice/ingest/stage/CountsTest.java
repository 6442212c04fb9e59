package io.sluice.ingest.stage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static SortedMap<String, Long> map(Map<String, Long> values) {
    return new TreeMap<>(values);
  }

  private static Counts counts(
      long in, long kept, long rejected, long failed, Map<String, Long> reasons) {
    return new Counts(in, kept, rejected, failed, map(reasons), map(Map.of("tokens", kept * 10)));
  }

  @Test
  void sumsAddEveryNumber() {
    Counts a = counts(6, 3, 2, 1, Map.of("too_large", 2L, "internal_error", 1L));
    Counts b = counts(5, 4, 1, 0, Map.of("empty_text", 1L));
    Counts sum =
        counts(11, 7, 3, 1, Map.of("too_large", 2L, "internal_error", 1L, "empty_text", 1L));
    assertEquals(sum, a.plus(b));
    assertEquals(sum, b.plus(a));
    assertEquals(a, a.plus(Counts.none()));
    assertEquals(counts(12, 6, 4, 2, Map.of("too_large", 4L, "internal_error", 2L)), a.plus(a));
  }

  @Test
  void addingChangesNeitherAndMapsAreCopied() {
    SortedMap<String, Long> reasons = map(Map.of("too_large", 1L));
    Counts counts = new Counts(1, 0, 1, 0, reasons, new TreeMap<>());
    counts.plus(counts);
    reasons.put("too_large", 9L);
    assertEquals(Map.of("too_large", 1L), counts.reasons());
  }

  @Test
  void aTotalThatWasNotSummedIsNone() {
    assertEquals(30, counts(3, 3, 0, 0, Map.of()).total("tokens"));
    assertEquals(0, counts(3, 3, 0, 0, Map.of()).total("words"));
  }

  @Test
  void whatCameInIsKeptRejectedOrFailed() {
    assertDoesNotThrow(() -> Counts.none().check("x"));
    assertDoesNotThrow(() -> counts(6, 3, 2, 1, Map.of()).check("x"));
    ContractViolation lost =
        assertThrows(ContractViolation.class, () -> counts(7, 3, 2, 1, Map.of()).check("web/part"));
    assertEquals("web/part: 7 came in, but 3 kept + 2 rejected + 1 failed = 6", lost.getMessage());
    assertThrows(ContractViolation.class, () -> counts(5, 3, 2, 1, Map.of()).check("x"));
  }
}
