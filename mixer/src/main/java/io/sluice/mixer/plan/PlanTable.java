package io.sluice.mixer.plan;

import io.sluice.ingest.text.HumanNumber;
import io.sluice.ingest.text.TextTable;
import java.util.Locale;

/** A plan as text: a table a stage, then how often each kind is seen in all. */
public final class PlanTable {
  private PlanTable() {}

  /** The text, for a screen of about 110 columns. */
  public static String text(Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Plan of recipe %s (scale %s, seed %d): %s tokens asked, %s planned\n",
            plan.recipe(),
            plan.scale(),
            plan.seed(),
            HumanNumber.of(plan.tokens()),
            HumanNumber.of(plan.planned())));
    plan.stages().forEach(stage -> text.append('\n').append(stage(stage)));
    text.append("\nSeen over all stages\n");
    TextTable seen = new TextTable(false, "kind", "quality", "available", "planned", "epochs");
    for (Exposure exposure : plan.exposures()) {
      seen.row(
          exposure.kind().id(),
          exposure.quality(),
          HumanNumber.of(exposure.available()),
          HumanNumber.of(exposure.planned()),
          HumanNumber.epochs(exposure.epochs()));
    }
    return text.append(seen.text()).toString();
  }

  private static String stage(StagePlan stage) {
    TextTable table =
        new TextTable(
            true,
            "component",
            "documents",
            "available",
            "asked",
            "planned",
            "epochs",
            "short",
            "filled",
            "bound by");
    for (ComponentPlan component : stage.components()) {
      table.row(
          component.component(),
          HumanNumber.of(component.documents()),
          HumanNumber.of(component.available()),
          HumanNumber.of(component.asked()),
          HumanNumber.of(component.planned()),
          HumanNumber.epochs(component.epochs()),
          HumanNumber.of(component.shortfall()),
          HumanNumber.of(component.filled()),
          component.binding().words());
      if (component.groups().size() > 1) {
        for (GroupPlan group : component.groups()) {
          table.row(
              "  " + group.group(),
              HumanNumber.of(group.documents()),
              HumanNumber.of(group.available()),
              "",
              HumanNumber.of(group.planned()),
              HumanNumber.epochs(group.epochs()),
              "",
              "",
              "");
        }
      }
    }
    return String.format(
            Locale.ROOT,
            "%s: %s tokens asked, %s planned, %s missing; sequences of %d, %s, %d %s\n",
            stage.stage(),
            HumanNumber.of(stage.tokens()),
            HumanNumber.of(stage.planned()),
            HumanNumber.of(stage.missing()),
            stage.seqLen(),
            stage.packing().name().toLowerCase(Locale.ROOT),
            stage.shards(),
            stage.shards() == 1 ? "shard" : "shards")
        + table.text();
  }
}
