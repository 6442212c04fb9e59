package io.sluice.ingest.html.block;

/** What a block is made of, in document order: texts, breaks, formulas and marks of emphasis. */
public final class Leaf {
  /** Text: a range of the page's bytes. */
  public static final int TEXT = 0;

  /** Text with its references decoded: a range of {@link Blocks#side()}. */
  public static final int DECODED = 1;

  /** A formula in TeX without delimiters, within a line: a range of {@link Blocks#side()}. */
  public static final int FORMULA = 2;

  /** A formula in TeX that stands by itself: a range of {@link Blocks#side()}. */
  public static final int DISPLAY = 3;

  /** A line break. */
  public static final int BREAK = 4;

  /** White space. */
  public static final int GAP = 5;

  /** The beginning of a table cell; its node is the cell. */
  public static final int CELL = 6;

  public static final int STRONG = 7;
  public static final int STRONG_END = 8;
  public static final int EMPHASIS = 9;
  public static final int EMPHASIS_END = 10;
  public static final int CODE = 11;
  public static final int CODE_END = 12;

  /** The beginning of a link; its node is the element. */
  public static final int LINK = 13;

  public static final int LINK_END = 14;

  /** The beginning of a superscript that is no link. */
  public static final int SUPER = 15;

  public static final int SUPER_END = 16;

  private Leaf() {}
}
