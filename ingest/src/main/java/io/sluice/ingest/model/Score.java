package io.sluice.ingest.model;

import java.util.Locale;

/**
 * The slots that models write to, a field each in the {@code scores} struct. Raw model output in
 * 0..1, higher is better; buckets and tiers are computed from it at plan time.
 */
public enum Score {
  /** General text quality, by the linear model of the text's language. */
  QUALITY,
  /** Quality of a source file for its programming language. */
  CODE_QUALITY,
  /** Share of educational math and science content. */
  MATH;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The field's name in Parquet: lower case. */
  public String id() {
    return id;
  }
}
