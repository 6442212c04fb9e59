package io.sluice.ingest.model;

import java.util.Locale;

/** What a document is. The stored form is {@link #id()}. */
public enum Kind {
  WEB,
  CODE,
  CODE_WEB,
  MATH,
  BOOK,
  PAPER,
  REPO,
  HISTORY,
  QA,
  REASONING,
  SEARCH,
  TRAJECTORY;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in Parquet and in recipes: lower case. */
  public String id() {
    return id;
  }

  /**
   * The kind of a stored name.
   *
   * @throws IllegalArgumentException if no kind has this name
   */
  public static Kind of(String id) {
    for (Kind kind : values()) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no document kind is called '" + id + "'");
  }
}
