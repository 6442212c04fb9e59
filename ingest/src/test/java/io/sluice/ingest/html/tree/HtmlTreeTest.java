package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HtmlTreeTest {
  private static String shape(HtmlTree tree) {
    StringBuilder shape = new StringBuilder();
    for (int node = HtmlTree.DOCUMENT; node != HtmlTree.NONE; node = tree.next(node, 0)) {
      shape.append(tree.tag(node) == Tag.TEXT ? "'" + tree.text(node) + "'" : tree.name(node));
      shape.append(' ');
    }
    return shape.toString().strip();
  }

  @Test
  void aTreeIsWalkedInDocumentOrder() {
    HtmlTree tree = JsoupTree.of("<p class=x id='é'>a<b>ü</b>c<x-y>d</x-y>");
    assertEquals("#document html head body p 'a' b 'ü' 'c' x-y 'd'", shape(tree));
    int paragraph = tree.firstChild(tree.lastChild(tree.firstChild(HtmlTree.DOCUMENT)));
    assertEquals("é", tree.value(paragraph, Attr.ID));
    assertEquals("x", tree.value(paragraph, Attr.CLASS));
    assertNull(tree.value(paragraph, Attr.HREF));
  }

  @Test
  void nodesMove() {
    HtmlTree tree = JsoupTree.of("<p>a</p><i>b</i><u>c</u>");
    int body = tree.lastChild(tree.firstChild(HtmlTree.DOCUMENT));
    int p = tree.firstChild(body);
    int i = tree.nextSibling(p);
    tree.detach(i);
    assertEquals("#document html head body p 'a' u 'c'", shape(tree));
    tree.insertBefore(p, i);
    assertEquals("#document html head body i 'b' p 'a' u 'c'", shape(tree));
    tree.detach(i);
    tree.append(p, i);
    assertEquals("#document html head body p 'a' i 'b' u 'c'", shape(tree));
    tree.append(body, tree.copy(p));
    assertEquals("#document html head body p 'a' i 'b' u 'c' p", shape(tree));
  }
}
