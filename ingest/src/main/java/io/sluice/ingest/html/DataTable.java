package io.sluice.ingest.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Tells tables of data from tables that only lay a page out. */
final class DataTable {
  /** A cell longer than this makes its table one for layout. */
  private static final int CELL_CHARACTERS = 1500;

  private DataTable() {}

  /** Tables of short cells in at least two columns hold data; all others are layout. */
  static boolean is(Element table) {
    if (table.attr("role").equals("presentation")) {
      return false;
    }
    CellCount count = new CellCount();
    NodeFilter.FilterResult result = NodeTraversor.filter(count, table);
    return result != NodeFilter.FilterResult.STOP
        && count.rows > 0
        && count.cells >= count.rows * 2;
  }

  /** Counts rows and cells; stops at what no data table holds. */
  private static final class CellCount implements NodeFilter {
    private int rows;
    private int cells;
    private int characters;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        characters += text.getWholeText().length();
        return characters > CELL_CHARACTERS ? FilterResult.STOP : FilterResult.CONTINUE;
      }
      if (!(node instanceof Element element) || depth == 0) {
        return FilterResult.CONTINUE;
      }
      switch (element.normalName()) {
        case "table", "pre", "h1", "h2", "h3", "article", "form" -> {
          return FilterResult.STOP;
        }
        case "tr" -> rows++;
        case "td", "th" -> {
          cells++;
          characters = 0;
        }
        case "script", "style" -> {
          return FilterResult.SKIP_ENTIRELY;
        }
        default -> {}
      }
      return FilterResult.CONTINUE;
    }
  }
}
