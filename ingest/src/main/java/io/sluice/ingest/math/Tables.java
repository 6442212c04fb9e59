package io.sluice.ingest.math;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.Tag;

/** Tables: matrices, cases, aligned equations. */
final class Tables {
  private final Presentation rows;
  private final Elements elements;
  private final TexBuffer out;

  Tables(Presentation rows, Elements elements, TexBuffer out) {
    this.rows = rows;
    this.elements = elements;
    this.out = out;
  }

  /**
   * Writes a table.
   *
   * @param open the fence before it, empty for an invisible one, null for none
   * @param close the fence behind it, likewise
   */
  void write(int table, String open, String close) {
    int[] lines = elements.children(table);
    String align = alignment(table, lines);
    String environment = environment(open, close, align);
    boolean fenced = environment == null && open != null && !(open + close).isEmpty();
    if (fenced) {
      out.put("\\left" + (open.isEmpty() ? "." : Symbols.tex(open.codePointAt(0))));
    }
    String inner = environment != null ? environment : plain(align);
    out.put("\\begin{" + inner + "}" + (inner.equals("array") ? "{" + align + "}" : ""));
    out.put(" ");
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        out.put(" \\\\ ");
      }
      line(lines[i]);
    }
    out.put(" \\end{" + inner + "}");
    if (fenced) {
      out.put("\\right" + (close.isEmpty() ? "." : Symbols.tex(close.codePointAt(0))));
    }
  }

  private void line(int line) {
    int tag = elements.tag(line);
    int[] cells =
        tag == Tag.MTR || tag == Tag.MLABELEDTR ? elements.children(line) : new int[] {line};
    int first = tag == Tag.MLABELEDTR ? 1 : 0;
    for (int i = first; i < cells.length; i++) {
      if (i > first) {
        out.put(" & ");
      }
      int start = out.length();
      rows.write(cells[i]);
      out.trim(start);
    }
    if (first == 1 && cells.length > 0) {
      out.put(" \\tag{" + elements.text(cells[0]).replaceAll("^\\(|\\)$", "") + "}");
    }
  }

  /** A letter a column: l, c or r. */
  private String alignment(int table, int[] lines) {
    int columns = 0;
    StringBuilder own = new StringBuilder();
    for (int line : lines) {
      int[] cells = elements.children(line);
      if (cells.length > columns) {
        columns = cells.length;
        own.setLength(0);
        for (int cell : cells) {
          own.append(letter(elements.attribute(cell, Attr.COLUMNALIGN)));
        }
      }
    }
    String named = elements.attribute(table, Attr.COLUMNALIGN);
    if (named == null || named.isBlank()) {
      return own.toString();
    }
    String[] words = named.strip().split("\\s+");
    StringBuilder align = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      align.append(letter(words[Math.min(i, words.length - 1)]));
    }
    return align.toString();
  }

  private static char letter(String word) {
    return word == null
        ? 'c'
        : word.startsWith("left") ? 'l' : word.startsWith("right") ? 'r' : 'c';
  }

  private static String environment(String open, String close, String align) {
    if (open == null || close == null) {
      return null;
    }
    boolean centred = align.indexOf('l') < 0 && align.indexOf('r') < 0;
    if (open.equals("{") && close.isEmpty()) {
      return align.length() <= 2 ? "cases" : null;
    }
    if (!centred) {
      return null;
    }
    return switch (open + close) {
      case "()" -> "pmatrix";
      case "[]" -> "bmatrix";
      case "{}" -> "Bmatrix";
      case "||", "∣∣" -> "vmatrix";
      case "‖‖", "∥∥" -> "Vmatrix";
      default -> null;
    };
  }

  private static String plain(String align) {
    if (align.indexOf('l') < 0 && align.indexOf('r') < 0) {
      return "matrix";
    }
    for (int i = 0; i < align.length(); i++) {
      if (align.charAt(i) != (i % 2 == 0 ? 'r' : 'l')) {
        return "array";
      }
    }
    return "aligned";
  }
}
