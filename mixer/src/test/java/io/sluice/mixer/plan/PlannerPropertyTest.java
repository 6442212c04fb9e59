package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, over seeded recipes and inventories; the seed is the argument. */
class PlannerPropertyTest {
  private static final String[] CHOICES = {
    "kinds: [web], languages: [eng]",
    "kinds: [web], min_tokens: 4096",
    "kinds: [web], levels: [high, medium_high]",
    "kinds: [code], tiers: [high, medium]",
    "kinds: [math, qa]",
    "kinds: [trajectory]",
    "sources: [source1]",
    "kinds: [web, math]"
  };

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  private static Recipe recipe(long seed) {
    List<String> components = new ArrayList<>();
    int count = 1 + Samples.below(6, seed, 0, 50);
    for (int i = 0; i < count; i++) {
      String size =
          switch (Samples.below(4, seed, i, 51)) {
            case 0 -> "epochs: " + Samples.below(9, seed, i, 52) / 4.0 + ", max_epochs: 2.5";
            case 1 -> "epochs_by_level: {high: 3.2, medium: 1.1, unscored: 0.3}";
            case 2 ->
                "share: "
                    + (1 + Samples.below(16, seed, i, 53)) / 100.0
                    + ", max_epochs: "
                    + (1 + Samples.below(40, seed, i, 54)) / 10.0;
            default -> "share: 0.16";
          };
      String choice = CHOICES[Samples.below(CHOICES.length, seed, i, 55)];
      components.add("{name: c" + i + ", " + choice + ", " + size + "}");
    }
    return Recipes.stage(
        1 + Samples.below(8_000_000, seed, 0, 56), components.toArray(String[]::new));
  }

  private static Inventory inventory(long seed) {
    return Samples.inventory(InventorySpec.DEFAULT, Samples.documents(seed, 300));
  }

  private static BigDecimal times(long tokens, double factor) {
    return BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(factor));
  }

  private static void checkBounds(StageSpec spec, StagePlan plan, boolean fill) {
    long sum = 0;
    for (int i = 0; i < spec.components().size(); i++) {
      ComponentSpec component = spec.components().get(i);
      ComponentPlan planned = plan.components().get(i);
      sum += planned.planned();
      assertTrue(
          BigDecimal.valueOf(planned.planned())
                  .compareTo(times(planned.available(), component.maxEpochs()))
              <= 0,
          "seen more often than allowed: " + planned);
      for (GroupPlan group : planned.groups()) {
        assertTrue(group.epochs() <= component.maxEpochs(), "epochs of " + group);
      }
      assertEquals(
          planned.available(), planned.groups().stream().mapToLong(GroupPlan::available).sum());
      assertEquals(
          planned.planned(), planned.groups().stream().mapToLong(GroupPlan::planned).sum());
      assertEquals(Math.max(0, planned.asked() - planned.planned()), planned.shortfall());
      if (!fill && component.share() != null) {
        long share = times(plan.tokens(), component.share()).longValue();
        long most = times(planned.available(), component.maxEpochs()).longValue();
        assertEquals(Math.min(share, most), planned.planned(), "share of " + component.name());
      }
      if (!fill) {
        assertEquals(0, planned.filled());
        assertTrue(planned.planned() <= planned.asked());
      }
      assertTrue(
          planned.shortfall() == 0 || planned.binding() != Binding.NONE,
          "a shortfall without a reason: " + planned);
    }
    assertEquals(sum, plan.planned());
    assertTrue(sum <= plan.tokens(), "more than the stage has");
    assertEquals(plan.tokens() - sum, plan.missing());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plansKeepTheirBounds(long seed) {
    Recipe recipe = recipe(seed);
    Inventory inventory = inventory(seed);
    StagePlan plain = Planner.plan(recipe, inventory).stages().get(0);
    StagePlan filled = Planner.plan(Recipes.filling(recipe), inventory).stages().get(0);
    checkBounds(recipe.stages().get(0), plain, false);
    checkBounds(recipe.stages().get(0), filled, true);
    assertTrue(filled.planned() >= plain.planned(), "fill took tokens away");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfCellsDoesNotShow(long seed) {
    Recipe recipe = recipe(seed);
    Inventory inventory = inventory(seed);
    List<Cell> shuffled = new ArrayList<>(inventory.cells());
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = Samples.below(i + 1, seed, i, 60);
      Cell held = shuffled.get(i);
      shuffled.set(i, shuffled.get(other));
      shuffled.set(other, held);
    }
    Inventory again =
        Inventory.of(inventory.spec(), inventory.languages(), inventory.percentiles(), 0, shuffled);
    assertEquals(Planner.plan(recipe, inventory), Planner.plan(recipe, again));
  }
}
