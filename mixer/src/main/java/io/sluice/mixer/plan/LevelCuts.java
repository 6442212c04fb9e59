package io.sluice.mixer.plan;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.Locale;

/**
 * The smallest percentile integer 0..19 of each quality level; what is below {@code mediumLow} is
 * low. A cut of 20 leaves a level empty. Defaults: Nemotron-CC (arXiv 2412.02595).
 */
public record LevelCuts(
    @Key(doc = "smallest integer of level high, 0..20", preset = "19") int high,
    @Key(doc = "smallest integer of level medium_high, 0..20", preset = "18") int mediumHigh,
    @Key(doc = "smallest integer of level medium, 0..20", preset = "12") int medium,
    @Key(doc = "smallest integer of level medium_low, 0..20", preset = "7") int mediumLow)
    implements Serializable {

  /** The cuts of the paper: 19, 18, 12, 7. */
  public static final LevelCuts NEMOTRON_CC = new LevelCuts(19, 18, 12, 7);

  public LevelCuts {
    boolean ordered =
        20 >= high && high >= mediumHigh && mediumHigh >= medium && medium >= mediumLow;
    new Problems()
        .require(
            ordered && mediumLow >= 0,
            String.format(
                Locale.ROOT,
                "cuts: got high %d, medium_high %d, medium %d, medium_low %d; allowed:"
                    + " 20 >= high >= medium_high >= medium >= medium_low >= 0",
                high,
                mediumHigh,
                medium,
                mediumLow))
        .throwIfAny();
  }

  /** The level of a percentile integer; −1 is {@link Level#UNSCORED}. */
  public Level level(int integer) {
    if (integer < 0) {
      return Level.UNSCORED;
    }
    if (integer >= high) {
      return Level.HIGH;
    }
    if (integer >= mediumHigh) {
      return Level.MEDIUM_HIGH;
    }
    if (integer >= medium) {
      return Level.MEDIUM;
    }
    return integer >= mediumLow ? Level.MEDIUM_LOW : Level.LOW;
  }
}
