package io.sluice.codecorpus.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodeTierTest {
  @Test
  void cutsBelongToTheUpperTier() {
    assertEquals(CodeTier.HIGH, CodeTier.of(0.8, 0.8, 0.5));
    assertEquals(CodeTier.MEDIUM, CodeTier.of(Math.nextDown(0.8), 0.8, 0.5));
    assertEquals(CodeTier.MEDIUM, CodeTier.of(0.5, 0.8, 0.5));
    assertEquals(CodeTier.LOW, CodeTier.of(Math.nextDown(0.5), 0.8, 0.5));
    assertEquals(CodeTier.LOW, CodeTier.of(Double.NaN, 0.8, 0.5));
  }

  @Test
  void cutsOutOfOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> CodeTier.of(0.5, 0.3, 0.4));
    assertThrows(IllegalArgumentException.class, () -> CodeTier.of(0.5, Double.NaN, 0.4));
  }
}
