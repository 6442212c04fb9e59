package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoreBinsTest {

  @Test
  void aHalfIsInTheMiddleAndTheEndsAreTheFirstAndTheLastBin() {
    assertEquals(2048, ScoreBins.bin(0.5));
    assertEquals(0, ScoreBins.bin(0));
    assertEquals(0, ScoreBins.bin(-3));
    assertEquals(4095, ScoreBins.bin(1));
    assertEquals(4095, ScoreBins.bin(Double.POSITIVE_INFINITY));
    assertEquals(-1, ScoreBins.bin(Float.NaN));
  }

  @Test
  void higherScoresNeverHaveLowerBins() {
    int last = 0;
    for (float score = 0; score < 1; score = Math.nextUp(score + 1e-4f)) {
      int bin = ScoreBins.bin(score);
      assertTrue(bin >= last, "score " + score);
      last = bin;
    }
  }

  @Test
  void scoresThatCrowdAtOneAreStillToldApart() {
    assertTrue(ScoreBins.bin(0.99999f) > ScoreBins.bin(0.9999f) + 200);
    assertTrue(ScoreBins.bin(0.00001f) < ScoreBins.bin(0.0001f) - 200);
    assertTrue(ScoreBins.bin(Math.nextDown(1f)) < 4096);
  }
}
