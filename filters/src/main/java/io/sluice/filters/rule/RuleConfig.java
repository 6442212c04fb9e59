package io.sluice.filters.rule;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/** Which rule families judge, and where their thresholds come from. */
public record RuleConfig(
    @Key(doc = "Judge by Gopher's quality rules (arXiv 2112.11446)", preset = "true")
        boolean gopherQuality,
    @Key(doc = "Judge by Gopher's repetition rules (arXiv 2112.11446)", preset = "true")
        boolean gopherRepetition,
    @Key(doc = "Judge by FineWeb's rules (arXiv 2406.17557)", preset = "true") boolean fineweb,
    @Key(
            doc =
                "Folder of thresholds: default.yaml and files such as eng.yaml there stand in place"
                    + " of the built-in ones of the same name; null for the built-in ones",
            preset = "null")
        String thresholds)
    implements Serializable {
  /** Every family, the built-in thresholds. */
  public static RuleConfig defaults() {
    return new RuleConfig(true, true, true, null);
  }

  boolean uses(Family family) {
    return switch (family) {
      case GOPHER_QUALITY -> gopherQuality;
      case GOPHER_REPETITION -> gopherRepetition;
      case FINEWEB -> fineweb;
    };
  }
}
