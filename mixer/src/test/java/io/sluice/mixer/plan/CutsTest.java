package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.Config;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutsTest {

  @Test
  void levelsBeginAtTheirCuts() {
    List<String> levels =
        IntStream.of(-1, 0, 6, 7, 11, 12, 17, 18, 19)
            .mapToObj(i -> LevelCuts.NEMOTRON_CC.level(i).id())
            .toList();
    assertEquals(
        List.of(
            "unscored",
            "low",
            "low",
            "medium_low",
            "medium_low",
            "medium",
            "medium",
            "medium_high",
            "high"),
        levels);
  }

  @Test
  void tiersBeginAtTheirCuts() {
    List<String> tiers =
        IntStream.of(-1, 0, 4, 5, 13, 14, 19).mapToObj(i -> TierCuts.DEFAULT.tier(i).id()).toList();
    assertEquals(List.of("unscored", "low", "low", "medium", "medium", "high", "high"), tiers);
  }

  @Test
  void cutsThatAreOutOfOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LevelCuts(18, 19, 12, 7));
    assertThrows(IllegalArgumentException.class, () -> new LevelCuts(21, 19, 12, 7));
    assertThrows(IllegalArgumentException.class, () -> new LevelCuts(19, 18, 12, -1));
    assertThrows(IllegalArgumentException.class, () -> new TierCuts(4, 5));
  }

  @Test
  void defaultsAreThoseOfTheConfiguration() {
    assertEquals(LevelCuts.NEMOTRON_CC, Config.parse(LevelCuts.class, "{}", "t"));
    assertEquals(TierCuts.DEFAULT, Config.parse(TierCuts.class, "{}", "t"));
    assertEquals(InventorySpec.DEFAULT, Config.parse(InventorySpec.class, "{}", "t"));
  }

  @Test
  void lengthClassesBeginAtTheirCuts() {
    assertEquals(
        List.of(0, 0, 1, 1, 2, 3, 4, 4, 5, 5),
        IntStream.of(0, 1023, 1024, 4095, 4096, 8192, 32768, 131071, 131072, Integer.MAX_VALUE)
            .mapToObj(InventorySpec.DEFAULT::lengthClass)
            .toList());
  }

  @Test
  void clusterClassesBeginAtTheirSizes() {
    assertEquals(
        List.of(0, 0, 1, 2, 2, 3, 3, 4, 4, 5),
        IntStream.of(0, 1, 2, 3, 4, 5, 99, 100, 999, 1000).mapToObj(ClusterClass::of).toList());
  }
}
