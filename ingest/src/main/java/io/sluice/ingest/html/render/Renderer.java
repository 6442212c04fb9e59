package io.sluice.ingest.html.render;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Kind;
import java.util.BitSet;

/**
 * Writes chosen blocks as text. Blocks are separated by a blank line, items of one list and rows of
 * one table by a line end; line ends are line feeds, and no line outside preformatted blocks ends
 * in a space. Text is in logical order, whatever the direction of its script.
 *
 * <p>Markdown is written to be read, by people and models: nothing in a line is escaped but bars in
 * tables, so that formulas between the page's own delimiters stay as they are.
 *
 * <p>Make one a thread.
 */
public final class Renderer {
  private final Buffer out = new Buffer();
  private final LineWriter line = new LineWriter(out);
  private final CodeWriter code = new CodeWriter(out);
  private final TableWriter table = new TableWriter(out, line);
  private final ListIndent indent = new ListIndent();

  private Blocks blocks;
  private boolean markdown;

  /** The text of the chosen blocks; empty where none is chosen. */
  public String render(Blocks of, BitSet chosen, TextForm form) {
    blocks = of;
    markdown = form != TextForm.PLAIN;
    out.clear();
    line.begin(of, form);
    table.begin(of);
    indent.begin();
    int before = Blocks.NONE;
    int end = of.size();
    for (int block = chosen.nextSetBit(0);
        block >= 0 && block < end;
        block = chosen.nextSetBit(block + 1)) {
      separate(before, block);
      before = block;
      if (!markdown) {
        plain(block);
      } else if (of.kind(block) == Kind.ROW) {
        before = table(block, chosen);
        block = before;
      } else {
        markdown(block);
      }
    }
    return out.text();
  }

  /** Whether two blocks, one after the other, stand in one list or table. */
  private boolean isJoined(int before, int block) {
    int group = blocks.group(block);
    if (group == 0 || group != blocks.group(before)) {
      return false;
    }
    return !markdown || (blocks.kind(block) != Kind.CAPTION && blocks.kind(before) != Kind.CAPTION);
  }

  private void separate(int before, int block) {
    if (before == Blocks.NONE) {
      return;
    }
    boolean joined = isJoined(before, block);
    out.add('\n');
    if (joined) {
      return;
    }
    int quotes = markdown ? Math.min(blocks.quotes(before), blocks.quotes(block)) : 0;
    for (int i = 0; i < quotes; i++) {
      out.add(i == 0 ? ">" : " >");
    }
    out.add('\n');
  }

  private void plain(int block) {
    Kind kind = blocks.kind(block);
    switch (kind) {
      case PRE -> code.plain(blocks, block);
      case ROW -> table.plain(block);
      case ITEM -> {
        out.repeat(' ', 2 * Math.min(Math.max(blocks.depth(block) - 1, 0), 8));
        out.add("- ");
        line.block(block, false);
      }
      default -> line.block(block, kind == Kind.HEADING);
    }
  }

  private void markdown(int block) {
    Kind kind = blocks.kind(block);
    prefix(block, kind);
    switch (kind) {
      case PRE -> code.fenced(blocks, block, line.prefix());
      case HEADING -> {
        out.repeat('#', blocks.level(block));
        out.add(' ');
        line.block(block, true);
      }
      case DEFINITION -> {
        out.add(": ");
        line.block(block, false);
      }
      default -> line.block(block, false);
    }
  }

  /**
   * Writes marks of quotation, indentation and the item's mark; sets the prefix of further lines.
   */
  private void prefix(int block, Kind kind) {
    Buffer prefix = line.prefix();
    prefix.clear();
    for (int i = 0; i < blocks.quotes(block); i++) {
      prefix.add("> ");
    }
    int column = indent.column(blocks, block);
    prefix.repeat(' ', column);
    out.add(prefix.bytes(), 0, prefix.length());
    if (kind == Kind.ITEM) {
      int number = blocks.number(block);
      String mark = number < 0 ? "- " : number + ". ";
      out.add(mark);
      prefix.repeat(' ', mark.length());
      indent.open(blocks, block, column + mark.length());
    }
  }

  /** Writes a table that begins with a block; gives its last block. */
  private int table(int first, BitSet chosen) {
    int end = first + 1;
    while (end < blocks.size()
        && blocks.kind(end) == Kind.ROW
        && blocks.group(end) == blocks.group(first)) {
      end++;
    }
    prefix(first, Kind.ROW);
    Buffer prefix = line.prefix();
    int columns = table.columns(chosen, first, end);
    int last = first;
    for (int row = first; row >= 0 && row < end; row = chosen.nextSetBit(row + 1)) {
      if (row > first) {
        out.add('\n');
        out.add(prefix.bytes(), 0, prefix.length());
      }
      table.row(row, columns);
      if (row == first) {
        out.add('\n');
        out.add(prefix.bytes(), 0, prefix.length());
        table.rule(columns);
      }
      last = row;
    }
    return last;
  }
}
