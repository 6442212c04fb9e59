package io.sluice.mixer.plan;

import java.util.List;

/**
 * What a recipe comes to with an inventory. Planned tokens are expectations: documents are chosen
 * by hash, so that what a mix writes differs a little, and its ledger states both.
 *
 * @param recipe the recipe's name
 * @param scale factor on all tokens
 * @param seed seed of every draw
 * @param fill whether shortfalls are spread over other components
 * @param tokens tokens the recipe asks for, after scale
 * @param planned tokens planned
 * @param stages in the recipe's order
 * @param exposures how often each kind and quality is seen over all stages
 */
public record Plan(
    String recipe,
    double scale,
    long seed,
    boolean fill,
    long tokens,
    long planned,
    List<StagePlan> stages,
    List<Exposure> exposures) {
  public Plan {
    stages = List.copyOf(stages);
    exposures = List.copyOf(exposures);
  }

  /** The plan as JSON, for machines. */
  public String json() {
    return Json.text(this);
  }
}
