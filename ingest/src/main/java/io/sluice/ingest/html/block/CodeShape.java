package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/** Tells code in lines from a word of code in a sentence, where no {@code pre} says so. */
final class CodeShape {
  /** How many nodes are looked at; enough to meet the second line. */
  private static final int NODES = 64;

  private CodeShape() {}

  /** Whether an element holds lines that are broken by {@code br}, or by line ends of its own. */
  static boolean isLines(HtmlTree tree, int root, boolean lineEndsCount) {
    int lineEnds = 0;
    boolean text = false;
    int node = tree.firstChild(root);
    for (int i = 0; i < NODES && node != HtmlTree.NONE; i++) {
      switch (tree.tag(node)) {
        case Tag.TEXT -> {
          int found = lineEnds(tree, node);
          text |= found >= 0;
          lineEnds += Math.max(found, 0);
        }
        case Tag.BR -> {
          if (text && tree.nextSibling(node) != HtmlTree.NONE) {
            return true;
          }
        }
        case Tag.P,
            Tag.PRE,
            Tag.UL,
            Tag.TABLE,
            Tag.H1,
            Tag.H2,
            Tag.H3,
            Tag.H4,
            Tag.IMG,
            Tag.FORM -> {
          return false;
        }
        default -> {}
      }
      node = tree.next(node, root);
    }
    return lineEndsCount && lineEnds > 0;
  }

  /** Line ends between what can be seen in a text; -1 where nothing can be seen. */
  private static int lineEnds(HtmlTree tree, int text) {
    byte[] source = tree.source();
    int found = -1;
    int pending = 0;
    for (int i = tree.start(text); i < tree.end(text); i++) {
      if (source[i] == '\n') {
        pending++;
      } else if (source[i] > ' ' || source[i] < 0) {
        found = found < 0 ? 0 : found + pending;
        pending = 0;
      }
    }
    return found;
  }

  /** Whether a {@code code} element in the flow is displayed as a block of lines. */
  static boolean isBlock(HtmlTree tree, int code) {
    return isLines(tree, code, Marks.isPre(tree, code) || isAlone(tree, code));
  }

  /** Whether an element is all that its parent, a block, holds. */
  private static boolean isAlone(HtmlTree tree, int node) {
    int parent = tree.parent(node);
    if (parent == HtmlTree.NONE || Act.of(tree.tag(parent)) != Act.BLOCK) {
      return false;
    }
    for (int at = tree.firstChild(parent); at != HtmlTree.NONE; at = tree.nextSibling(at)) {
      if (at != node && (tree.tag(at) != Tag.TEXT || lineEnds(tree, at) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text area holds code to read: where old highlighters look for it. */
  static boolean isArea(HtmlTree tree, int area) {
    String name = tree.value(area, Attr.NAME);
    return "code".equals(name);
  }
}
