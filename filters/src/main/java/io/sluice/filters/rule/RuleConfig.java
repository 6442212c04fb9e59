package io.sluice.filters.rule;

import io.sluice.filters.privacy.PrivacyConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;

/** Which rule families judge, where their thresholds come from, what is blocked and masked. */
public record RuleConfig(
    @Key(doc = "Judge by Gopher's quality rules (arXiv 2112.11446)", preset = "true")
        boolean gopherQuality,
    @Key(doc = "Judge by Gopher's repetition rules (arXiv 2112.11446)", preset = "true")
        boolean gopherRepetition,
    @Key(doc = "Judge by FineWeb's rules (arXiv 2406.17557)", preset = "true") boolean fineweb,
    @Key(doc = "Judge by C4's rules (arXiv 1910.10683)", preset = "true") boolean c4,
    @Key(doc = "Judge by RefinedWeb's line rules (arXiv 2306.01116)", preset = "false")
        boolean refinedweb,
    @Key(
            doc =
                "Folder of thresholds: default.yaml and files such as eng.yaml there stand in place"
                    + " of the built-in ones of the same name; null for the built-in ones",
            preset = "null")
        String thresholds,
    @Key(
            doc =
                "Files of blocked addresses, one a line: a domain (its subdomains too), a domain and"
                    + " the beginning of a path, or * and a word of the address; # begins a remark",
            preset = "[]")
        List<String> blockedUrls,
    @Key(
            doc = "Files of blocked words, one a line; thresholds say how many a page may hold",
            preset = "[]")
        List<String> blockedWords,
    @Key(doc = "Private data that is masked before a page is judged", preset = "{}")
        PrivacyConfig privateData)
    implements Serializable {
  public RuleConfig {
    blockedUrls = List.copyOf(blockedUrls);
    blockedWords = List.copyOf(blockedWords);
  }

  /** The presets. */
  public static RuleConfig defaults() {
    return Config.parse(RuleConfig.class, "{}", "presets");
  }

  boolean uses(Family family) {
    return switch (family) {
      case GOPHER_QUALITY -> gopherQuality;
      case GOPHER_REPETITION -> gopherRepetition;
      case FINEWEB -> fineweb;
      case C4 -> c4;
      case REFINEDWEB -> refinedweb;
      case BLOCK_LISTS -> !blockedWords.isEmpty();
    };
  }
}
