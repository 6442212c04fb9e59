package io.sluice.mixer.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects every mistake of one record, so that they are all reported at once. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  /** Notes the mistake where the condition does not hold. */
  Problems require(boolean holds, String mistake) {
    if (!holds) {
      found.add(mistake);
    }
    return this;
  }

  /** The list as it is, a missing one as empty. */
  static <T> List<T> orEmpty(List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** A sorted copy of the map, a missing one as empty. */
  static <T> Map<String, T> orEmpty(Map<String, T> values) {
    return Collections.unmodifiableMap(values == null ? new TreeMap<>() : new TreeMap<>(values));
  }

  /** Notes every name that stands twice. */
  Problems distinct(String key, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      require(seen.add(name), key + ": '" + name + "' stands twice, names must differ");
    }
    return this;
  }

  /**
   * Throws what was found.
   *
   * @throws IllegalArgumentException listing every mistake, a line each, where there is one
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", found));
    }
  }
}
