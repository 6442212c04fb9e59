package io.sluice.ingest.math;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/**
 * Presentation MathML (MathML 3, chapter 3) as LaTeX. Elements below {@link #DEPTH} levels give
 * their text; unknown ones what is in them. Linear in the formula's size.
 */
final class Presentation {
  /** Levels of elements that are followed; no formula for people has as many. */
  static final int DEPTH = 150;

  private final Elements elements;
  private final HtmlTree tree;
  private final TexBuffer out;
  private int depth;

  Presentation(HtmlTree tree, TexBuffer out) {
    this.tree = tree;
    this.elements = new Elements(tree);
    this.out = out;
  }

  /** Writes an element. */
  void write(int wrapped) {
    int node = elements.unwrap(wrapped);
    if (depth >= DEPTH) {
      out.words(elements.text(node));
      return;
    }
    depth++;
    element(node);
    depth--;
  }

  private void element(int node) {
    int[] children;
    switch (tree.tag(node)) {
      case Tag.MI -> identifier(node);
      case Tag.MN -> out.styled(elements.attribute(node, Attr.MATHVARIANT), elements.text(node));
      case Tag.MO -> operator(elements.text(node));
      case Tag.MTEXT -> words(node);
      case Tag.MS -> out.words("\"" + elements.text(node) + "\"");
      case Tag.MSPACE -> out.put(Spaces.tex(elements.attribute(node, Attr.WIDTH)));
      case Tag.MPHANTOM, Tag.MGLYPH, Tag.MALIGNMARK, Tag.MALIGNGROUP, Tag.MATH_NONE -> {
        // nothing to be seen
      }
      case Tag.MFRAC -> fraction(node, "\\frac");
      case Tag.MSQRT -> {
        out.put("\\sqrt");
        group(elements.children(node));
      }
      case Tag.MROOT -> root(elements.children(node));
      case Tag.MSUB, Tag.MSUP, Tag.MSUBSUP -> scripts(node);
      case Tag.MUNDER, Tag.MOVER, Tag.MUNDEROVER ->
          new Limits(this, elements, out).write(node, elements.children(node));
      case Tag.MMULTISCRIPTS -> multiscripts(elements.children(node));
      case Tag.MTABLE -> new Tables(this, elements, out).write(node, null, null);
      case Tag.MFENCED -> fenced(node);
      case Tag.MENCLOSE -> enclosed(node);
      case Tag.MACTION, Tag.SEMANTICS -> {
        children = elements.children(node);
        if (children.length > 0) {
          write(children[0]);
        }
      }
      default -> {
        children = elements.children(node);
        if (children.length == 0) {
          out.words(elements.text(node));
        } else {
          row(children);
        }
      }
    }
  }

  // ---- rows ----

  /** Elements side by side. */
  void row(int[] children) {
    int last = children.length - 1;
    String first = last < 1 ? null : elements.operator(children[0]);
    String end = last < 1 ? null : elements.operator(children[last]);
    if (first != null && end != null && table(children, first, end)) {
      return;
    }
    if (children.length == 2
        && "{".equals(first)
        && elements.tag(unwrap(children[1])) == Tag.MTABLE) {
      new Tables(this, elements, out).write(unwrap(children[1]), "{", "");
      return;
    }
    boolean grows =
        first != null
            && end != null
            && (Symbols.opens(first) || first.isEmpty())
            && (Symbols.closes(end) || end.isEmpty())
            && elements.stretches(children[0])
            && elements.stretches(children[last])
            && tall(children);
    for (int i = 0; i <= last; ) {
      if (grows && (i == 0 || i == last)) {
        fence(i == 0 ? "\\left" : "\\right", i == 0 ? first : end);
        i++;
      } else {
        i = item(children, i);
      }
    }
  }

  private void fence(String side, String sign) {
    out.put(side);
    out.put(sign.isEmpty() ? "." : Symbols.tex(sign.codePointAt(0)));
  }

