package io.sluice.ingest.html.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** Builds a tree from jsoup's: the reference that the parser is compared with. */
public final class JsoupTree {
  private static final Map<String, Integer> TAGS = new HashMap<>();
  private static final Map<String, Integer> ATTRIBUTES = new HashMap<>();

  static {
    for (int tag = Tag.OTHER + 1; tag < Tag.COUNT; tag++) {
      TAGS.put(Tag.name(tag), tag);
    }
    for (int attribute = 0; attribute < Attr.COUNT; attribute++) {
      ATTRIBUTES.put(Attr.name(attribute), attribute);
    }
  }

  private final HtmlTree tree = new HtmlTree();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();

  private JsoupTree() {}

  /** The tree of a page. */
  public static HtmlTree of(String html) {
    JsoupTree built = new JsoupTree();
    Document page = Parser.htmlParser().parseInput(html, "");
    NodeTraversor.traverse((node, depth) -> built.write(node), page);
    byte[] all = built.bytes.toByteArray();
    built.bytes.reset();
    built.tree.begin(all);
    NodeTraversor.traverse((node, depth) -> built.hang(node), page);
    return built.tree;
  }

  /** Appends what a node holds to the bytes; called twice in the same order, gives equal ranges. */
  private int[] write(Node node) {
    int start = bytes.size();
    String text =
        node instanceof TextNode t
            ? t.getWholeText()
            : node instanceof DataNode d
                ? d.getWholeData()
                : node instanceof Element e ? e.normalName() : "";
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    int end = bytes.size();
    if (node instanceof Element element) {
      element
          .attributes()
          .forEach(a -> bytes.writeBytes(a.getValue().getBytes(StandardCharsets.UTF_8)));
    }
    return new int[] {start, end};
  }

  private void hang(Node node) {
    int[] range = write(node);
    if (node instanceof Document) {
      numbers.put(node, HtmlTree.DOCUMENT);
      return;
    }
    int number;
    if (node instanceof Element element) {
      int tag = TAGS.getOrDefault(element.normalName(), Tag.OTHER);
      String space = element.tag().namespace();
      int namespace =
          space.equals(Parser.NamespaceMathml)
              ? HtmlTree.MATHML
              : space.equals(Parser.NamespaceSvg) ? HtmlTree.SVG : HtmlTree.HTML;
      int[] at = {range[1]};
      tree.beginAttributes();
      element
          .attributes()
          .forEach(
              a -> {
                int length = a.getValue().getBytes(StandardCharsets.UTF_8).length;
                Integer name = ATTRIBUTES.get(a.getKey().toLowerCase(Locale.ROOT));
                if (name != null && !tree.isPending(name)) {
                  tree.addAttribute(name, at[0], at[0] + length, 0);
                }
                at[0] += length;
              });
      number = tree.addElementWithAttributes(tag, namespace, range[0], range[1]);
    } else if (node instanceof TextNode || node instanceof DataNode) {
      number = tree.addText(range[0], range[1], 0);
    } else {
      return;
    }
    numbers.put(node, number);
    tree.append(numbers.get(node.parent()), number);
  }
}
