package io.sluice.ingest.html.block;

/** What a block of text is. */
public enum Kind {
  /** A paragraph, or any run of text between block boundaries. */
  TEXT,
  /** A heading; its level is 1 to 6. */
  HEADING,
  /** The first text of a list item. */
  ITEM,
  /** A row of a data table, its cells separated by {@link Leaf#CELL}. */
  ROW,
  /** Preformatted text, white space as it stands. */
  PRE,
  /** The caption of a figure or table. */
  CAPTION,
  /** A term of a definition list. */
  TERM,
  /** The first text of a definition. */
  DEFINITION;

  private static final Kind[] ALL = values();

  static Kind of(int ordinal) {
    return ALL[ordinal];
  }
}
