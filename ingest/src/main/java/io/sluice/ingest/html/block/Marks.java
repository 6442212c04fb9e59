package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import java.nio.charset.StandardCharsets;

/** Reads from an element's attributes whether it is hidden, and what its classes say. */
final class Marks {
  private static final byte[] DISPLAY = "display:none".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VISIBILITY = "visibility:hidden".getBytes(StandardCharsets.US_ASCII);

  private final ClassNames names = new ClassNames();

  /** The marks of {@link ClassNames} that an element's attributes give it. */
  int of(HtmlTree tree, int node) {
    int value = tree.attribute(node, Attr.CLASS);
    int marks = value == HtmlTree.NONE ? 0 : names.marks(tree, value);
    if (isHidden(tree, node)) {
      marks |= ClassNames.HIDDEN;
    }
    return marks;
  }

  private static boolean isHidden(HtmlTree tree, int node) {
    if (tree.attribute(node, Attr.HIDDEN) != HtmlTree.NONE) {
      return true;
    }
    int aria = tree.attribute(node, Attr.ARIA_HIDDEN);
    if (aria != HtmlTree.NONE && isTrue(tree, aria)) {
      return true;
    }
    int style = tree.attribute(node, Attr.STYLE);
    return style != HtmlTree.NONE
        && (styled(tree, style, DISPLAY) || styled(tree, style, VISIBILITY));
  }

  private static boolean isTrue(HtmlTree tree, int value) {
    byte[] source = tree.source();
    int at = tree.valueStart(value);
    return tree.valueEnd(value) - at == 4 && (source[at] | 0x20) == 't';
  }

  /** Whether a style holds a declaration, whatever its spaces and case. */
  static boolean styled(HtmlTree tree, int value, byte[] declaration) {
    byte[] source = tree.source();
    int end = tree.valueEnd(value);
    int matched = 0;
    for (int i = tree.valueStart(value); i < end; i++) {
      int c = source[i];
      if (c <= ' ' && c >= 0) {
        continue;
      }
      c = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
      if (c != declaration[matched]) {
        matched = 0;
      }
      if (c == declaration[matched] && ++matched == declaration.length) {
        return true;
      }
    }
    return false;
  }
}
