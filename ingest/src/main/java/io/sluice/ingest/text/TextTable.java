package io.sluice.ingest.text;

import java.util.ArrayList;
import java.util.List;

/** Columns lined up with spaces: the first to the left, words last to the left, numbers right. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;
  private final boolean wordsLast;

  /**
   * A table with a header.
   *
   * @param wordsLast whether the last column holds words, to the left
   */
  public TextTable(boolean wordsLast, String... header) {
    this.columns = header.length;
    this.wordsLast = wordsLast;
    rows.add(List.of(header));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not a cell a column
   */
  public TextTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("row: got " + cells.length + " cells, not " + columns);
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The lines, each ended by a line feed, without spaces at their ends. */
  public String text() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        String space = " ".repeat(widths[i] - cell.length());
        boolean left = i == 0 || (wordsLast && i == columns - 1);
        line.append(left ? cell + space : space + cell).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
