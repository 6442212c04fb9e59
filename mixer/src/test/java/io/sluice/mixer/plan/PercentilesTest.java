package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.model.Score;
import io.sluice.ingest.text.Hash128;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {

  @Test
  void aHundredDistinctScoresGiveFiveToEachInteger() {
    long[] weights = new long[ScoreBins.COUNT];
    for (int i = 0; i < 100; i++) {
      weights[1000 + 3 * i] = 1;
    }
    Percentiles cuts = Percentiles.of(Score.QUALITY, "", weights);
    int[] documents = new int[20];
    for (int i = 0; i < 100; i++) {
      documents[cuts.integer(1000 + 3 * i)]++;
    }
    int[] fives = new int[20];
    Arrays.fill(fives, 5);
    assertEquals(Arrays.toString(fives), Arrays.toString(documents));
  }

  @Test
  void documentsThatAreAllAlikeAreInTheMiddle() {
    long[] weights = new long[ScoreBins.COUNT];
    weights[4095] = 12;
    assertEquals(10, Percentiles.of(Score.QUALITY, "", weights).integer(4095));
  }

  @Test
  void anEmptyPopulationHasNoCuts() {
    Percentiles none = Percentiles.of(Score.MATH, "eng", new long[ScoreBins.COUNT]);
    assertEquals(Collections.nCopies(19, 4096), none.cuts());
  }

  @Test
  void weightMovesTheRank() {
    long[] weights = new long[ScoreBins.COUNT];
    weights[10] = 1;
    weights[20] = 19;
    Percentiles cuts = Percentiles.of(Score.QUALITY, "", weights);
    assertEquals(0, cuts.integer(10)); // rank 0.025
    assertEquals(10, cuts.integer(20)); // rank 0.525
  }

  @Test
  void cutsThatDecreaseOrLackAreRefused() {
    List<Integer> falling = new java.util.ArrayList<>(Collections.nCopies(18, 5));
    falling.add(4);
    assertThrows(IllegalArgumentException.class, () -> new Percentiles(Score.MATH, "", falling));
    assertThrows(IllegalArgumentException.class, () -> new Percentiles(Score.MATH, "", List.of(1)));
  }

  /** The definition, document by document: weight below plus half of what is alike. */
  private static int bruteForce(int[] bins, long[] weight, int document) {
    long twice = 0;
    long total = 0;
    for (int i = 0; i < bins.length; i++) {
      total += weight[i];
      twice += bins[i] < bins[document] ? 2 * weight[i] : 0;
      twice += bins[i] == bins[document] ? weight[i] : 0;
    }
    return (int) Math.min(19, 10 * twice / total);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void integersAreThoseOfTheDefinition(long seed) {
    int count = 400;
    int[] bins = new int[count];
    long[] weight = new long[count];
    long[] histogram = new long[ScoreBins.COUNT];
    for (int i = 0; i < count; i++) {
      long bits = Hash128.mix(seed * 1_000_003 + i);
      // half of the documents crowd into a few bins
      bins[i] = (int) ((bits & 1) == 0 ? (bits >>> 40) % 4096 : 4000 + (bits >>> 40) % 5);
      weight[i] = 1 + (bits >>> 20) % 1000;
      histogram[bins[i]] += weight[i];
    }
    Percentiles cuts = Percentiles.of(Score.QUALITY, "", histogram);
    for (int i = 0; i < count; i++) {
      assertEquals(bruteForce(bins, weight, i), cuts.integer(bins[i]), "seed " + seed + ", " + i);
    }
  }
}
