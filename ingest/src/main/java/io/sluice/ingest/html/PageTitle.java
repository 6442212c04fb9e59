package io.sluice.ingest.html;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Locale;

/** Finds a page's title and language. */
final class PageTitle {
  private PageTitle() {}

  /** The title that a page gives itself: its title element, else what it declares for sharing. */
  static String of(HtmlTree tree) {
    String heading = null;
    String title = null;
    String shared = null;
    int node = HtmlTree.DOCUMENT;
    while (node != HtmlTree.NONE && (heading == null || title == null)) {
      int tag = tree.tag(node);
      if (tag == Tag.TITLE && title == null && tree.namespace(node) == HtmlTree.HTML) {
        title = text(tree, node);
      } else if (tag == Tag.H1 && heading == null) {
        heading = text(tree, node);
      } else if (tag == Tag.META && "og:title".equals(tree.value(node, Attr.PROPERTY))) {
        shared = tree.value(node, Attr.CONTENT);
      }
      node = tree.next(node, HtmlTree.DOCUMENT);
    }
    heading = heading == null ? "" : heading;
    title = title == null ? "" : title;
    if (!heading.isEmpty()
        && title.toLowerCase(Locale.ROOT).contains(heading.toLowerCase(Locale.ROOT))) {
      return heading;
    }
    if (!title.isEmpty()) {
      return title;
    }
    return shared == null || shared.isBlank() ? heading : shared.strip();
  }

  /** The language that a page declares, or null. */
  static String language(HtmlTree tree) {
    for (int node = tree.firstChild(HtmlTree.DOCUMENT);
        node != HtmlTree.NONE;
        node = tree.nextSibling(node)) {
      if (tree.tag(node) == Tag.HTML) {
        for (int name : new int[] {Attr.LANG, Attr.XML_LANG}) {
          String value = tree.value(node, name);
          if (value != null && !value.isBlank()) {
            return value.strip();
          }
        }
      }
    }
    return null;
  }

  private static String text(HtmlTree tree, int root) {
    StringBuilder text = new StringBuilder();
    for (int node = root; node != HtmlTree.NONE; node = tree.next(node, root)) {
      if (tree.tag(node) == Tag.TEXT) {
        text.append(tree.text(node));
      }
    }
    return text.toString().replaceAll("[\\s\u00a0]+", " ").strip();
  }
}
