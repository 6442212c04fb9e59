package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.Config;
import java.util.List;
import org.junit.jupiter.api.Test;

class DedupConfigTest {
  @Test
  void presets() {
    assertEquals(
        new DedupConfig(
            true,
            true,
            List.of(SurvivorOrder.QUALITY, SurvivorOrder.LONGEST, SurvivorOrder.NEWEST),
            false),
        DedupConfig.presets());
    assertEquals(DedupConfig.presets(), Config.parse(DedupConfig.class, "{}", "test"));
  }

  @Test
  void everyKeyIsRead() {
    assertEquals(
        new DedupConfig(true, false, List.of(SurvivorOrder.NEWEST, SurvivorOrder.QUALITY), true),
        Config.parse(
            DedupConfig.class,
            "{exact: true, minhash: false, keep: [newest, quality], by_language: true}",
            "test"));
  }

  @Test
  void refusesNothingToDo() {
    assertThrows(
        IllegalArgumentException.class, () -> new DedupConfig(false, false, List.of(), false));
  }

  @Test
  void refusesACriterionTwice() {
    List<SurvivorOrder> twice = List.of(SurvivorOrder.NEWEST, SurvivorOrder.NEWEST);
    assertThrows(IllegalArgumentException.class, () -> new DedupConfig(true, true, twice, false));
  }
}
