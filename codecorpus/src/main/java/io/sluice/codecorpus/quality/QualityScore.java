package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A score in 0..1 for source files of one language:
 *
 * <pre>score = Σ weight · fit(signal) / Σ weight</pre>
 *
 * over the share of comments and docstrings, the mean length of identifiers, the mean line length,
 * the share of long lines, the mean nesting depth, the share of repeated lines and the share of
 * boilerplate lines. {@code fit} is 1 within the language's usual range and falls straight to 0
 * outside ({@link Trapezoid}). A signal that was not measured is left out of both sums. The ranges
 * and weights stand in {@code code_rules.yaml}; they are chosen by hand.
 */
public final class QualityScore {
  /** Written to a document's metadata beside the score; raised when the formula changes. */
  public static final String VERSION = "rules-1";

  /** Keys of the data file, each the name of a signal. */
  static final List<String> KEYS =
      List.of(
          "comments",
          "identifier_length",
          "mean_line_length",
          "long_lines",
          "nesting",
          "repeated_lines",
          "boilerplate");

  private record Part(Signal signal, Trapezoid fit, double weight) {}

  private final List<Part> parts;

  private QualityScore(List<Part> parts) {
    this.parts = parts;
  }

  static QualityScore of(DataMap ranges, DataMap weights) {
    ranges.allow(Set.copyOf(KEYS));
    weights.allow(Set.copyOf(KEYS));
    List<Part> parts = new ArrayList<>();
    for (String key : KEYS) {
      double weight = weights.has(key) ? weights.number(key) : 0;
      if (!(weight >= 0)) {
        throw weights.error(key, weight, "0 or more");
      }
      if (weight > 0 && ranges.has(key)) {
        parts.add(
            new Part(
                Signal.valueOf(key.toUpperCase(Locale.ROOT)), Trapezoid.of(ranges, key), weight));
      }
    }
    return new QualityScore(List.copyOf(parts));
  }

  /** The score of a file with these signals; 0 where none of them was measured. */
  public double of(Measures<Signal> signals) {
    double sum = 0;
    double weights = 0;
    for (Part part : parts) {
      double fit = part.fit().fit(signals.get(part.signal()));
      if (!Double.isNaN(fit)) {
        sum += part.weight() * fit;
        weights += part.weight();
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
