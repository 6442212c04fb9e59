package io.sluice.ingest.html.tree;

/**
 * Writes a tree on one line, to be compared: {@code html[head body[p{class=x}['text' br]]]}, SVG
 * and MathML elements with {@code svg:} and {@code math:} before their names. Neighbouring texts
 * are one.
 */
public final class TreeText {
  private TreeText() {}

  /** A whole page's tree. */
  public static String of(HtmlTree tree) {
    return write(tree, false);
  }

  /** A whole page's tree, with no blanks at either end of a text. */
  public static String withoutBlanks(HtmlTree tree) {
    return write(tree, true);
  }

  private static String write(HtmlTree tree, boolean strip) {
    StringBuilder out = new StringBuilder();
    StringBuilder text = new StringBuilder();
    int node = tree.firstChild(HtmlTree.DOCUMENT);
    while (node != HtmlTree.NONE) {
      if (tree.tag(node) == Tag.TEXT) {
        text.append(tree.text(node));
      } else {
        text(text, out, strip);
        element(tree, node, out);
      }
      int next = tree.firstChild(node);
      while (next == HtmlTree.NONE && node != HtmlTree.DOCUMENT) {
        next = tree.nextSibling(node);
        if (next == HtmlTree.NONE) {
          text(text, out, strip);
          node = tree.parent(node);
          if (node != HtmlTree.DOCUMENT) {
            close(out);
          }
        }
      }
      node = next;
    }
    return out.toString();
  }

  private static void text(StringBuilder text, StringBuilder out, boolean strip) {
    String whole = strip ? text.toString().strip() : text.toString();
    text.setLength(0);
    if (!whole.isEmpty()) {
      separate(out);
      out.append('\'').append(whole).append('\'');
    }
  }

  private static void separate(StringBuilder out) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '[') {
      out.append(' ');
    }
  }

  private static void element(HtmlTree tree, int node, StringBuilder out) {
    separate(out);
    int namespace = tree.namespace(node);
    out.append(namespace == HtmlTree.HTML ? "" : namespace == HtmlTree.SVG ? "svg:" : "math:");
    out.append(tree.name(node));
    String before = "{";
    for (int attribute = 0; attribute < Attr.COUNT; attribute++) {
      String value = tree.value(node, attribute);
      if (value != null) {
        out.append(before).append(Attr.name(attribute)).append('=').append(value);
        before = " ";
      }
    }
    out.append(before.equals("{") ? "" : "}");
    if (tree.firstChild(node) != HtmlTree.NONE) {
      out.append('[');
    }
  }

  private static void close(StringBuilder out) {
    if (out.charAt(out.length() - 1) == '[') {
      out.setLength(out.length() - 1);
    } else {
      out.append(']');
    }
  }
}
