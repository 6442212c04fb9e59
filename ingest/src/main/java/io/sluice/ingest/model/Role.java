package io.sluice.ingest.model;

import java.util.Locale;

/** Who wrote a segment of a dialogue. */
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT,
  OBSERVATION;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in Parquet: lower case. */
  public String id() {
    return id;
  }

  /**
   * The role of a stored name.
   *
   * @throws IllegalArgumentException if no role has this name
   */
  public static Role of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
