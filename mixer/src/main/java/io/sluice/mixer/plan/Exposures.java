package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up how often each kind and quality is seen over all stages. */
final class Exposures {
  private record Row(Kind kind, int rank, String quality) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return Comparator.comparing(Row::kind).thenComparingInt(Row::rank).compare(this, other);
    }
  }

  private Exposures() {}

  static List<Exposure> of(Recipe recipe, Inventory inventory, List<StagePlan> stages) {
    List<ComponentMatcher> matchers =
        recipe.stages().stream().map(stage -> new ComponentMatcher(recipe, stage)).toList();
    // tokens by row and by the list of epochs that a cell is seen in each stage
    Map<Row, Map<List<Double>, Long>> tokens = new TreeMap<>();
    for (Cell cell : inventory.cells()) {
      CellKey key = cell.key();
      List<Double> epochs = new ArrayList<>();
      for (int stage = 0; stage < stages.size(); stage++) {
        ComponentMatcher matcher = matchers.get(stage);
        int component = matcher.match(key);
        epochs.add(
            component < 0
                ? 0.0
                : stages
                    .get(stage)
                    .components()
                    .get(component)
                    .epochs(matcher.group(component, key)));
      }
      tokens
          .computeIfAbsent(row(recipe, cell), row -> new LinkedHashMap<>())
          .merge(epochs, cell.tokens(), Long::sum);
    }
    List<Exposure> exposures = new ArrayList<>();
    tokens.forEach(
        (row, parts) -> {
          long available = parts.values().stream().mapToLong(Long::longValue).sum();
          double planned = 0;
          for (Map.Entry<List<Double>, Long> part : parts.entrySet()) {
            double seen = part.getKey().stream().mapToDouble(Double::doubleValue).sum();
            planned += seen * part.getValue();
          }
          exposures.add(
              new Exposure(
                  row.kind,
                  row.quality,
                  available,
                  Math.round(planned),
                  available == 0 ? 0 : planned / available));
        });
    return exposures;
  }

  private static Row row(Recipe recipe, Cell cell) {
    if (cell.tier() >= 0) {
      Tier tier = recipe.tierCuts().tier(cell.tier());
      return new Row(cell.kind(), tier.ordinal(), "tier " + tier.id());
    }
    Level level = recipe.levelCuts().level(cell.quality());
    return new Row(cell.kind(), Tier.values().length + level.ordinal(), level.id());
  }
}
