package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlParser;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import io.sluice.ingest.math.MathMl;
import java.nio.charset.StandardCharsets;

/** Reads MathML that pages keep as text: in scripts of MathJax and in attributes. */
final class MathText {
  private HtmlParser parser;

  /** The formula as LaTeX; null where the text holds no {@code math} element. */
  String toLatex(String mathml) {
    String text = mathml;
    if (text.indexOf('\u00ab') >= 0) {
      // editors that put it into attributes write other signs for angles, quotes and ampersands
      text =
          text.replace('\u00ab', '<')
              .replace('\u00bb', '>')
              .replace('\u00a8', '"')
              .replace('\u00a7', '&');
    }
    if (!text.contains("<math") && !text.contains(":math")) {
      return null;
    }
    byte[] bytes =
        text.replace("<mml:", "<").replace("</mml:", "</").getBytes(StandardCharsets.UTF_8);
    if (parser == null) {
      parser = new HtmlParser();
    }
    HtmlTree tree = parser.parse(bytes, 0, bytes.length);
    for (int node = HtmlTree.DOCUMENT;
        node != HtmlTree.NONE;
        node = tree.next(node, HtmlTree.DOCUMENT)) {
      if (tree.tag(node) == Tag.MATH) {
        return MathMl.toLatex(tree, node);
      }
    }
    return null;
  }
}
