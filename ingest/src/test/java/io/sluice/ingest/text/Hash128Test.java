package io.sluice.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Hash128Test {

  /** Published values of MurmurHash3_x64_128; they must never change, ids depend on them. */
  @Test
  void agreesWithTheReferenceImplementation() {
    assertEquals("00000000000000000000000000000000", Hash128.of(0, "").hex());
    assertEquals("cbd8a7b341bd9b025b1e906a48ae1d19", Hash128.of(0, "hello").hex());
    assertEquals("342fac623a5ebc8e4cdcbc079642414d", Hash128.of(0, "hello, world").hex());
    assertEquals(
        "e34bbc7bbc071b6c7a433ca9c49a9347",
        Hash128.of(0, "The quick brown fox jumps over the lazy dog").hex());
  }

  @Test
  void everyLengthAndSeedHashesDifferently() {
    Set<Hash128> seen = new HashSet<>();
    for (int length = 0; length < 70; length++) {
      seen.add(Hash128.of(1, "a".repeat(length)));
      seen.add(Hash128.of(2, "a".repeat(length)));
    }
    assertEquals(140, seen.size());
  }

  @Test
  void drawsAreUniformAndApartByPurpose() {
    int below = 0;
    int both = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean first = Draw.uniform(7, "epochs", "id" + i) < 0.2;
      boolean second = Draw.uniform(7, "sample", "id" + i) < 0.2;
      below += first ? 1 : 0;
      both += first && second ? 1 : 0;
    }
    assertTrue(Math.abs(below - 2000) < 160, "drawn " + below + " of 10000 at 0.2");
    assertTrue(Math.abs(both - 400) < 80, "both drawn " + both + " of 10000 at 0.04");
  }
}
