package io.sluice.filters.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BinaryMetricsTest {
  @Test
  void countsAgainstOneHalfAndRanksWithTies() {
    double[] scores = {0.9, 0.5, 0.5, 0.2, 0.1};
    boolean[] labels = {true, true, false, true, false};
    // pairs (high, low): 0.9 wins two, 0.5 ties one and wins one, 0.2 loses one and wins one
    assertEquals(
        new BinaryMetrics(5, 3, 2 / 3.0, 2 / 3.0, (2 + 1.5 + 1) / 6),
        BinaryMetrics.of(scores, labels));
  }

  @Test
  void oneClassOrNothingIsHalf() {
    assertEquals(
        new BinaryMetrics(0, 0, 0, 0, 0.5), BinaryMetrics.of(new double[0], new boolean[0]));
    assertEquals(
        new BinaryMetrics(1, 1, 0, 0, 0.5),
        BinaryMetrics.of(new double[] {0.49}, new boolean[] {true}));
    assertThrows(
        IllegalArgumentException.class, () -> BinaryMetrics.of(new double[1], new boolean[2]));
  }
}
