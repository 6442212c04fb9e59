package io.sluice.ingest.html.tree;

/**
 * The insertion modes, 13.2.4.1 of the HTML standard. "Text" and "in table text" are missing, since
 * such text is read as a whole, and there are none for {@code select} any more.
 */
final class Mode {
  static final int INITIAL = 0;
  static final int BEFORE_HTML = 1;
  static final int BEFORE_HEAD = 2;
  static final int IN_HEAD = 3;
  static final int IN_HEAD_NOSCRIPT = 4;
  static final int AFTER_HEAD = 5;
  static final int IN_BODY = 6;
  static final int IN_TABLE = 7;
  static final int IN_CAPTION = 8;
  static final int IN_COLUMN_GROUP = 9;
  static final int IN_TABLE_BODY = 10;
  static final int IN_ROW = 11;
  static final int IN_CELL = 12;
  static final int IN_TEMPLATE = 13;
  static final int AFTER_BODY = 14;
  static final int IN_FRAMESET = 15;
  static final int AFTER_FRAMESET = 16;
  static final int AFTER_AFTER_BODY = 17;
  static final int AFTER_AFTER_FRAMESET = 18;

  private Mode() {}
}
