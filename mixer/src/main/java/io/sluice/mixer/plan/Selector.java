package io.sluice.mixer.plan;

import io.sluice.ingest.text.Draw;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which documents a stage of a plan takes, and how often: a function of the document and the seed
 * alone. A document that is seen 3.2 times is taken for epochs 0, 1 and 2, and in one case of five,
 * by hash, for epoch 3. So realised tokens differ a little from planned ones; their expectation is
 * the plan.
 */
public final class Selector implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Classifier classifier;
  private final ComponentMatcher matcher;
  private final List<String> names;
  private final List<Map<String, Double>> epochs;
  private final String stage;
  private final long seed;

  /**
   * The selector of one stage.
   *
   * @param recipe the recipe that was planned
   * @param inventory the inventory that it was planned with
   * @param plan the plan of both
   * @param stage the stage's name
   * @throws IllegalArgumentException if the recipe or the plan has no such stage, or they are not
   *     of one another
   */
  public Selector(Recipe recipe, Inventory inventory, Plan plan, String stage) {
    StageSpec spec = recipe.stage(stage);
    this.names = spec.components().stream().map(ComponentSpec::name).toList();
    StagePlan planned =
        plan.stages().stream()
            .filter(s -> s.stage().equals(stage))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("plan: has no stage '" + stage + "'"));
    if (!names.equals(planned.components().stream().map(ComponentPlan::component).toList())
        || recipe.seed() != plan.seed()) {
      throw new IllegalArgumentException(
          "plan: is not one of recipe '" + recipe.name() + "'; plan it again");
    }
    this.classifier = inventory.classifier();
    this.matcher = new ComponentMatcher(recipe, spec);
    this.epochs =
        planned.components().stream()
            .map(
                component -> {
                  Map<String, Double> byGroup = new HashMap<>();
                  component.groups().forEach(g -> byGroup.put(g.group(), g.epochs()));
                  return Map.copyOf(byGroup);
                })
            .toList();
    this.stage = stage;
    this.seed = recipe.seed();
  }

  /** What becomes of a document, null where no component fits it. */
  public Choice choose(Facts facts) {
    CellKey key = classifier.classify(facts);
    int component = matcher.match(key);
    if (component < 0) {
      return null;
    }
    String name = names.get(component);
    double often = epochs.get(component).getOrDefault(matcher.group(component, key), 0.0);
    return new Choice(component, copies(often, seed, stage + '/' + name, facts.id()));
  }

  /**
   * How often a document is taken.
   *
   * @param epochs epochs, at least 0
   * @param seed the seed of the run
   * @param purpose stage and component, so that they draw apart
   * @param id the document's id
   */
  static int copies(double epochs, long seed, String purpose, String id) {
    int whole = (int) Math.floor(epochs);
    double part = epochs - whole;
    return part > 0 && Draw.uniform(seed, purpose, id) < part ? whole + 1 : whole;
  }

  /**
   * A document's component and how often it is taken.
   *
   * @param component the component's place in the stage, 0-based
   * @param copies epochs 0 to {@code copies − 1}; may be 0
   */
  public record Choice(int component, int copies) {}
}
