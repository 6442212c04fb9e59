package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivorOrderTest {
  private static Candidate of(String id, Double quality, Long length, Long micros) {
    return new Candidate(id, quality, length, micros);
  }

  private static List<String> sorted(List<SurvivorOrder> criteria, Candidate... expected) {
    List<Candidate> candidates = new ArrayList<>(List.of(expected));
    Collections.reverse(candidates);
    candidates.sort(SurvivorOrder.comparator(criteria));
    return candidates.stream().map(Candidate::id).toList();
  }

  @Test
  void qualityThenLengthThenTimeThenId() {
    List<String> order =
        sorted(
            List.of(SurvivorOrder.values()),
            of("f", 0.9, 10L, 1L),
            of("e", 0.5, 20L, 1L),
            of("d", 0.5, 10L, 2L),
            of("b", 0.5, 10L, 1L),
            of("c", 0.5, 10L, 1L));
    assertEquals(List.of("f", "e", "d", "b", "c"), order);
  }

  @Test
  void whatIsMissingComesLast() {
    List<String> order =
        sorted(
            List.of(SurvivorOrder.QUALITY),
            of("e", Double.POSITIVE_INFINITY, null, null),
            of("d", Double.MIN_VALUE, null, null),
            of("g", 0.0, null, null),
            of("h", -0.0, null, null),
            of("c", -1.0, null, null),
            of("f", Double.NEGATIVE_INFINITY, null, null),
            of("a", Double.NaN, null, null),
            of("b", null, null, null));
    assertEquals(List.of("e", "d", "g", "h", "c", "f", "a", "b"), order);
    assertEquals(
        List.of("d", "c", "b", "a"),
        sorted(
            List.of(SurvivorOrder.NEWEST),
            of("d", null, null, Long.MAX_VALUE),
            of("c", null, null, -5L),
            of("b", null, null, Long.MIN_VALUE),
            of("a", null, null, null)));
  }

  @Test
  void withoutCriteriaTheSmallestIdStays() {
    assertEquals(List.of("a", "b"), sorted(List.of(), of("a", 0.1, 1L, 1L), of("b", 0.9, 9L, 9L)));
  }
}
