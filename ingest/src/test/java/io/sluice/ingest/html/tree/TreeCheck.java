package io.sluice.ingest.html.tree;

/** What must hold of every tree, whatever the page. */
public final class TreeCheck {
  private TreeCheck() {}

  /**
   * What is wrong with a tree, or null: links that do not agree, cycles, texts and values beyond
   * the page, nodes or depth beyond the bounds.
   */
  public static String fault(HtmlTree tree, int start, int end) {
    if (tree.size() > 2 * (end - start) + 2048) {
      return tree.size() + " nodes of " + (end - start) + " bytes";
    }
    int walked = 0;
    int depth = 0;
    int node = HtmlTree.DOCUMENT;
    while (node != HtmlTree.NONE) {
      if (++walked > tree.size()) {
        return "a cycle";
      }
      String fault = faultOf(tree, node, start, end);
      if (fault != null) {
        return "node " + node + ": " + fault;
      }
      int next = tree.firstChild(node);
      if (next != HtmlTree.NONE) {
        depth++;
      }
      while (next == HtmlTree.NONE && node != HtmlTree.DOCUMENT) {
        next = tree.nextSibling(node);
        if (next == HtmlTree.NONE) {
          node = tree.parent(node);
          depth--;
        }
      }
      // beyond the open elements there may be copies that the adoption agency hangs in between
      if (depth > 3 * OpenElements.LIMIT) {
        return "depth " + depth;
      }
      node = next;
    }
    return null;
  }

  private static String faultOf(HtmlTree tree, int node, int start, int end) {
    boolean text = tree.tag(node) == Tag.TEXT;
    int first = tree.firstChild(node);
    int last = tree.lastChild(node);
    if ((first == HtmlTree.NONE) != (last == HtmlTree.NONE) || (text && first != HtmlTree.NONE)) {
      return "children";
    }
    if (first != HtmlTree.NONE
        && (tree.previousSibling(first) != HtmlTree.NONE
            || tree.nextSibling(last) != HtmlTree.NONE
            || tree.parent(first) != node
            || tree.parent(last) != node)) {
      return "first or last child";
    }
    int next = tree.nextSibling(node);
    if (next != HtmlTree.NONE
        && (tree.previousSibling(next) != node || tree.parent(next) != tree.parent(node))) {
      return "next sibling";
    }
    if ((text || tree.tag(node) == Tag.OTHER)
        && !within(tree.start(node), tree.end(node), start, end)) {
      return "range " + tree.start(node) + " to " + tree.end(node);
    }
    if (!text && tree.hasAttributes(node)) {
      for (int name = 0; name < Attr.COUNT; name++) {
        int attribute = tree.attribute(node, name);
        if (attribute != HtmlTree.NONE
            && !within(tree.valueStart(attribute), tree.valueEnd(attribute), start, end)) {
          return "attribute " + Attr.name(name);
        }
      }
    }
    return null;
  }

  private static boolean within(int from, int until, int start, int end) {
    return start <= from && from <= until && until <= end;
  }
}
