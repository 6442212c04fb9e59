package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.ConfigError;
import io.sluice.ingest.config.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeTest {
  private static final Path GLM = Path.of("..", "conf", "recipes", "glm-4.5.yaml");

  private static List<String> problems(String... lines) {
    ConfigError error = assertThrows(ConfigError.class, () -> Recipes.parse(lines));
    return error.problems().stream().map(Problem::message).toList();
  }

  private static List<String> stageProblems(long tokens, String... components) {
    ConfigError error = assertThrows(ConfigError.class, () -> Recipes.stage(tokens, components));
    return error.problems().stream().map(p -> p.path() + ": " + p.message()).toList();
  }

  @Test
  void theShippedRecipeIsTheFiveStagesOfTheReport() {
    Recipe recipe = Config.load(Recipe.class, GLM, List.of(), Map.of());
    assertEquals(
        List.of(
            "pretrain-general 15000000000000 4096 CONCAT",
            "pretrain-code-reasoning 7000000000000 4096 CONCAT",
            "midtrain-repo 500000000000 32768 BEST_FIT",
            "midtrain-reasoning 500000000000 32768 BEST_FIT",
            "midtrain-long-agent 100000000000 131072 BEST_FIT"),
        recipe.stages().stream()
            .map(s -> s.name() + ' ' + s.tokens() + ' ' + s.seqLen() + ' ' + s.packing())
            .toList());
    assertEquals(23_100_000_000_000L, recipe.stages().stream().mapToLong(StageSpec::tokens).sum());
    assertEquals(
        Map.of("high", 3.2, "medium_high", 2.0, "medium", 1.0, "medium_low", 0.5, "low", 0.0),
        recipe.stage("pretrain-general").components().get(4).epochsByLevel());
    assertEquals(InventorySpec.DEFAULT, recipe.inventory());
  }

  @Test
  void theShippedRecipeTakesAScale() {
    Recipe recipe = Config.load(Recipe.class, GLM, List.of("scale=1e-7"), Map.of());
    Plan plan =
        Planner.plan(recipe, Inventory.of(recipe.inventory(), List.of(), List.of(), 0, List.of()));
    assertEquals(2_310_000, plan.tokens());
    assertEquals(0, plan.planned());
  }

  @Test
  void sharesOverOneNameTheStageTheSumAndTheRemedy() {
    assertEquals(
        List.of(
            "stages[0]: components: the shares of stage 's' add up to 1.15, allowed at most 1;"
                + " lower them by 0.15 in all, or size a component by epochs"),
        stageProblems(100, "{name: a, share: 0.45}", "{name: b, share: 0.7}"));
  }

  @Test
  void sharesOfExactlyOneInTenthsAreAllowed() {
    String[] tenths = new String[10];
    for (int i = 0; i < 10; i++) {
      tenths[i] = "{name: c" + i + ", share: 0.1}";
    }
    assertEquals(10, Recipes.stage(100, tenths).stages().get(0).components().size());
  }

  @Test
  void sharesAndTokensTogetherMustFitTheStage() {
    assertEquals(
        List.of(
            "stages[0]: components: shares and tokens of stage 's' ask for 110 tokens in all, the"
                + " stage has 100; lower them or raise the stage's tokens"),
        stageProblems(100, "{name: a, share: 0.5}", "{name: b, tokens: 60}"));
  }

  @Test
  void everyMistakeOfEveryComponentIsReportedAtOnce() {
    assertEquals(
        List.of(
            "stages[0].components[0].kinds[0]: got 'wbe'",
            "stages[0].components[1]: size: got 2 of share, tokens, epochs, epochs_by_level,"
                + " epochs_by_tier, epochs_by_cluster; give exactly one",
            "stages[0].components[2]: share: got 1.5, allowed over 0 to 1",
            "stages[0].components[2]: max_epochs: got 0.0, allowed over 0 to 1000",
            "stages[0].components[3]: epochs_by_level.high: got 5.0, allowed 0 to max_epochs 4.0;"
                + " lower it or raise max_epochs",
            "stages[0].components[3]: epochs_by_level: got 'top', allowed [high, medium_high,"
                + " medium, medium_low, low, unscored]",
            "stages[0].components[4]: size: got 0 of share, tokens, epochs, epochs_by_level,"
                + " epochs_by_tier, epochs_by_cluster; give exactly one"),
        stageProblems(
            100,
            "{name: a, kinds: [wbe], share: 0.1}",
            "{name: b, share: 0.1, epochs: 2}",
            "{name: c, share: 1.5, max_epochs: 0}",
            "{name: d, epochs_by_level: {high: 5, top: 1}}",
            "{name: e}"));
  }

  @Test
  void namesMustDiffer() {
    assertEquals(
        List.of("stages[0]: components: 'a' stands twice, names must differ"),
        stageProblems(100, "{name: a, share: 0.1}", "{name: a, epochs: 1}"));
  }

  @Test
  void lengthsThatTheInventoryDoesNotTellApartAreRefused() {
    assertEquals(
        List.of(
            ": stage 's', component 'a': min_tokens: got 5000, allowed 0 or one of length_cuts"
                + " [1024, 4096, 8192, 32768, 131072]; choose one or add it to"
                + " inventory.length_cuts",
            ": stage 's', component 'a': max_tokens: got 9000, allowed one of length_cuts"
                + " [1024, 4096, 8192, 32768, 131072]; choose one or add it to"
                + " inventory.length_cuts"),
        stageProblems(100, "{name: a, share: 0.1, min_tokens: 5000, max_tokens: 9000}"));
  }

  @Test
  void aRecipeWithoutStagesIsRefused() {
    assertTrue(
        problems("name: x", "stages: []")
            .contains("stages: got none, a recipe needs at least one"));
  }

  @Test
  void anEmptyListMayBeLeftBlank() {
    Recipe recipe =
        Recipes.parse(
            "name: x",
            "stages:",
            "  - name: s",
            "    tokens: 5",
            "    seq_len: 16",
            "    packing: best_fit",
            "    components:",
            "      - name: all",
            "        kinds:",
            "        epochs: 1");
    assertEquals(List.of(), recipe.stages().get(0).components().get(0).kinds());
  }
}
