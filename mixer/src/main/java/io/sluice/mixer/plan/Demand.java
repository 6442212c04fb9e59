package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A component while its stage is being planned. */
final class Demand {
  final ComponentSpec spec;

  /** Tokens asked for. */
  long asked;

  /** Most tokens it may have. */
  long cap;

  /** Tokens it has. */
  long planned;

  /** Those of the tokens it has that others lack. */
  long filled;

  private final Map<String, long[]> groups = new LinkedHashMap<>();

  Demand(ComponentSpec spec) {
    this.spec = spec;
    Map<String, Double> named = spec.epochsByGroup();
    for (String group : spec.grouping().names()) {
      if (spec.grouping() == Grouping.ALL || named.containsKey(group)) {
        groups.put(group, new long[2]);
      }
    }
  }

  /** Adds a cell's documents and tokens. */
  void add(String group, Cell cell) {
    long[] sums = groups.get(group);
    sums[0] += cell.documents();
    sums[1] += cell.tokens();
  }

  long documents() {
    return groups.values().stream().mapToLong(sums -> sums[0]).sum();
  }

  long available() {
    return groups.values().stream().mapToLong(sums -> sums[1]).sum();
  }

  /** Tokens that its epochs come to, each group rounded down. */
  long byEpochs() {
    long sum = 0;
    for (Map.Entry<String, Double> group : spec.epochsByGroup().entrySet()) {
      BigDecimal tokens = BigDecimal.valueOf(groups.get(group.getKey())[1]);
      sum += Planner.floor(tokens.multiply(Planner.decimal(group.getValue())));
    }
    return sum;
  }

  ComponentPlan plan(Set<Kind> kinds) {
    long available = available();
    List<GroupPlan> plans = new ArrayList<>();
    long sum = 0;
    for (Map.Entry<String, long[]> group : groups.entrySet()) {
      long tokens = group.getValue()[1];
      double epochs = epochs(group.getKey(), available);
      long part = Planner.floor(BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(epochs)));
      sum += part;
      plans.add(new GroupPlan(group.getKey(), group.getValue()[0], tokens, epochs, part));
    }
    if (plans.size() == 1) {
      GroupPlan only = plans.get(0);
      plans.set(
          0,
          new GroupPlan(only.group(), only.documents(), only.available(), only.epochs(), planned));
    } else {
      planned = sum;
    }
    long shortfall = Math.max(0, asked - planned);
    return new ComponentPlan(
        spec.name(),
        documents(),
        available,
        asked,
        planned,
        filled,
        shortfall,
        binding(kinds, available, shortfall),
        available == 0 ? 0 : (double) planned / available,
        plans);
  }

  private double epochs(String group, long available) {
    if (!spec.byEpochs()) {
      return available == 0 ? 0 : (double) planned / available;
    }
    double wanted = spec.epochsByGroup().get(group);
    if (asked == planned) {
      return wanted;
    }
    return BigDecimal.valueOf(wanted)
        .multiply(BigDecimal.valueOf(planned))
        .divide(BigDecimal.valueOf(asked), 17, RoundingMode.FLOOR)
        .doubleValue();
  }

  private Binding binding(Set<Kind> kinds, long available, long shortfall) {
    if (available == 0 && (asked > 0 || spec.byEpochs())) {
      boolean known =
          spec.kinds().isEmpty()
              ? !kinds.isEmpty()
              : spec.kinds().stream().anyMatch(kinds::contains);
      return known ? Binding.NOTHING_AVAILABLE : Binding.MISSING_KIND;
    }
    if (shortfall == 0) {
      return Binding.NONE;
    }
    return spec.byEpochs() ? Binding.STAGE_TOKENS : Binding.MAX_EPOCHS;
  }
}
