package io.sluice.ingest.html.tree;

/**
 * The list of active formatting elements, 13.2.4.3 of the HTML standard. It holds at most {@link
 * #LIMIT}; beyond, the oldest are forgotten.
 */
final class FormattingList {
  private static final int LIMIT = 512;
  private static final int MARKER = -1;

  private final HtmlTree tree;
  private final int[] nodes = new int[LIMIT];
  // a mark of those attributes of a start tag that the tree does not keep
  private final int[] marks = new int[LIMIT];
  private int size;

  FormattingList(HtmlTree tree) {
    this.tree = tree;
  }

  void begin() {
    size = 0;
  }

  int size() {
    return size;
  }

  int node(int index) {
    return nodes[index];
  }

  void pushMarker() {
    append(MARKER, 0);
  }

  /** Adds an element; of more than three alike since the last marker the oldest goes. */
  void push(int node, int mark) {
    int kind = tree.kind(node);
    int alike = 0;
    int oldest = -1;
    for (int i = size - 1; i >= 0 && nodes[i] != MARKER; i--) {
      if (marks[i] == mark && tree.kind(nodes[i]) == kind && same(nodes[i], node)) {
        alike++;
        oldest = i;
      }
    }
    if (alike >= 3) {
      removeAt(oldest);
    }
    append(node, mark);
  }

  private boolean same(int node, int other) {
    return tree.sameAttributes(node, other);
  }

  private void append(int node, int mark) {
    if (size == LIMIT) {
      removeAt(0);
    }
    nodes[size] = node;
    marks[size] = mark;
    size++;
  }

  void removeAt(int index) {
    System.arraycopy(nodes, index + 1, nodes, index, size - index - 1);
    System.arraycopy(marks, index + 1, marks, index, size - index - 1);
    size--;
  }

  void remove(int node) {
    int index = indexOf(node);
    if (index >= 0) {
      removeAt(index);
    }
  }

  /** Puts a copy, which is alike, in an element's place. */
  void replaceAt(int index, int copy) {
    nodes[index] = copy;
  }

  /** Puts an element before the one at an index. */
  void insertAt(int index, int node, int mark) {
    System.arraycopy(nodes, index, nodes, index + 1, size - index);
    System.arraycopy(marks, index, marks, index + 1, size - index);
    nodes[index] = node;
    marks[index] = mark;
    size++;
  }

  int mark(int index) {
    return marks[index];
  }

  /** Where an element stands, or -1. */
  int indexOf(int node) {
    int index = size - 1;
    while (index >= 0 && nodes[index] != node) {
      index--;
    }
    return index;
  }

  /** Where the last element of a tag since the last marker stands, or -1. */
  int lastOf(int tag) {
    for (int i = size - 1; i >= 0 && nodes[i] != MARKER; i--) {
      if (tree.tag(nodes[i]) == tag) {
        return i;
      }
    }
    return -1;
  }

  /** Forgets all up to the last marker, and that. */
  void clearToMarker() {
    while (size > 0) {
      size--;
      if (nodes[size] == MARKER) {
        return;
      }
    }
  }

  /** Whether there is something to open again before more is added. */
  boolean needsReconstruction() {
    if (size == 0) {
      return false;
    }
    int last = nodes[size - 1];
    return last != MARKER && !tree.isOpen(last);
  }

  /** The first of the elements at the list's end that are to be opened again. */
  int firstToReconstruct() {
    int index = size - 1;
    while (index > 0 && nodes[index - 1] != MARKER && !tree.isOpen(nodes[index - 1])) {
      index--;
    }
    return index;
  }
}
