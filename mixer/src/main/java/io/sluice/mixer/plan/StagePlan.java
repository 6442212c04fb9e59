package io.sluice.mixer.plan;

import io.sluice.mixer.pack.Packing;
import java.util.List;

/**
 * A stage with its numbers.
 *
 * @param stage its name
 * @param seqLen tokens of a sequence
 * @param packing how documents become sequences
 * @param fimRate share of source files in fill-in-the-middle form
 * @param tokens tokens the recipe gives it, after scale
 * @param planned tokens planned
 * @param missing tokens it lacks: {@code tokens} less {@code planned}
 * @param shards number of shards, from the planned tokens
 * @param components in the recipe's order
 */
public record StagePlan(
    String stage,
    int seqLen,
    Packing packing,
    double fimRate,
    long tokens,
    long planned,
    long missing,
    long shards,
    List<ComponentPlan> components) {
  public StagePlan {
    components = List.copyOf(components);
  }
}
