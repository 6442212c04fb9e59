package io.sluice.jobs.cli;

import io.sluice.jobs.wiring.InventoryJob;
import io.sluice.jobs.wiring.MixSection;
import io.sluice.jobs.wiring.Recipes;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.PlanComparison;
import io.sluice.mixer.plan.PlanTable;
import io.sluice.mixer.plan.Planner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a recipe makes of an inventory, without Spark. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Tokens, epochs and shortfalls of a recipe over an inventory, in a second.")
final class PlanCommand implements Callable<Integer> {
  @Option(names = "--recipe", paramLabel = "FILE", description = "Recipe (the pipeline's).")
  private Path recipe;

  @Option(names = "--inventory", paramLabel = "FILE", description = "inventory.json (the run's).")
  private Path inventory;

  @Option(names = "--compare", paramLabel = "FILE", description = "A second recipe beside it.")
  private Path other;

  @Option(names = "--scale", paramLabel = "N", description = "In place of the recipe's scale.")
  private Double scale;

  @Mixin private CommonOptions options;

  @Override
  public Integer call() throws Exception {
    MixSection mix = Runner.pipeline(options).mix();
    Path file = recipe == null ? Path.of(mix.recipe()) : recipe;
    Double factor = scale == null ? mix.scale() : scale;
    Inventory found =
        inventory == null
            ? InventoryJob.read(Runner.runFolder(options).dataset("inventory"))
            : Inventory.read(inventory);
    Plan plan = Planner.plan(Recipes.load(file, factor), found);
    if (other == null) {
      System.out.print(options.json ? plan.json() : PlanTable.text(plan));
      return 0;
    }
    PlanComparison comparison =
        PlanComparison.of(plan, Planner.plan(Recipes.load(other, factor), found));
    System.out.print(options.json ? comparison.json() : comparison.text());
    return 0;
  }
}
