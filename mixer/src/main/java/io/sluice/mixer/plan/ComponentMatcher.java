package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which component of a stage a document belongs to: the first that it fits, in the recipe's order.
 * Planning asks for cells and selection for documents, with the same answer.
 */
public final class ComponentMatcher implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Fit> fits = new ArrayList<>();

  /** The matcher of one stage of a recipe. */
  public ComponentMatcher(Recipe recipe, StageSpec stage) {
    for (ComponentSpec component : stage.components()) {
      fits.add(Fit.of(recipe, component));
    }
  }

  /** The number of the component, −1 where none fits. */
  public int match(CellKey key) {
    for (int i = 0; i < fits.size(); i++) {
      if (fits.get(i).test(key)) {
        return i;
      }
    }
    return -1;
  }

  /** The group of a component that a document belongs to; see {@link Grouping#names()}. */
  public String group(int component, CellKey key) {
    return fits.get(component).group(key);
  }

  private record Fit(
      Set<Kind> kinds,
      Set<String> sources,
      List<String> languages,
      Set<Level> levels,
      Set<Tier> tiers,
      int lengthFrom,
      int lengthBelow,
      Grouping grouping,
      Set<String> groups,
      LevelCuts levelCuts,
      TierCuts tierCuts)
      implements Predicate<CellKey>, Serializable {

    static Fit of(Recipe recipe, ComponentSpec component) {
      InventorySpec spec = recipe.inventory();
      Grouping grouping = component.grouping();
      return new Fit(
          component.kinds().isEmpty()
              ? EnumSet.allOf(Kind.class)
              : EnumSet.copyOf(component.kinds()),
          Set.copyOf(component.sources()),
          component.languages(),
          component.levels().isEmpty()
              ? EnumSet.allOf(Level.class)
              : EnumSet.copyOf(component.levels()),
          component.tiers().isEmpty()
              ? EnumSet.allOf(Tier.class)
              : EnumSet.copyOf(component.tiers()),
          component.minTokens() == 0 ? 0 : spec.lengthClass(component.minTokens()),
          component.maxTokens() == null
              ? Integer.MAX_VALUE
              : spec.lengthClass(component.maxTokens()),
          grouping,
          grouping == Grouping.ALL ? Set.of("all") : Set.copyOf(component.epochsByGroup().keySet()),
          recipe.levelCuts(),
          recipe.tierCuts());
    }

    @Override
    public boolean test(CellKey key) {
      return kinds.contains(key.kind())
          && (sources.isEmpty() || sources.contains(key.source()))
          && (languages.isEmpty() || speaks(key.lang()))
          && levels.contains(levelCuts.level(key.quality()))
          && tiers.contains(tierCuts.tier(key.tier()))
          && key.length() >= lengthFrom
          && key.length() < lengthBelow
          && groups.contains(group(key));
    }

    private boolean speaks(String lang) {
      for (String wanted : languages) {
        if (lang.startsWith(wanted)
            && (lang.length() == wanted.length() || lang.charAt(wanted.length()) == '_')) {
          return true;
        }
      }
      return false;
    }

    String group(CellKey key) {
      return switch (grouping) {
        case ALL -> "all";
        case LEVEL -> levelCuts.level(key.quality()).id();
        case TIER -> tierCuts.tier(key.tier()).id();
        case CLUSTER -> ClusterClass.NAMES.get(key.cluster());
      };
    }
  }
}
