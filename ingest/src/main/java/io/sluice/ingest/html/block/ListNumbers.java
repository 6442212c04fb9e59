package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/** Numbers the items of ordered lists. */
final class ListNumbers {
  private static final int UNORDERED = Integer.MIN_VALUE;

  private final IntStack counters = new IntStack();

  void begin() {
    counters.clear();
  }

  void open(HtmlTree tree, int list) {
    boolean ordered = tree.tag(list) == Tag.OL;
    counters.push(ordered ? number(tree.value(list, Attr.START), 1) - 1 : UNORDERED);
  }

  void close() {
    counters.pop();
  }

  /** Counts an item. */
  void count(HtmlTree tree, int item) {
    if (!counters.isEmpty() && counters.top() != UNORDERED) {
      counters.push(number(tree.value(item, Attr.VALUE), counters.pop() + 1));
    }
  }

  /** The number of the item counted last in the list at hand; -1 where it has none. */
  int last() {
    return counters.isEmpty() ? -1 : Math.max(counters.top(), -1);
  }

  private static int number(String value, int otherwise) {
    if (value == null || value.isEmpty() || value.length() > 7) {
      return otherwise;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return otherwise;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
