package io.sluice.mixer.plan;

import io.sluice.ingest.config.Config;

/** Recipes for tests, loaded as a user's are. */
public final class Recipes {
  private Recipes() {}

  /** A recipe of this YAML. */
  public static Recipe parse(String... lines) {
    return Config.parse(Recipe.class, String.join("\n", lines) + "\n", "test.yaml");
  }

  /** A recipe of one stage called {@code s}, of this many tokens and these components. */
  public static Recipe stage(long tokens, String... components) {
    return parse(
        "name: test",
        "seed: 7",
        "stages:",
        "  - name: s",
        "    tokens: " + tokens,
        "    seq_len: 4096",
        "    packing: concat",
        "    components: [" + String.join(", ", components) + "]");
  }

  /** The same recipe with shortfalls spread. */
  public static Recipe filling(Recipe r) {
    return new Recipe(
        r.name(),
        r.scale(),
        r.seed(),
        r.shardTokens(),
        true,
        r.inventory(),
        r.levelCuts(),
        r.tierCuts(),
        r.stages());
  }

  /** The same recipe at another scale. */
  public static Recipe scaled(Recipe r, double scale) {
    return new Recipe(
        r.name(),
        scale,
        r.seed(),
        r.shardTokens(),
        r.fill(),
        r.inventory(),
        r.levelCuts(),
        r.tierCuts(),
        r.stages());
  }
}
