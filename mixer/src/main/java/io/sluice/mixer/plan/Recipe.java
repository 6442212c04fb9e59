package io.sluice.mixer.plan;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;

/**
 * What the corpus must become: stages and their components, and how quality is cut. A recipe that
 * exists has no mistake that can be seen without an inventory; every mistake is reported at once.
 */
public record Recipe(
    @Key(doc = "the recipe's name, shown in plans and manifests") String name,
    @Key(
            doc = "factor on every stage's and component's tokens, over 0; 1e-7 for a local run",
            preset = "1.0")
        double scale,
    @Key(doc = "seed of every draw", preset = "0") long seed,
    @Key(doc = "tokens of a shard, at least 1024", preset = "67108864") long shardTokens,
    @Key(
            doc = "whether what a component lacks is spread over the others of its stage",
            preset = "false")
        boolean fill,
    @Key(doc = "how the corpus is measured; the inventory must agree", preset = "{}")
        InventorySpec inventory,
    @Key(doc = "smallest percentile integer of each quality level", preset = "{}")
        LevelCuts levelCuts,
    @Key(doc = "smallest percentile integer of each code tier", preset = "{}") TierCuts tierCuts,
    @Key(doc = "the stages in training order") List<StageSpec> stages)
    implements Serializable {

  public Recipe {
    stages = Problems.orEmpty(stages);
    Problems problems = new Problems();
    problems
        .require(name != null && !name.isBlank(), "name: got none, a recipe has one")
        .require(scale > 0 && scale <= 1000, "scale: got " + scale + ", allowed over 0 to 1000")
        .require(shardTokens >= 1024, "shard_tokens: got " + shardTokens + ", allowed 1024 or more")
        .require(inventory != null, "inventory: missing")
        .require(levelCuts != null, "level_cuts: missing")
        .require(tierCuts != null, "tier_cuts: missing")
        .require(!stages.isEmpty(), "stages: got none, a recipe needs at least one")
        .distinct("stages", stages.stream().map(StageSpec::name).toList());
    if (inventory != null) {
      for (StageSpec stage : stages) {
        for (ComponentSpec component : stage.components()) {
          String at = "stage '" + stage.name() + "', component '" + component.name() + "': ";
          List<Integer> cuts = inventory.lengthCuts();
          problems
              .require(
                  component.minTokens() == 0 || cuts.contains(component.minTokens()),
                  at
                      + "min_tokens: got "
                      + component.minTokens()
                      + ", allowed 0 or one of length_cuts "
                      + cuts
                      + "; choose one or add it to inventory.length_cuts")
              .require(
                  component.maxTokens() == null || cuts.contains(component.maxTokens()),
                  at
                      + "max_tokens: got "
                      + component.maxTokens()
                      + ", allowed one of length_cuts "
                      + cuts
                      + "; choose one or add it to inventory.length_cuts");
        }
      }
    }
    problems.throwIfAny();
  }

  /**
   * The stage of this name.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public StageSpec stage(String stage) {
    return stages.stream()
        .filter(s -> s.name().equals(stage))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "stage: got '"
                        + stage
                        + "', allowed "
                        + stages.stream().map(StageSpec::name).toList()));
  }
}
