package io.sluice.mixer.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a component's epochs depend on. */
public enum Grouping {
  /** Nothing: the same epochs for all of its documents. */
  ALL,
  /** The quality level. */
  LEVEL,
  /** The code tier. */
  TIER,
  /** The size of the duplicate cluster, as FineWeb-2 does (arXiv 2506.20920). */
  CLUSTER;

  /** The groups' names in the order of reports. */
  public List<String> names() {
    return switch (this) {
      case ALL -> List.of("all");
      case LEVEL -> Arrays.stream(Level.values()).map(Level::id).toList();
      case TIER -> Arrays.stream(Tier.values()).map(Tier::id).toList();
      case CLUSTER -> ClusterClass.NAMES;
    };
  }

  /** The key of a recipe that has epochs by group: {@code epochs_by_level} and the like. */
  String key() {
    return "epochs_by_" + name().toLowerCase(Locale.ROOT);
  }
}
