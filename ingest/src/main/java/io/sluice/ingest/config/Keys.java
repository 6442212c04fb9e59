package io.sluice.ingest.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names of keys: from components, and the nearest valid one to a misspelt one. */
public final class Keys {
  private Keys() {}

  /** {@code minChars} as {@code min_chars}. */
  public static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The keys of a section, in order. */
  public static List<String> of(Class<?> section) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : section.getRecordComponents()) {
      names.add(name(component));
    }
    return names;
  }

  /** What to advise for an unknown word: the nearest of the valid ones, or all of them. */
  static String advice(String word, Collection<String> valid) {
    String nearest = null;
    int best = Math.max(2, word.length() / 3) + 1;
    for (String candidate : valid) {
      int distance = distance(word, candidate);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    return nearest != null
        ? "did you mean '" + nearest + "'?"
        : "valid here: " + String.join(", ", valid);
  }

  /**
   * Optimal string alignment distance: insertions, deletions, replacements, swaps of neighbours.
   */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
