package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import java.nio.charset.StandardCharsets;

/** Reads from an element's attributes whether it is hidden, and what its classes say. */
final class Marks {
  private static final byte[] NO_DISPLAY = "display:none".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_SELECT = "user-select:none".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PANEL = "tabpanel".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRE = "white-space:pre".getBytes(StandardCharsets.US_ASCII);

  private Marks() {}

  /** The marks of {@link ClassNames} that an element's attributes give it. */
  static int of(HtmlTree tree, int node) {
    int marks = 0;
    boolean panel = false;
    int end = tree.endAttribute(node);
    for (int i = tree.firstAttribute(node); i < end; i++) {
      switch (tree.attributeName(i)) {
        case Attr.CLASS -> marks |= ClassNames.marks(tree, i);
        case Attr.HIDDEN -> marks |= ClassNames.HIDDEN;
        case Attr.ARIA_HIDDEN -> marks |= isTrue(tree, i) ? ClassNames.HIDDEN : 0;
        case Attr.STYLE -> marks |= ofStyle(tree, i);
        // a panel is hidden until its tab is chosen
        case Attr.ROLE -> panel = styled(tree, i, PANEL);
        case Attr.DATA_TEX,
            Attr.DATA_LATEX,
            Attr.DATA_MATH,
            Attr.DATA_FORMULA,
            Attr.DATA_EXPR,
            Attr.DATA_MATHML,
            Attr.LATEX ->
            marks |= ClassNames.MATH_VALUE;
        default -> {}
      }
    }
    return panel ? marks & ~ClassNames.HIDDEN : marks;
  }

  private static int ofStyle(HtmlTree tree, int value) {
    // "visibility: hidden" hides whole articles until a script has run, and says nothing
    if (styled(tree, value, NO_DISPLAY)) {
      return ClassNames.HIDDEN;
    }
    return styled(tree, value, NO_SELECT) ? ClassNames.BESIDE_CODE : 0;
  }

  /** Whether an element's style keeps its white space. */
  static boolean isPre(HtmlTree tree, int node) {
    int style = tree.attribute(node, Attr.STYLE);
    return style != HtmlTree.NONE && styled(tree, style, PRE);
  }

  private static boolean isTrue(HtmlTree tree, int value) {
    byte[] source = tree.source();
    int at = tree.valueStart(value);
    return tree.valueEnd(value) - at == 4 && (source[at] | 0x20) == 't';
  }

  /** Whether a style holds a declaration, whatever its spaces and case. */
  private static boolean styled(HtmlTree tree, int value, byte[] declaration) {
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
