package io.sluice.ingest.html.render;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Leaf;
import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import java.util.Arrays;

/**
 * Writes rows of data tables: in plain text as cells between bars, in Markdown as a table of
 * GitHub's kind, whose first row is the head. A cell that spans several columns or rows is written
 * once; the places it covers are empty, so that columns stay columns.
 */
final class TableWriter {
  private static final int WIDEST = 100;

  private final Buffer out;
  private final LineWriter line;
  private Blocks blocks;
  // rows that a cell above still covers, by column
  private int[] covered = new int[WIDEST];

  TableWriter(Buffer out, LineWriter line) {
    this.out = out;
    this.line = line;
  }

  void begin(Blocks of) {
    blocks = of;
  }

  /** Writes a row in plain text, without the bars of empty cells at its end. */
  void plain(int block) {
    int start = out.length();
    int to = blocks.endLeaf(block);
    int leaf = blocks.firstLeaf(block);
    boolean first = true;
    while (leaf < to) {
      boolean cell = blocks.leafKind(leaf) == Leaf.CELL;
      int end = nextCell(leaf + (cell ? 1 : 0), to);
      if (cell && !first) {
        out.trimSpaces(start);
        out.add(out.length() == start ? "| " : " | ");
      }
      first &= !cell;
      line.cell(leaf, end);
      leaf = end;
    }
    while (out.length() > start && (out.last() == ' ' || out.last() == '|')) {
      out.cut(out.length() - 1);
    }
  }

  /** Makes ready for a table's rows; gives its number of columns. */
  int columns(java.util.BitSet chosen, int first, int end) {
    Arrays.fill(covered, 0);
    int columns = 1;
    for (int row = chosen.nextSetBit(first);
        row >= 0 && row < end;
        row = chosen.nextSetBit(row + 1)) {
      columns = Math.max(columns, row(row, 0, false));
    }
    Arrays.fill(covered, 0);
    return columns;
  }

  /** Writes a row of a Markdown table. */
  void row(int block, int columns) {
    row(block, columns, true);
  }

  /** The line below a Markdown table's head. */
  void rule(int columns) {
    out.add('|');
    for (int i = 0; i < columns; i++) {
      out.add(" --- |");
    }
  }

  private int row(int block, int columns, boolean write) {
    int to = blocks.endLeaf(block);
    int leaf = blocks.firstLeaf(block);
    int column = 0;
    if (write) {
      out.add('|');
    }
    while (leaf < to) {
      boolean cell = blocks.leafKind(leaf) == Leaf.CELL;
      int end = nextCell(leaf + (cell ? 1 : 0), to);
      if (cell || hasText(leaf, end)) {
        column = skipCovered(column, write);
        int node = cell ? blocks.leafNode(leaf) : HtmlTree.NONE;
        int wide = span(node, Attr.COLSPAN);
        int high = span(node, Attr.ROWSPAN);
        if (write) {
          out.add(' ');
          line.cell(leaf, end);
          out.add(out.last() == ' ' ? "|" : " |");
        }
        for (int i = 0; i < wide && column < WIDEST; i++) {
          if (write && i > 0) {
            out.add(" |");
          }
          covered[column++] = high - 1;
        }
      }
      leaf = end;
    }
    column = skipCovered(column, write);
    while (write && column++ < columns) {
      out.add(" |");
    }
    return column;
  }

  private int skipCovered(int from, boolean write) {
    int column = from;
    while (column < WIDEST && covered[column] > 0) {
      covered[column++]--;
      if (write) {
        out.add(" |");
      }
    }
    return column;
  }

  private int span(int cell, int attribute) {
    if (cell == HtmlTree.NONE || !blocks.tree().hasAttributes(cell)) {
      return 1;
    }
    String value = blocks.tree().value(cell, attribute);
    if (value == null || !value.strip().matches("[1-9][0-9]{0,2}")) {
      return 1;
    }
    return Math.min(Integer.parseInt(value.strip()), WIDEST);
  }

  private boolean hasText(int from, int to) {
    for (int leaf = from; leaf < to; leaf++) {
      int kind = blocks.leafKind(leaf);
      if (kind <= Leaf.DISPLAY) {
        return true;
      }
    }
    return false;
  }

  private int nextCell(int from, int to) {
    int leaf = from;
    while (leaf < to && blocks.leafKind(leaf) != Leaf.CELL) {
      leaf++;
    }
    return leaf;
  }
}
