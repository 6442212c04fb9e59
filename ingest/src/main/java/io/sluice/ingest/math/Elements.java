package io.sluice.ingest.math;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Arrays;

/** Questions about the elements of a formula. */
final class Elements {
  private static final int[] EMPTY = {};

  private final HtmlTree tree;

  Elements(HtmlTree tree) {
    this.tree = tree;
  }

  HtmlTree tree() {
    return tree;
  }

  int tag(int node) {
    return node == HtmlTree.NONE ? Tag.OTHER : tree.tag(node);
  }

  /** The element's children that are elements, but for annotations. */
  int[] children(int node) {
    int[] children = EMPTY;
    int count = 0;
    for (int at = tree.firstChild(node); at != HtmlTree.NONE; at = tree.nextSibling(at)) {
      int tag = tree.tag(at);
      if (tag != Tag.TEXT && tag != Tag.ANNOTATION && tag != Tag.ANNOTATION_XML) {
        if (count == children.length) {
          children = Arrays.copyOf(children, Math.max(4, count * 2));
        }
        children[count++] = at;
      }
    }
    return Arrays.copyOf(children, count);
  }

  /** The only element among the children, annotations aside; NONE where there are none or more. */
  private int only(int node) {
    int found = HtmlTree.NONE;
    for (int at = tree.firstChild(node); at != HtmlTree.NONE; at = tree.nextSibling(at)) {
      int tag = tree.tag(at);
      if (tag != Tag.TEXT && tag != Tag.ANNOTATION && tag != Tag.ANNOTATION_XML) {
        if (found != HtmlTree.NONE) {
          return HtmlTree.NONE;
        }
        found = at;
      }
    }
    return found;
  }

  /** The element itself, or what alone stands in it where it only groups. */
  int unwrap(int node) {
    int at = node;
    while (groups(tag(at))) {
      int inner = only(at);
      if (inner == HtmlTree.NONE) {
        return at;
      }
      at = inner;
    }
    return at;
  }

  static boolean groups(int tag) {
    return tag == Tag.MROW
        || tag == Tag.MSTYLE
        || tag == Tag.MPADDED
        || tag == Tag.SEMANTICS
        || tag == Tag.MATH;
  }

  /** The text of a token, or of all below an element: white space runs as one space, stripped. */
  String text(int node) {
    StringBuilder text = new StringBuilder();
    for (int at = node; at != HtmlTree.NONE; at = tree.next(at, node)) {
      if (tree.tag(at) == Tag.TEXT) {
        text.append(tree.text(at));
      }
    }
    return collapse(text);
  }

  static String collapse(CharSequence raw) {
    StringBuilder text = new StringBuilder(raw.length());
    boolean space = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        space = true;
      } else {
        if (space && !text.isEmpty()) {
          text.append(' ');
        }
        space = false;
        text.append(c);
      }
    }
    return text.toString();
  }

  String attribute(int node, int name) {
    return tree.value(node, name);
  }

  /** The sign of an operator, invisible ones too; null for anything else. */
  String operator(int node) {
    int inner = node == HtmlTree.NONE ? node : unwrap(node);
    return tag(inner) == Tag.MO ? text(inner) : null;
  }

  /** Whether an operator may grow with what it stands by. */
  boolean stretches(int node) {
    return !"false".equals(tree.value(unwrap(node), Attr.STRETCHY));
  }
}
