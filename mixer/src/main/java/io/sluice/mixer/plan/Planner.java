package io.sluice.mixer.plan;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes plans: a pure function of recipe and inventory, with exact whole-number arithmetic.
 *
 * <ul>
 *   <li>Each cell of the inventory goes to the first component of the stage that it fits.
 *   <li>Components with a share or tokens have what they ask for, up to {@code max_epochs} of what
 *       there is.
 *   <li>Components with epochs follow what there is. Where they come to more than the stage has
 *       left beside shares and tokens, all of them are reduced by the same factor, which keeps the
 *       ratios between levels (so a recipe for trillions still works with a small scale).
 *   <li>A shortfall stays one, and the stage gets smaller. With {@code fill} it is spread over the
 *       others of the stage in proportion to what they ask for: shares and tokens up to their
 *       {@code max_epochs}, epochs up to what they ask for.
 * </ul>
 */
public final class Planner {
  private final Recipe recipe;
  private final Inventory inventory;

  private Planner(Recipe recipe, Inventory inventory) {
    this.recipe = recipe;
    this.inventory = inventory;
  }

  /**
   * The plan of a recipe with an inventory.
   *
   * @throws UserError where the inventory was measured in another way than the recipe says
   */
  public static Plan plan(Recipe recipe, Inventory inventory) {
    List<String> differences = recipe.inventory().differences(inventory.spec());
    if (!differences.isEmpty()) {
      throw new UserError(
          "recipe '"
              + recipe.name()
              + "' and the inventory do not agree on how the corpus is measured: "
              + String.join("; ", differences),
          "run 'sluice inventory' again with this recipe, or set the recipe's inventory section to"
              + " what was measured");
    }
    return new Planner(recipe, inventory).plan();
  }

  private Plan plan() {
    List<StagePlan> stages = new ArrayList<>();
    for (StageSpec stage : recipe.stages()) {
      stages.add(plan(stage));
    }
    return new Plan(
        recipe.name(),
        recipe.scale(),
        recipe.seed(),
        recipe.fill(),
        stages.stream().mapToLong(StagePlan::tokens).sum(),
        stages.stream().mapToLong(StagePlan::planned).sum(),
        stages,
        Exposures.of(recipe, inventory, stages));
  }

  private StagePlan plan(StageSpec stage) {
    List<Demand> demands = demands(stage);
    long target = scaled(BigDecimal.valueOf(stage.tokens()));
    long shortfall = 0;
    long left = target;
    BigDecimal byEpochs = BigDecimal.ZERO;
    for (Demand demand : demands) {
      if (demand.spec.byEpochs()) {
        demand.asked = demand.byEpochs();
        demand.cap = demand.asked;
        byEpochs = byEpochs.add(BigDecimal.valueOf(demand.asked));
      } else {
        demand.asked =
            demand.spec.share() == null
                ? scaled(BigDecimal.valueOf(demand.spec.tokens()))
                : floor(BigDecimal.valueOf(demand.spec.share()).multiply(whole(target)));
        demand.cap = floor(whole(demand.available()).multiply(decimal(demand.spec.maxEpochs())));
        demand.planned = Math.min(demand.asked, demand.cap);
        left -= demand.asked;
        shortfall += demand.asked - demand.planned;
      }
    }
    boolean tooMuch = byEpochs.compareTo(whole(left)) > 0;
    for (Demand demand : demands) {
      if (demand.spec.byEpochs()) {
        demand.planned =
            tooMuch
                ? floor(
                    whole(demand.asked)
                        .multiply(whole(left))
                        .divide(byEpochs, 0, RoundingMode.FLOOR))
                : demand.asked;
      }
    }
    if (recipe.fill()) {
      fill(demands, shortfall);
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    inventory.cells().stream().filter(c -> c.documents() > 0).forEach(c -> kinds.add(c.kind()));
    List<ComponentPlan> components = demands.stream().map(d -> d.plan(kinds)).toList();
    long planned = components.stream().mapToLong(ComponentPlan::planned).sum();
    return new StagePlan(
        stage.name(),
        stage.seqLen(),
        stage.packing(),
        stage.fimRate(),
        target,
        planned,
        target - planned,
        (planned + recipe.shardTokens() - 1) / recipe.shardTokens(),
        components);
  }

  private List<Demand> demands(StageSpec stage) {
    List<Demand> demands = new ArrayList<>();
    stage.components().forEach(component -> demands.add(new Demand(component)));
    ComponentMatcher matcher = new ComponentMatcher(recipe, stage);
    for (Cell cell : inventory.cells()) {
      CellKey key = cell.key();
      int component = matcher.match(key);
      if (component >= 0) {
        demands.get(component).add(matcher.group(component, key), cell);
      }
    }
    return demands;
  }

  /** Spreads tokens over the components that have room, in proportion to what they ask for. */
  private static void fill(List<Demand> demands, long shortfall) {
    long left = shortfall;
    boolean moved = true;
    while (left > 0 && moved) {
      moved = false;
      List<Demand> open = demands.stream().filter(d -> d.planned < d.cap && d.asked > 0).toList();
      BigDecimal weights = BigDecimal.ZERO;
      for (Demand demand : open) {
        weights = weights.add(whole(demand.asked));
      }
      long round = left;
      for (Demand demand : open) {
        long part =
            floor(
                whole(round).multiply(whole(demand.asked)).divide(weights, 0, RoundingMode.FLOOR));
        long given = Math.min(part, demand.cap - demand.planned);
        demand.planned += given;
        demand.filled += given;
        left -= given;
        moved |= given > 0;
      }
    }
  }

  private long scaled(BigDecimal tokens) {
    return floor(tokens.multiply(decimal(recipe.scale())));
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }

  /** The number as it is written in the recipe: 0.1 is a tenth. */
  static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number);
  }

  static long floor(BigDecimal number) {
    return number.setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
