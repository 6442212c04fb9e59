package io.sluice.ingest.html.tree;

import java.nio.charset.StandardCharsets;

/** Trees deeper than a parser that counts levels would make them. */
public final class DeepTree {
  private DeepTree() {}

  /** MathML elements of these tags around each other, over and over, with an x in each. */
  public static HtmlTree formula(int depth, int... tags) {
    HtmlTree tree = new HtmlTree();
    tree.begin("x".getBytes(StandardCharsets.UTF_8));
    int parent = tree.addElement(Tag.MATH, HtmlTree.MATHML, 0, 0);
    tree.append(HtmlTree.DOCUMENT, parent);
    for (int i = 0; i < depth; i++) {
      int element = tree.addElement(tags[i % tags.length], HtmlTree.MATHML, 0, 0);
      tree.append(parent, element);
      int token = tree.addElement(Tag.MI, HtmlTree.MATHML, 0, 0);
      tree.append(element, token);
      tree.append(token, tree.addText(0, 1, 0));
      parent = element;
    }
    return tree;
  }
}
