package io.sluice.mixer.plan;

import java.util.List;

/**
 * A component of a stage with its numbers, in tokens.
 *
 * @param component its name
 * @param documents documents available
 * @param available their tokens
 * @param asked tokens the recipe asks for; for a size in epochs, what these come to
 * @param planned tokens planned
 * @param filled those of the planned tokens that make up for other components
 * @param shortfall tokens asked for and not planned
 * @param binding what the shortfall comes from
 * @param epochs planned over available, 0 where nothing is available
 * @param groups the documents by how often they are seen
 */
public record ComponentPlan(
    String component,
    long documents,
    long available,
    long asked,
    long planned,
    long filled,
    long shortfall,
    Binding binding,
    double epochs,
    List<GroupPlan> groups) {
  public ComponentPlan {
    groups = List.copyOf(groups);
  }

  /** How often documents of this group are seen, 0 for a group it does not have. */
  double epochs(String group) {
    for (GroupPlan plan : groups) {
      if (plan.group().equals(group)) {
        return plan.epochs();
      }
    }
    return 0;
  }
}
