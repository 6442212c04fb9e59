package io.sluice.filters.rule;

import io.sluice.ingest.config.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One thresholds file. What a language's file leaves out is taken from {@code default.yaml}. */
record Thresholds(
    @Key(doc = "Lines of at most so many characters are short", preset = "null", min = 0)
        Integer shortLineCharacters,
    @Key(doc = "Bounds of each rule, by the rule's name", preset = "{}") Map<String, Bounds> bounds,
    @Key(
            doc = "Frequent words of the language; without them the stop word rule is skipped",
            preset = "[]")
        List<String> stopWords) {
  Thresholds {
    List<String> problems = new ArrayList<>();
    TreeSet<String> valid = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      valid.add(rule.key());
    }
    bounds = bounds == null ? Map.of() : bounds;
    for (Map.Entry<String, Bounds> entry : bounds.entrySet()) {
      if (!valid.contains(entry.getKey())) {
        problems.add("bounds." + entry.getKey() + ": unknown key, allowed " + valid);
      } else if (entry.getValue() == null) {
        problems.add("bounds." + entry.getKey() + ": got nothing, write {} to switch it off");
      }
    }
    if (stopWords == null || stopWords.stream().anyMatch(w -> w == null || w.isBlank())) {
      problems.add("stop_words: got an empty word, allowed a list of words");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    bounds = Map.copyOf(bounds);
    stopWords = List.copyOf(stopWords);
  }
}
