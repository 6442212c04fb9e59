package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Kind;
import io.sluice.mixer.pack.Packing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final String BY_LEVEL =
      "{name: web, kinds: [web], epochs_by_level: {high: 3.2, medium_high: 2, medium: 1,"
          + " medium_low: 0.5, low: 0}}";

  private static Cell cell(Kind kind, int quality, long documents, long tokens) {
    return new Cell(kind, "src", "eng", quality, -1, 0, 0, documents, tokens, 4 * tokens);
  }

  private static final Inventory LEVELS =
      inventory(
          cell(Kind.WEB, 19, 10, 100),
          cell(Kind.WEB, 18, 20, 200),
          cell(Kind.WEB, 17, 60, 600),
          cell(Kind.WEB, 12, 40, 400),
          cell(Kind.WEB, 7, 40, 400),
          cell(Kind.WEB, 6, 90, 900),
          cell(Kind.MATH, -1, 3, 520));

  private static Inventory inventory(Cell... cells) {
    return Inventory.of(InventorySpec.DEFAULT, List.of("eng"), List.of(), 0, List.of(cells));
  }

  private static StagePlan plan(Recipe recipe, Inventory inventory) {
    return Planner.plan(recipe, inventory).stages().get(0);
  }

  private static ComponentPlan all(
      String name,
      long documents,
      long available,
      long asked,
      long planned,
      long filled,
      long shortfall,
      Binding binding,
      double epochs) {
    return new ComponentPlan(
        name,
        documents,
        available,
        asked,
        planned,
        filled,
        shortfall,
        binding,
        epochs,
        List.of(new GroupPlan("all", documents, available, epochs, planned)));
  }

  private static final Inventory THREE =
      inventory(cell(Kind.WEB, 3, 40, 400), cell(Kind.MATH, -1, 5, 50), cell(Kind.BOOK, -1, 1, 9));
  private static final Recipe SHARES =
      Recipes.stage(
          1000,
          "{name: web, kinds: [web], share: 0.5}",
          "{name: math, kinds: [math], share: 0.3}",
          "{name: agents, kinds: [trajectory], share: 0.2}");

  @Test
  void sharesAreHadUpToTheGreatestEpochsAndShortfallsSayWhy() {
    assertEquals(
        new StagePlan(
            "s",
            4096,
            Packing.CONCAT,
            0,
            1000,
            700,
            300,
            1,
            List.of(
                all("web", 40, 400, 500, 500, 0, 0, Binding.NONE, 1.25),
                all("math", 5, 50, 300, 200, 0, 100, Binding.MAX_EPOCHS, 4),
                all("agents", 0, 0, 200, 0, 0, 200, Binding.MISSING_KIND, 0))),
        plan(SHARES, THREE));
  }

  @Test
  void fillGivesWhatOthersLackToThoseWithRoom() {
    StagePlan stage = plan(Recipes.filling(SHARES), THREE);
    assertEquals(1000, stage.planned());
    assertEquals(
        List.of(
            all("web", 40, 400, 500, 800, 300, 0, Binding.NONE, 2),
            all("math", 5, 50, 300, 200, 0, 100, Binding.MAX_EPOCHS, 4),
            all("agents", 0, 0, 200, 0, 0, 200, Binding.MISSING_KIND, 0)),
        stage.components());
  }

  @Test
  void fillIsByShareAndGoesOnWhenOneIsFull() {
    // 400 are lacking; a and b ask 400 and 200, so 266 and 133; b has room for 50 only
    Recipe recipe =
        Recipes.filling(
            Recipes.stage(
                1000,
                "{name: a, kinds: [web], share: 0.4}",
                "{name: b, kinds: [math], share: 0.2, max_epochs: 5}",
                "{name: c, kinds: [qa], share: 0.4}"));
    StagePlan stage = plan(recipe, THREE);
    assertEquals(
        List.of(
            all("a", 40, 400, 400, 750, 350, 0, Binding.NONE, 1.875),
            all("b", 5, 50, 200, 250, 50, 0, Binding.NONE, 5),
            all("c", 0, 0, 400, 0, 0, 400, Binding.MISSING_KIND, 0)),
        stage.components());
  }

  @Test
  void epochsByLevelFollowWhatThereIs() {
    StagePlan stage = plan(Recipes.stage(3000, BY_LEVEL), LEVELS);
    assertEquals(
        new ComponentPlan(
            "web",
            260,
            2600,
            1920,
            1920,
            0,
            0,
            Binding.NONE,
            1920.0 / 2600,
            List.of(
                new GroupPlan("high", 10, 100, 3.2, 320),
                new GroupPlan("medium_high", 20, 200, 2, 400),
                new GroupPlan("medium", 100, 1000, 1, 1000),
                new GroupPlan("medium_low", 40, 400, 0.5, 200),
                new GroupPlan("low", 90, 900, 0, 0))),
        stage.components().get(0));
    assertEquals(1080, stage.missing());
  }

  @Test
  void epochsAreReducedByOneFactorWhereTheStageHasNoMoreTokens() {
    // 2,000 less a share of 1,040 leaves 960, half of the 1,920 that the epochs come to
    StagePlan stage =
        plan(Recipes.stage(2000, "{name: math, kinds: [math], share: 0.52}", BY_LEVEL), LEVELS);
    assertEquals(
        List.of(
            all("math", 3, 520, 1040, 1040, 0, 0, Binding.NONE, 2),
            new ComponentPlan(
                "web",
                260,
                2600,
                1920,
                960,
                0,
                960,
                Binding.STAGE_TOKENS,
                960.0 / 2600,
                List.of(
                    new GroupPlan("high", 10, 100, 1.6, 160),
                    new GroupPlan("medium_high", 20, 200, 1, 200),
                    new GroupPlan("medium", 100, 1000, 0.5, 500),
                    new GroupPlan("medium_low", 40, 400, 0.25, 100),
                    new GroupPlan("low", 90, 900, 0, 0)))),
        stage.components());
    assertEquals(0, stage.missing());
  }

  @Test
  void anEarlierComponentLeavesNothingToALaterOne() {
    StagePlan stage =
        plan(
            Recipes.stage(
                1000,
                "{name: a, kinds: [web], epochs: 0.1}",
                "{name: b, kinds: [web], share: 0.5}"),
            THREE);
    assertEquals(
        List.of(
            all("a", 40, 400, 40, 40, 0, 0, Binding.NONE, 0.1),
            all("b", 0, 0, 500, 0, 0, 500, Binding.NOTHING_AVAILABLE, 0)),
        stage.components());
  }

  @Test
  void sharesAndTokensScaleAndEpochsDoNot() {
    Recipe recipe =
        Recipes.scaled(
            Recipes.stage(
                10_000,
                "{name: a, kinds: [web], share: 0.29}",
                "{name: b, kinds: [math], tokens: 1000}",
                "{name: c, kinds: [book], epochs: 2}"),
            0.1);
    StagePlan stage = plan(recipe, THREE);
    assertEquals(1000, stage.tokens());
    assertEquals(
        List.of(290L, 100L, 18L), stage.components().stream().map(ComponentPlan::planned).toList());
  }

  @Test
  void theShardsFollowThePlannedTokens() {
    Recipe recipe =
        Recipes.parse(
            "name: x",
            "shard_tokens: 1024",
            "stages:",
            "  - {name: s, tokens: 1025, seq_len: 16, packing: best_fit, components:",
            "     [{name: a, share: 1}]}");
    Inventory rich = inventory(cell(Kind.WEB, 1, 9, 100_000));
    assertEquals(2, plan(recipe, rich).shards());
    assertEquals(0, plan(recipe, inventory()).shards());
    assertEquals(1, plan(recipe, inventory(cell(Kind.WEB, 1, 1, 256))).shards());
  }

  @Test
  void exposureIsOverAllStages() {
    Recipe recipe =
        Recipes.parse(
            "name: x",
            "stages:",
            "  - {name: one, tokens: 10000, seq_len: 16, packing: concat, components:",
            "     [{name: a, kinds: [web], levels: [high], epochs: 3},",
            "      {name: b, kinds: [web], epochs: 1}]}",
            "  - {name: two, tokens: 150, seq_len: 16, packing: concat, components:",
            "     [{name: a, kinds: [web], levels: [high], share: 1}]}");
    assertEquals(
        List.of(
            new Exposure(Kind.WEB, "high", 100, 450, 4.5),
            new Exposure(Kind.WEB, "medium_high", 200, 200, 1),
            new Exposure(Kind.WEB, "medium", 1000, 1000, 1),
            new Exposure(Kind.WEB, "medium_low", 400, 400, 1),
            new Exposure(Kind.WEB, "low", 900, 900, 1),
            new Exposure(Kind.MATH, "unscored", 520, 0, 0)),
        Planner.plan(recipe, LEVELS).exposures());
  }

  @Test
  void tokensOfTheWholeCorpusDoNotOverflow() {
    Recipe recipe = Recipes.stage(15_000_000_000_000L, "{name: a, share: 1, max_epochs: 1000}");
    Inventory huge = inventory(cell(Kind.WEB, 1, 100_000_000_000L, 6_000_000_000_000L));
    assertEquals(
        all(
            "a",
            100_000_000_000L,
            6_000_000_000_000L,
            15_000_000_000_000L,
            15_000_000_000_000L,
            0,
            0,
            Binding.NONE,
            2.5),
        plan(recipe, huge).components().get(0));
  }

  @Test
  void anInventoryMeasuredOtherwiseIsTheUsersError() {
    InventorySpec bytes =
        new InventorySpec(
            InventorySpec.DEFAULT.ensemble(),
            InventorySpec.DEFAULT.tierScore(),
            Weighting.BYTES,
            true,
            InventorySpec.DEFAULT.lengthCuts(),
            400);
    UserError error =
        assertThrows(
            UserError.class,
            () -> Planner.plan(SHARES, Inventory.of(bytes, List.of(), List.of(), 0, List.of())));
    assertTrue(error.getMessage().contains("weighting: documents, measured bytes"));
  }
}
