package io.sluice.filters.rule;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;

/** Gopher's n-gram repetition over {@link Tokens}; linear in the tokens for each n. */
final class NgramMeasures {
  private static final Signal[] TOP = {Signal.TOP_2GRAM, Signal.TOP_3GRAM, Signal.TOP_4GRAM};
  private static final Signal[] DUPLICATE = {
    Signal.DUPLICATE_5GRAMS,
    Signal.DUPLICATE_6GRAMS,
    Signal.DUPLICATE_7GRAMS,
    Signal.DUPLICATE_8GRAMS,
    Signal.DUPLICATE_9GRAMS,
    Signal.DUPLICATE_10GRAMS
  };

  private final CountTable table = new CountTable();

  /** Fills the n-gram signals; {@code characters} are the code points of the text. */
  void measure(Tokens tokens, int characters, Measures<Signal> signals) {
    for (int i = 0; i < TOP.length; i++) {
      signals.put(TOP[i], LineMeasures.ratio(top(tokens, i + 2), characters));
    }
    for (int i = 0; i < DUPLICATE.length; i++) {
      signals.put(DUPLICATE[i], LineMeasures.ratio(duplicated(tokens, i + 5), characters));
    }
  }

  /**
   * Characters that all occurrences of the most frequent n-gram hold, with a space between tokens;
   * the earliest one where several are as frequent.
   */
  private long top(Tokens tokens, int n) {
    int grams = tokens.count() - n + 1;
    if (grams <= 0) {
      return 0;
    }
    long power = Tokens.power(n);
    table.clear(grams);
    int most = 0;
    for (int i = 0; i < grams; i++) {
      most = Math.max(most, table.add(tokens.ngram(i, n, power)));
    }
    int first = 0;
    while (table.count(tokens.ngram(first, n, power)) < most) {
      first++;
    }
    return (long) most * (tokens.characters(first, n) + n - 1);
  }

  /** Characters in n-grams that occurred before, none counted twice. */
  private long duplicated(Tokens tokens, int n) {
    int grams = tokens.count() - n + 1;
    long power = Tokens.power(n);
    table.clear(Math.max(0, grams));
    long characters = 0;
    int i = 0;
    while (i < grams) {
      if (table.add(tokens.ngram(i, n, power)) > 1) {
        characters += tokens.characters(i, n);
        i += n;
      } else {
        i++;
      }
    }
    return characters;
  }
}
