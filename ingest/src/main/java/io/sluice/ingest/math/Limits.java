package io.sluice.ingest.math;

import io.sluice.ingest.html.tree.Tag;

/** What stands over and under: limits of sums, accents, braces, labelled arrows. */
final class Limits {
  private final Presentation rows;
  private final Elements elements;
  private final TexBuffer out;

  Limits(Presentation rows, Elements elements, TexBuffer out) {
    this.rows = rows;
    this.elements = elements;
    this.out = out;
  }

  void write(int node, int[] children) {
    int tag = elements.tag(node);
    if (children.length != (tag == Tag.MUNDEROVER ? 3 : 2)) {
      rows.row(children);
      return;
    }
    int base = elements.unwrap(children[0]);
    int under = tag == Tag.MOVER ? -1 : children[1];
    int over = tag == Tag.MUNDER ? -1 : children[children.length - 1];
    String sign = sign(base);
    if (sign != null && Symbols.takesLimits(sign)) {
      rows.base(base);
      if (Symbols.integral(sign)) {
        out.put("\\limits");
      }
      limits(under, over);
    } else if (sign != null && elements.tag(base) == Tag.MO && Symbols.labelled(sign) != null) {
      out.put(Symbols.labelled(sign));
      if (under >= 0) {
        out.put("[");
        rows.write(under);
        out.put("]");
      }
      rows.group(over < 0 ? new int[0] : new int[] {over});
    } else if (braced(base)) {
      rows.write(base);
      limits(under, over);
    } else {
      accents(base, under, over);
    }
  }

  private void limits(int under, int over) {
    if (under >= 0) {
      rows.script("_", under);
    }
    if (over >= 0) {
      rows.superscript(over);
    }
  }

  /** The sign or name of a token, null for anything else. */
  private String sign(int node) {
    int tag = elements.tag(node);
    boolean token = tag == Tag.MO || tag == Tag.MI || tag == Tag.MTEXT;
    return token ? elements.text(node).replace(" ", "").replace("\u2009", "") : null;
  }

  /** Whether this is an over- or underbrace, whose other script is a label. */
  private boolean braced(int base) {
    int tag = elements.tag(base);
    if (tag != Tag.MOVER && tag != Tag.MUNDER) {
      return false;
    }
    int[] children = elements.children(base);
    String mark = children.length == 2 ? elements.operator(children[1]) : null;
    return mark != null && mark.length() == 1 && "⏞⏟⎴⎵".contains(mark);
  }

  private void accents(int base, int under, int over) {
    String above = over < 0 ? null : accent(over);
    String below = under < 0 ? null : accent(under);
    boolean wide = over >= 0 && elements.stretches(over);
    String overCommand = above == null ? null : Symbols.over(above, wide);
    String underCommand = below == null ? null : Symbols.under(below);
    int braces = 0;
    if (over >= 0) {
      braces += begin(overCommand, "\\overset", over);
    }
    if (under >= 0) {
      braces += begin(underCommand, "\\underset", under);
    }
    rows.write(base);
    out.trim(0);
    out.put("}".repeat(braces));
  }

  private int begin(String command, String set, int mark) {
    if (command != null) {
      out.put(command);
    } else {
      out.put(set);
      rows.group(mark);
    }
    out.open();
    return 1;
  }

  private String accent(int node) {
    int inner = elements.unwrap(node);
    int tag = elements.tag(inner);
    return tag == Tag.MO || tag == Tag.MI || tag == Tag.MTEXT || tag == Tag.MN
        ? elements.text(inner)
        : null;
  }
}
