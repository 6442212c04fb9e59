package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectorTest {

  private static int[] counts(double epochs, String purpose) {
    int[] counts = new int[6];
    for (int i = 0; i < 50_000; i++) {
      counts[Selector.copies(epochs, 3, purpose, "id" + i)]++;
    }
    return counts;
  }

  @Test
  void aFractionIsAHashedPartOfTheDocuments() {
    int[] counts = counts(3.2, "s/a");
    assertEquals(50_000, counts[3] + counts[4]);
    assertEquals(0.2, counts[4] / 50_000.0, 0.006); // over three standard deviations
    assertEquals(50_000, counts(2, "s/a")[2]);
    assertEquals(50_000, counts(0, "s/a")[0]);
  }

  @Test
  void componentsAndStagesDrawApart() {
    List<Integer> a = draws("one/a");
    assertEquals(a, draws("one/a"));
    assertNotEquals(a, draws("two/a"));
  }

  private static List<Integer> draws(String purpose) {
    return IntStream.range(0, 64)
        .mapToObj(i -> Selector.copies(0.5, 1, purpose, "id" + i))
        .toList();
  }

  /**
   * Selection is a draw a document, so that realised tokens are a sum of independent terms with the
   * plan as their mean. The bound is four and a half of that sum's own standard deviations, for
   * each corpus and for all of them together (where a bias would show).
   */
  @Test
  void realisedTokensAreThePlannedOnesWithinWhatChanceAllows() {
    Map<String, double[]> together = new TreeMap<>();
    for (long seed = 11; seed < 23; seed++) {
      for (Map.Entry<String, double[]> one : deviations(seed).entrySet()) {
        double[] sums = together.computeIfAbsent(one.getKey(), name -> new double[2]);
        sums[0] += one.getValue()[0];
        sums[1] += one.getValue()[1];
        assertWithinChance(one.getValue(), one.getKey() + ", seed " + seed);
      }
    }
    assertEquals(Set.of("english", "code", "rest"), together.keySet());
    together.forEach((name, sums) -> assertWithinChance(sums, name + ", all seeds"));
  }

  private static void assertWithinChance(double[] deviation, String what) {
    assertTrue(deviation[1] > 0, what + ": nothing was drawn");
    assertEquals(0, deviation[0] / Math.sqrt(deviation[1]), 4.5, what);
  }

  /** Realised less planned tokens of each component, and the variance of that. */
  private static Map<String, double[]> deviations(long seed) {
    List<Facts> documents = Samples.documents(seed, 5_000);
    Recipe recipe =
        Recipes.stage(
            100_000_000L,
            "{name: english, kinds: [web], languages: [eng], epochs_by_level: {high: 3.2,"
                + " medium_high: 2, medium: 1, medium_low: 0.5, low: 0}}",
            "{name: code, kinds: [code], epochs_by_tier: {high: 1.7, medium: 0.9, low: 0}}",
            "{name: rest, kinds: [web, math], share: 0.2}");
    Inventory inventory = Samples.inventory(recipe.inventory(), documents);
    StagePlan plan = Planner.plan(recipe, inventory).stages().get(0);
    Selector selector =
        new Selector(recipe, inventory, Planner.plan(recipe, inventory), plan.stage());
    ComponentMatcher matcher = new ComponentMatcher(recipe, recipe.stage(plan.stage()));
    Map<String, double[]> sums = new TreeMap<>();
    plan.components().forEach(c -> sums.put(c.component(), new double[] {-c.planned(), 0}));
    for (Facts facts : documents) {
      Selector.Choice choice = selector.choose(facts);
      if (choice != null) {
        CellKey key = inventory.classifier().classify(facts);
        int component = matcher.match(key);
        double epochs = plan.components().get(component).epochs(matcher.group(component, key));
        double part = epochs - Math.floor(epochs);
        double[] sum = sums.get(plan.components().get(choice.component()).component());
        sum[0] += choice.copies() * facts.tokens();
        sum[1] += part * (1 - part) * facts.tokens() * facts.tokens();
      }
    }
    return sums;
  }

  @Test
  void aPlanOfAnotherRecipeIsRefused() {
    Recipe recipe = Recipes.stage(100, "{name: a, epochs: 1}");
    Recipe other = Recipes.stage(100, "{name: b, epochs: 1}");
    Inventory none = Inventory.of(InventorySpec.DEFAULT, List.of(), List.of(), 0, List.of());
    Plan plan = Planner.plan(other, none);
    assertThrows(IllegalArgumentException.class, () -> new Selector(recipe, none, plan, "s"));
    assertThrows(IllegalArgumentException.class, () -> new Selector(other, none, plan, "t"));
  }
}
