package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/** Tells tables of data from tables that only lay a page out. */
final class TableShape {
  /** A cell of more bytes than this makes its table one for layout. */
  private static final int CELL_BYTES = 2000;

  private TableShape() {}

  /** Tables of short cells in at least two columns hold data; all others are layout. */
  static boolean isData(HtmlTree tree, int table) {
    String role = tree.value(table, Attr.ROLE);
    if (role != null && (role.equals("presentation") || role.equals("none"))) {
      return false;
    }
    int rows = 0;
    int cells = 0;
    int bytes = 0;
    int node = tree.firstChild(table);
    while (node != HtmlTree.NONE) {
      boolean skip = false;
      switch (tree.tag(node)) {
        case Tag.TEXT -> {
          bytes += tree.end(node) - tree.start(node);
          if (bytes > CELL_BYTES) {
            return false;
          }
        }
        case Tag.TABLE, Tag.PRE, Tag.H1, Tag.H2, Tag.H3, Tag.ARTICLE, Tag.FORM -> {
          return false;
        }
        case Tag.TR -> rows++;
        case Tag.TD, Tag.TH -> {
          cells++;
          bytes = 0;
        }
        case Tag.SCRIPT, Tag.STYLE, Tag.MATH, Tag.SVG -> skip = true;
        default -> {}
      }
      node = skip ? tree.after(node, table) : tree.next(node, table);
    }
    return rows > 0 && cells >= rows * 2;
  }
}
