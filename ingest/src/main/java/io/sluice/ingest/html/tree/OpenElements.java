package io.sluice.ingest.html.tree;

import java.util.Arrays;

/**
 * The stack of open elements, 13.2.4.2 of the HTML standard. It never holds more than {@link
 * #LIMIT} and a few: what is nested deeper is added to the tree, but is not opened, so that what
 * follows becomes its sibling.
 */
final class OpenElements {
  /** Greatest depth of open elements, as in browsers. */
  static final int LIMIT = 512;

  /** Depth up to which elements are opened that need others within them: tables and the like. */
  static final int STRUCTURE_LIMIT = LIMIT - 16;

  private final HtmlTree tree;
  private final int[] nodes = new int[LIMIT + 16];
  private final int[] kinds = new int[LIMIT + 16];
  // how many elements of a tag are open, of the namespace HTML
  private final int[] counts = new int[1 << 8];
  private int depth;

  OpenElements(HtmlTree tree) {
    this.tree = tree;
  }

  void begin() {
    depth = 0;
    Arrays.fill(counts, 0);
  }

  int depth() {
    return depth;
  }

  int node(int index) {
    return nodes[index];
  }

  int kind(int index) {
    return kinds[index];
  }

  /** The current node; there is one once the page has begun. */
  int top() {
    return nodes[depth - 1];
  }

  int topKind() {
    return kinds[depth - 1];
  }

  boolean isFull() {
    return depth >= LIMIT;
  }

  void push(int node) {
    int kind = tree.kind(node);
    nodes[depth] = node;
    kinds[depth] = kind;
    depth++;
    if (kind < 1 << 8) {
      counts[kind]++;
    }
    tree.open(node);
  }

  void pop() {
    int kind = kinds[--depth];
    if (kind < 1 << 8) {
      counts[kind]--;
    }
    tree.close(nodes[depth]);
  }

  /** Pops until {@code depth} are left. */
  void popTo(int left) {
    while (depth > left) {
      pop();
    }
  }

  /** Pops until an HTML element of this tag has been popped; there is one. */
  void popThrough(int tag) {
    int kind;
    do {
      kind = kinds[depth - 1];
      pop();
    } while (kind != tag);
  }

  /** Pops until the current node is one of the kinds, or html. */
  void popUntil(int bits) {
    while (depth > 1 && !Kind.is(kinds[depth - 1], bits)) {
      pop();
    }
  }

  void removeAt(int index) {
    int kind = kinds[index];
    if (kind < 1 << 8) {
      counts[kind]--;
    }
    tree.close(nodes[index]);
    System.arraycopy(nodes, index + 1, nodes, index, depth - index - 1);
    System.arraycopy(kinds, index + 1, kinds, index, depth - index - 1);
    depth--;
  }

  /** Takes a node off wherever it stands, if it is open. */
  void remove(int node) {
    int index = indexOf(node);
    if (index >= 0) {
      removeAt(index);
    }
  }

  void insertAt(int index, int node) {
    System.arraycopy(nodes, index, nodes, index + 1, depth - index);
    System.arraycopy(kinds, index, kinds, index + 1, depth - index);
    depth++;
    nodes[index] = node;
    kinds[index] = tree.kind(node);
    if (kinds[index] < 1 << 8) {
      counts[kinds[index]]++;
    }
    tree.open(node);
  }

  /** Puts a copy, which has the same tag, in a node's place. */
  void replaceAt(int index, int copy) {
    tree.close(nodes[index]);
    nodes[index] = copy;
    tree.open(copy);
  }

  /** Where a node stands, or -1. */
  int indexOf(int node) {
    if (!tree.isOpen(node)) {
      return -1;
    }
    int index = depth - 1;
    while (index >= 0 && nodes[index] != node) {
      index--;
    }
    return index;
  }

  /** Where the innermost HTML element of a tag stands, or -1. */
  int lastOf(int tag) {
    if (counts[tag] == 0) {
      return -1;
    }
    int index = depth - 1;
    while (kinds[index] != tag) {
      index--;
    }
    return index;
  }

  /** Whether an HTML element of the tag is open. */
  boolean has(int tag) {
    return counts[tag] != 0;
  }

  /** Whether an HTML element of the tag is open with no element of the scope's kinds above it. */
  boolean hasInScope(int tag, int scope) {
    return counts[tag] != 0 && findInScope(tag, scope);
  }

  private boolean findInScope(int tag, int scope) {
    for (int index = depth - 1; index >= 0; index--) {
      int kind = kinds[index];
      if (kind == tag) {
        return true;
      }
      if (Kind.is(kind, scope)) {
        return false;
      }
    }
    return false;
  }

  /** Whether this very element is open in scope. */
  boolean hasNodeInScope(int node) {
    for (int index = depth - 1; index >= 0; index--) {
      if (nodes[index] == node) {
        return true;
      }
      if (Kind.is(kinds[index], Kind.SCOPE)) {
        return false;
      }
    }
    return false;
  }

  /** Whether any element of these kinds is in scope. */
  boolean hasKindInScope(int bits, int scope) {
    for (int index = depth - 1; index >= 0; index--) {
      if (Kind.is(kinds[index], bits)) {
        return true;
      }
      if (Kind.is(kinds[index], scope)) {
        return false;
      }
    }
    return false;
  }

  /** Ends elements that need no end tag, save those of one tag (or of {@link HtmlTree#NONE}). */
  void generateImpliedEndTags(int except) {
    while (Kind.is(kinds[depth - 1], Kind.IMPLIED_END) && kinds[depth - 1] != except) {
      pop();
    }
  }

  /** As "generate all implied end tags thoroughly". */
  void generateAllImpliedEndTags() {
    while (true) {
      int kind = kinds[depth - 1];
      boolean ends =
          Kind.is(kind, Kind.IMPLIED_END)
              || kind == Tag.CAPTION
              || kind == Tag.COLGROUP
              || kind == Tag.TBODY
              || kind == Tag.TD
              || kind == Tag.TFOOT
              || kind == Tag.TH
              || kind == Tag.THEAD
              || kind == Tag.TR;
      if (!ends) {
        return;
      }
      pop();
    }
  }
}
