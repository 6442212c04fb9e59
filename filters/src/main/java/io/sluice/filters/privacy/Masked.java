package io.sluice.filters.privacy;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import java.util.EnumMap;
import java.util.Map;

/**
 * A text whose private data is masked.
 *
 * @param text the same object as the text before where nothing was found
 * @param counts how much of each kind was masked; a kind that was not looked for has no entry
 */
public record Masked(String text, Map<PrivateKind, Integer> counts) {
  public Masked {
    EnumMap<PrivateKind, Integer> copy = new EnumMap<>(PrivateKind.class);
    copy.putAll(counts);
    counts = Map.copyOf(copy);
  }

  /** Writes the counts to the signals. */
  public void fill(Measures<Signal> signals) {
    counts.forEach((kind, count) -> signals.put(kind.signal(), count));
  }
}