  /** A matrix between fences, or a binomial coefficient. */
  private boolean table(int[] children, String first, String end) {
    if (children.length != 3) {
      return false;
    }
    int inner = unwrap(children[1]);
    int tag = elements.tag(inner);
    if (tag == Tag.MTABLE
        && (Symbols.opens(first) || first.isEmpty())
        && (Symbols.closes(end) || end.isEmpty())) {
      new Tables(this, elements, out).write(inner, first, end);
      return true;
    }
    if (tag == Tag.MFRAC && first.equals("(") && end.equals(")") && lineless(inner)) {
      fraction(inner, "\\binom");
      return true;
    }
    return false;
  }

  /** Whether something among these, or in the rows among these, is higher than a line. */
  private boolean tall(int[] children) {
    for (int child : children) {
      int node = unwrap(child);
      if (high(node)) {
        return true;
      }
      if (Elements.groups(elements.tag(node))) {
        for (int inner : elements.children(node)) {
          if (high(unwrap(inner))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean high(int node) {
    int tag = elements.tag(node);
    return tag == Tag.MFRAC || tag == Tag.MTABLE || tag == Tag.MUNDEROVER || tag == Tag.MUNDER;
  }

  /** Writes the item at a place, with those behind that share its style; gives the next place. */
  private int item(int[] children, int from) {
    String style = style(children[from]);
    if (style == null) {
      write(children[from]);
      return from + 1;
    }
    StringBuilder letters = new StringBuilder();
    int i = from;
    while (i < children.length && style.equals(style(children[i]))) {
      letters.append(elements.text(unwrap(children[i])));
      i++;
      // an invisible product between letters of one style
      if (i + 1 < children.length
          && "\u2062".equals(elements.operator(children[i]))
          && style.equals(style(children[i + 1]))) {
        i++;
      }
    }
    out.styled(style, letters.toString());
    return i;
  }

  /** The variant of a token whose neighbours may share its command; null for all else. */
  private String style(int child) {
    int node = unwrap(child);
    int tag = elements.tag(node);
    if (tag != Tag.MI && tag != Tag.MN) {
      return null;
    }
    String text = elements.text(node);
    if (text.isEmpty()) {
      return null;
    }
    int letter = text.codePointAt(0);
    String variant = Alphanumerics.variant(letter);
    variant = variant == null ? elements.attribute(node, Attr.MATHVARIANT) : variant;
    if ("normal".equals(variant) && !Character.isLetterOrDigit(letter)) {
      return null;
    }
    boolean plain =
        Symbols.style(variant) == null
            || (text.codePointCount(0, text.length()) > 1 && tag == Tag.MI)
            || ("italic".equals(variant) && letter < 0x80);
    return plain ? null : variant;
  }

  // ---- tokens ----

  private void identifier(int node) {
    String name = elements.text(node);
    String variant = elements.attribute(node, Attr.MATHVARIANT);
    if (name.codePointCount(0, name.length()) <= 1) {
      boolean upright = "normal".equals(variant) || "italic".equals(variant);
      out.styled(upright && !(name.length() == 1 && name.charAt(0) < 0x80) ? null : variant, name);
      return;
    }
    String compact = name.replace(" ", "").replace("\u2009", "").replace("\u00a0", "");
    if (Alphanumerics.variant(name.codePointAt(0)) != null) {
      out.styled(variant, name);
    } else if (Symbols.function(compact)) {
      out.put("\\" + compact);
    } else if (variant != null && !variant.equals("normal")) {
      out.styled(variant, name);
    } else if (name.chars().allMatch(Character::isLetter)) {
      out.put(variant == null ? "\\operatorname{" : "\\mathrm{");
      out.characters(name);
      out.put("}");
    } else if (name.indexOf(' ') >= 0) {
      out.words(name);
    } else {
      out.characters(name);
    }
  }

  private void operator(String sign) {
    if (Symbols.relation(sign) || (Symbols.binary(sign) && !out.atStart())) {
      String tex = Symbols.tex(sign.charAt(0));
      if (sign.equals(":")) {
        out.put(tex);
      } else {
        out.between(tex);
      }
    } else if (sign.equals(",") || sign.equals(";")) {
      out.put(sign);
      out.space();
    } else if (sign.length() > 1 && Symbols.function(sign)) {
      out.put("\\" + sign);
    } else if (sign.equals("mod")) {
      out.between("\\bmod");
    } else if (sign.length() > 2 && sign.chars().allMatch(Character::isLetter)) {
      out.put("\\operatorname{" + sign + "}");
    } else {
      String plain = sign.replace("\u0338", "");
      if (plain.length() < sign.length()) {
        out.put("\\not");
      }
      out.characters(plain);
    }
  }

  private void words(int node) {
    String text = elements.text(node);
    if (text.matches("\\\\[A-Za-z]+")) {
      out.put(text); // what a converter left of a command that it did not know
    } else if (text.isBlank() || text.equals("\u00a0")) {
      out.put("\\ ");
    } else {
      String variant = elements.attribute(node, Attr.MATHVARIANT);
      if ("bold".equals(variant)) {
        out.put("\\textbf{");
        out.put(text.replaceAll("[#$%&_{}\\\\^~]", " "));
        out.put("}");
      } else {
        out.words(text);
      }
    }
  }

  // ---- schemata ----

  private int unwrap(int node) {
    return elements.unwrap(node);
  }

  /** Braces around elements. */
  void group(int... nodes) {
    int start = out.length();
    out.open();
    row(nodes);
    out.close(start);
  }

  /** A script behind {@code _} or {@code ^}. */
  void script(String mark, int node) {
    out.trim(0);
    out.put(mark);
    int start = out.length();
    out.open();
    out.beginScript();
    write(node);
    out.endScript();
    out.closeScript(start);
  }

  /** What scripts are put on: in braces where it is more than one thing. */
  void base(int wrapped) {
    int node = unwrap(wrapped);
    switch (elements.tag(node)) {
      case Tag.MSUB, Tag.MSUP, Tag.MSUBSUP, Tag.MFRAC, Tag.MMULTISCRIPTS -> group(node);
      case Tag.MROW, Tag.MATH, Tag.MSTYLE, Tag.MPADDED, Tag.SEMANTICS -> {
        int[] children = elements.children(node);
        int last = children.length - 1;
        boolean closed =
            last > 0
                && Symbols.opens(String.valueOf(elements.operator(children[0])))
                && Symbols.closes(String.valueOf(elements.operator(children[last])));
        if (closed) {
          write(node);
        } else {
          group(node);
        }
      }
      default -> {
        int start = out.length();
        write(node);
        out.trim(start);
        if (out.length() == start) {
          out.put("{}");
        }
      }
    }
  }

  private boolean lineless(int fraction) {
    String line = elements.attribute(fraction, Attr.LINETHICKNESS);
    return line != null && line.strip().matches("0+(?:\\.0*)?[a-z%]*");
  }

  private void fraction(int node, String command) {
    int[] children = elements.children(node);
    if (children.length != 2) {
      row(children);
      return;
    }
    out.put(command.equals("\\frac") && lineless(node) ? "\\genfrac{}{}{0pt}{}" : command);
    group(children[0]);
    group(children[1]);
  }

  private void root(int[] children) {
    if (children.length != 2) {
      row(children);
      return;
    }
    out.put("\\sqrt[");
    out.beginScript();
    write(children[1]);
    out.endScript();
    out.put("]");
    group(children[0]);
  }

  private void scripts(int node) {
    int tag = tree.tag(node);
    int[] children = elements.children(node);
    if (children.length != (tag == Tag.MSUBSUP ? 3 : 2)) {
      row(children);
      return;
    }
    base(children[0]);
    if (tag != Tag.MSUP) {
      script("_", children[1]);
    }
    if (tag != Tag.MSUB) {
      superscript(children[children.length - 1]);
    }
  }

  /** A superscript: primes as such. */
  void superscript(int node) {
    int[] parts = {unwrap(node)};
    if (Elements.groups(elements.tag(parts[0]))) {
      parts = elements.children(parts[0]);
    }
    StringBuilder primes = new StringBuilder();
    for (int part : parts) {
      String sign =
          elements.tag(unwrap(part)) == Tag.MN ? null : primes(elements.text(unwrap(part)));
      if (sign == null) {
        script("^", node);
        return;
      }
      primes.append(sign);
    }
    out.put(primes.toString());
  }

  private static String primes(String sign) {
    return switch (sign) {
      case "'", "′", "’" -> "'";
      case "''", "″", "′′" -> "''";
      case "'''", "‴", "′′′" -> "'''";
      case "⁗", "′′′′" -> "''''";
      default -> null;
    };
  }

  private void multiscripts(int[] children) {
    if (children.length == 0) {
      return;
    }
    int split = children.length;
    for (int i = 1; i < children.length; i++) {
      if (elements.tag(children[i]) == Tag.MPRESCRIPTS) {
        split = i;
        break;
      }
    }
    for (int i = split + 1; i < children.length; i += 2) {
      out.put("{}");
      pair(children, i, children.length);
    }
    base(children[0]);
    for (int i = 1; i < split; i += 2) {
      if (i > 1) {
        out.put("{}");
      }
      pair(children, i, split);
    }
  }

  private void pair(int[] children, int i, int end) {
    if (!empty(children[i])) {
      script("_", children[i]);
    }
    if (i + 1 < end && !empty(children[i + 1])) {
      superscript(children[i + 1]);
    }
  }

  private boolean empty(int node) {
    int inner = unwrap(node);
    int tag = elements.tag(inner);
    return tag == Tag.MATH_NONE || (Elements.groups(tag) && elements.children(inner).length == 0);
  }

  private void fenced(int node) {
    String open = value(node, Attr.OPEN, "(");
    String close = value(node, Attr.CLOSE, ")");
    String separators = value(node, Attr.SEPARATORS, ",").replace(" ", "");
    int[] children = elements.children(node);
    if (children.length == 1 && elements.tag(unwrap(children[0])) == Tag.MTABLE) {
      new Tables(this, elements, out).write(unwrap(children[0]), open, close);
      return;
    }
    boolean grows = tall(children);
    if (grows) {
      fence("\\left", open);
    } else {
      out.characters(open);
    }
    for (int i = 0; i < children.length; i++) {
      if (i > 0 && !separators.isEmpty()) {
        operator(String.valueOf(separators.charAt(Math.min(i, separators.length()) - 1)));
      }
      write(children[i]);
    }
    out.trim(0);
    if (grows) {
      fence("\\right", close);
    } else {
      out.characters(close);
    }
  }

  private String value(int node, int attribute, String usual) {
    String value = elements.attribute(node, attribute);
    return value == null ? usual : value.strip();
  }

  private void enclosed(int node) {
    String notation = value(node, Attr.NOTATION, "longdiv");
    String command =
        switch (notation) {
          case "updiagonalstrike" -> "\\cancel";
          case "downdiagonalstrike" -> "\\bcancel";
          case "updiagonalstrike downdiagonalstrike", "downdiagonalstrike updiagonalstrike" ->
              "\\xcancel";
          case "horizontalstrike" -> "\\hcancel";
          case "box", "roundedbox" -> "\\boxed";
          case "top" -> "\\overline";
          case "bottom" -> "\\underline";
          case "radical" -> "\\sqrt";
          case "phasorangle" -> "\\phase";
          default -> null;
        };
    int[] children = elements.children(node);
    if (command == null) {
      row(children);
    } else {
      out.put(command);
      group(children);
    }
  }
}
