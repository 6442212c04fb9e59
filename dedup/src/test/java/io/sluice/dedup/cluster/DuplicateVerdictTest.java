package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DuplicateVerdictTest {
  @Test
  void eachKindOfVerdictSaysWhatItMust() {
    assertEquals(
        new DuplicateVerdict("a", true, null, null, 1, null, null, null),
        DuplicateVerdict.alone("a"));
    assertEquals(
        new DuplicateVerdict("b", true, "exact", "a", 2, "b", 1.0, null),
        DuplicateVerdict.kept("b", DuplicateMethod.EXACT, "a", 2));
    assertEquals(
        new DuplicateVerdict("a", false, "minhash", "a", 2, "b", 0.75, "minhash_duplicate"),
        DuplicateVerdict.dropped("a", DuplicateMethod.MINHASH, "a", 2, "b", 0.75));
  }

  @Test
  void contradictionsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DuplicateVerdict.kept("a", DuplicateMethod.EXACT, "a", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DuplicateVerdict("a", false, null, null, 1, null, null, "exact_duplicate"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DuplicateVerdict("a", false, "exact", "a", 2, "b", 1.0, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> DuplicateVerdict.dropped("a", DuplicateMethod.MINHASH, "a", 2, "b", 1.5));
  }
}
