package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/**
 * Tells tables of data from tables that only lay a page out. Data stand in short cells, in at least
 * two columns in half of the rows; a table with heads or a caption may hold lists and paragraphs.
 */
final class TableShape {
  /** A cell of more bytes than this makes its table one for layout. */
  private static final int CELL_BYTES = 2000;

  /** Lays out a page. */
  static final int LAYOUT = 0;

  /** Holds data. */
  static final int DATA = 1;

  /** Holds lines of code, a row each. */
  static final int CODE = 2;

  private final HtmlTree tree;
  private boolean code;
  private int rows;
  private int wideRows;
  private int columns;
  private int bytes;
  private int parts;
  private int breaks;
  private boolean headed;
  private boolean rich;

  private TableShape(HtmlTree tree) {
    this.tree = tree;
  }

  /** What a table is for. */
  static int of(HtmlTree tree, int table) {
    String role = tree.value(table, Attr.ROLE);
    if (role != null && (role.equals("presentation") || role.equals("none"))) {
      return LAYOUT;
    }
    TableShape shape = new TableShape(tree);
    int node = tree.firstChild(table);
    while (node != HtmlTree.NONE) {
      int tag = tree.tag(node);
      if (!shape.take(tag, node)) {
        return LAYOUT;
      }
      if (shape.code) {
        return CODE;
      }
      boolean skip = tag == Tag.SCRIPT || tag == Tag.STYLE || tag == Tag.MATH || tag == Tag.SVG;
      node = skip ? tree.after(node, table) : tree.next(node, table);
    }
    shape.endRow();
    boolean wide = shape.wideRows > 0 && shape.wideRows * 2 >= shape.rows;
    return wide && (shape.headed || !shape.rich) ? DATA : LAYOUT;
  }

  /** Takes a node into account; false where it cannot stand in a table of data. */
  private boolean take(int tag, int node) {
    switch (tag) {
      case Tag.TEXT -> {
        bytes += tree.end(node) - tree.start(node);
        return bytes <= CELL_BYTES;
      }
      case Tag.TABLE, Tag.PRE, Tag.H1, Tag.H2, Tag.H3, Tag.ARTICLE, Tag.FORM -> {
        return false;
      }
      case Tag.TR -> {
        endRow();
        rows++;
      }
      case Tag.TD, Tag.TH -> {
        code |=
            rows < 3 && tree.hasAttributes(node) && (Marks.of(tree, node) & ClassNames.CODE) != 0;
        headed |= tag == Tag.TH;
        columns += spans(node) ? 2 : 1;
        bytes = 0;
        parts = 0;
        breaks = 0;
      }
      case Tag.CAPTION, Tag.THEAD -> headed = true;
      case Tag.P -> rich |= ++parts > 1;
      case Tag.BR -> rich |= ++breaks > 2;
      case Tag.UL, Tag.OL, Tag.DL, Tag.BLOCKQUOTE -> rich = true;
      default -> {}
    }
    return true;
  }

  private boolean spans(int cell) {
    return tree.hasAttributes(cell)
        && (tree.attribute(cell, Attr.COLSPAN) != HtmlTree.NONE
            || tree.attribute(cell, Attr.ROWSPAN) != HtmlTree.NONE);
  }

  private void endRow() {
    wideRows += columns > 1 ? 1 : 0;
    columns = 0;
  }
}
