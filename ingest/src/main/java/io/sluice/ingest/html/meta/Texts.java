package io.sluice.ingest.html.meta;

import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/** Texts of elements. */
final class Texts {
  /** So many nodes at most are looked at for one text. */
  private static final int NODES = 1000;

  private Texts() {}

  /** The text below an element, up to a bound in UTF-16 units; scripts and styles left out. */
  static String of(HtmlTree tree, int node, int longest) {
    StringBuilder text = new StringBuilder();
    int at = node;
    for (int seen = 0; at != HtmlTree.NONE && text.length() < longest && seen < NODES; seen++) {
      int tag = tree.tag(at);
      if (tag == Tag.TEXT) {
        if (tree.end(at) - tree.start(at) < 8 * longest) {
          text.append(tree.text(at));
        }
      } else if (tag == Tag.SCRIPT || tag == Tag.STYLE || tag == Tag.SVG || tag == Tag.TEMPLATE) {
        at = at == node ? HtmlTree.NONE : tree.after(at, node);
        continue;
      } else if (tag == Tag.BR || tag == Tag.P || tag == Tag.DIV || tag == Tag.LI) {
        text.append(' ');
      }
      at = tree.next(at, node);
    }
    return text.toString();
  }
}
