package io.sluice.ingest.model;

import java.util.Locale;

/** What became of a row in a stage. Every row that comes in has exactly one outcome. */
public enum Outcome {
  /** Goes on to the next stage. */
  KEPT,
  /** Turned away by a rule or as bad input; the {@link Reason} says why. */
  REJECTED,
  /** Sluice itself could not treat it: an error of ours, not of the input's. */
  FAILED,
  /** Not a document: one row for each input item read, with its own count of records. */
  INPUT;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in Parquet and in folder names ({@code outcome=kept}). */
  public String id() {
    return id;
  }
}
