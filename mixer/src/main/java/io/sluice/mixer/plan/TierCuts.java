package io.sluice.mixer.plan;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * The smallest percentile integer 0..19 of each code tier; what is below {@code medium} is low. The
 * three tiers are GLM-4.5's (arXiv 2508.06471, section 2.2), the cuts are Sluice's own.
 */
public record TierCuts(
    @Key(doc = "smallest integer of tier high, 0..20", preset = "14") int high,
    @Key(doc = "smallest integer of tier medium, 0..20", preset = "5") int medium)
    implements Serializable {

  /** Sluice's cuts: the best 30% are high, the worst 25% low. */
  public static final TierCuts DEFAULT = new TierCuts(14, 5);

  public TierCuts {
    new Problems()
        .require(
            20 >= high && high >= medium && medium >= 0,
            "cuts: got high "
                + high
                + ", medium "
                + medium
                + "; allowed: 20 >= high >= medium >= 0")
        .throwIfAny();
  }

  /** The tier of a percentile integer; −1 is {@link Tier#UNSCORED}. */
  public Tier tier(int integer) {
    if (integer < 0) {
      return Tier.UNSCORED;
    }
    if (integer >= high) {
      return Tier.HIGH;
    }
    return integer >= medium ? Tier.MEDIUM : Tier.LOW;
  }
}
