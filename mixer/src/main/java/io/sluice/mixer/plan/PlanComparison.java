package io.sluice.mixer.plan;

import io.sluice.ingest.text.HumanNumber;
import io.sluice.ingest.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Two plans side by side.
 *
 * @param first name of the first recipe
 * @param second name of the second recipe
 * @param rows the stages and components of the first in its order, then those that only the second
 *     has
 */
public record PlanComparison(String first, String second, List<Row> rows) {

  /**
   * One stage, or one component of it.
   *
   * @param stage the stage
   * @param component the component, null for the stage as a whole
   * @param planned tokens in the first plan, null where it lacks the row
   * @param plannedThere tokens in the second plan, null where it lacks the row
   * @param epochs epochs in the first plan; null where absent, and for stages
   * @param epochsThere epochs in the second plan; null where absent, and for stages
   */
  public record Row(
      String stage,
      String component,
      Long planned,
      Long plannedThere,
      Double epochs,
      Double epochsThere) {

    /** Tokens that the second plan has more. */
    public long difference() {
      return (plannedThere == null ? 0 : plannedThere) - (planned == null ? 0 : planned);
    }
  }

  public PlanComparison {
    rows = List.copyOf(rows);
  }

  /** The comparison of two plans. */
  public static PlanComparison of(Plan first, Plan second) {
    Set<String> stages = new LinkedHashSet<>();
    first.stages().forEach(stage -> stages.add(stage.stage()));
    second.stages().forEach(stage -> stages.add(stage.stage()));
    List<Row> rows = new ArrayList<>();
    for (String stage : stages) {
      StagePlan here = stage(first, stage);
      StagePlan there = stage(second, stage);
      rows.add(
          new Row(
              stage,
              null,
              here == null ? null : (Long) here.planned(),
              there == null ? null : (Long) there.planned(),
              null,
              null));
      Set<String> components = new LinkedHashSet<>();
      components(here).forEach(c -> components.add(c.component()));
      components(there).forEach(c -> components.add(c.component()));
      for (String component : components) {
        rows.add(row(stage, component(here, component), component(there, component)));
      }
    }
    return new PlanComparison(first.recipe(), second.recipe(), rows);
  }

  private static Row row(String stage, ComponentPlan here, ComponentPlan there) {
    return new Row(
        stage,
        here == null ? there.component() : here.component(),
        here == null ? null : (Long) here.planned(),
        there == null ? null : (Long) there.planned(),
        here == null ? null : (Double) here.epochs(),
        there == null ? null : (Double) there.epochs());
  }

  private static StagePlan stage(Plan plan, String name) {
    return plan.stages().stream().filter(s -> s.stage().equals(name)).findFirst().orElse(null);
  }

  private static List<ComponentPlan> components(StagePlan stage) {
    return stage == null ? List.of() : stage.components();
  }

  private static ComponentPlan component(StagePlan stage, String name) {
    return components(stage).stream()
        .filter(c -> c.component().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The comparison as a table. */
  public String text() {
    TextTable table =
        new TextTable(false, "", first, second, "difference", "epochs", "epochs there");
    for (Row row : rows) {
      table.row(
          row.component() == null ? row.stage() : "  " + row.component(),
          row.planned() == null ? "-" : HumanNumber.of(row.planned()),
          row.plannedThere() == null ? "-" : HumanNumber.of(row.plannedThere()),
          HumanNumber.signed(row.difference()),
          row.epochs() == null ? "" : HumanNumber.epochs(row.epochs()),
          row.epochsThere() == null ? "" : HumanNumber.epochs(row.epochsThere()));
    }
    return table.text();
  }

  /** The comparison as JSON. */
  public String json() {
    return Json.text(this);
  }
}
