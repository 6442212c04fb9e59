package io.sluice.filters.rule;

import io.sluice.ingest.config.Key;

/** What a signal may be; {@code {}} in a thresholds file switches the rule off. */
record Bounds(
    @Key(doc = "Smallest value that is kept; none where absent", preset = "null") Double min,
    @Key(doc = "Greatest value that is kept; none where absent", preset = "null") Double max) {
  Bounds {
    if (min != null && max != null && min > max) {
      throw new IllegalArgumentException("min: got " + min + ", allowed at most max = " + max);
    }
  }
}
