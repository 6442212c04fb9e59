package io.sluice.ingest.html.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.JsoupTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockWalkTest {
  private final BlockWalk walk = new BlockWalk();

  private Blocks walk(String body) {
    return walk.walk(JsoupTree.of("<html><head><title>T</title></head><body>" + body));
  }

  /** A line a block: kind, level or number, depth, quotes, group, element, leaves. */
  private static List<String> show(Blocks blocks) {
    List<String> lines = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      StringBuilder line = new StringBuilder(blocks.kind(block).name());
      int number = Math.max(blocks.level(block), blocks.number(block));
      line.append(number > 0 ? Integer.toString(number) : "");
      line.append(blocks.depth(block) > 0 ? " d" + blocks.depth(block) : "");
      line.append(blocks.quotes(block) > 0 ? " q" + blocks.quotes(block) : "");
      line.append(blocks.group(block) > 0 ? " g" + blocks.group(block) : "");
      line.append(' ').append(blocks.tree().name(blocks.element(block))).append(": ");
      for (int leaf = blocks.firstLeaf(block); leaf < blocks.endLeaf(block); leaf++) {
        line.append(show(blocks, leaf));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String show(Blocks blocks, int leaf) {
    int start = blocks.leafStart(leaf);
    int length = blocks.leafEnd(leaf) - start;
    return switch (blocks.leafKind(leaf)) {
      case Leaf.TEXT -> new String(blocks.tree().source(), start, length, StandardCharsets.UTF_8);
      case Leaf.DECODED -> new String(blocks.side(), start, length, StandardCharsets.UTF_8);
      case Leaf.FORMULA -> "$" + new String(blocks.side(), start, length, StandardCharsets.UTF_8);
      case Leaf.DISPLAY -> "$$" + new String(blocks.side(), start, length, StandardCharsets.UTF_8);
      case Leaf.BREAK -> "/";
      case Leaf.GAP -> "_";
      case Leaf.CELL -> "|";
      default -> "<" + blocks.leafKind(leaf) + ">";
    };
  }

  @Test
  void givesBlocksInDocumentOrder() {
    Blocks blocks =
        walk(
            "<nav>Home</nav><h2>A <b>b</b></h2>loose<p>one<br>two<br><br>three</p>"
                + "<ul><li>x<ol start=3><li>y<p>z</p></li><li>w</li></ol></li></ul>"
                + "<blockquote><p>q</p></blockquote>"
                + "<table><caption>c</caption><tr><th>k</th><th>v</th></tr>"
                + "<tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>"
                + "<dl><dt>t</dt><dd>d</dd></dl><pre>a\n b</pre>");
    assertEquals(
        List.of(
            "TEXT nav: Home",
            "HEADING2 h2: A <7>b<8>",
            "TEXT body: loose",
            "TEXT p: one/two/",
            "TEXT p: three",
            "ITEM d1 g1 li: x",
            "ITEM3 d2 g1 li: y",
            "TEXT d2 p: z",
            "ITEM4 d2 g1 li: w",
            "TEXT q1 p: q",
            "CAPTION g2 caption: c",
            "ROW g2 tr: |k|v",
            "ROW g2 tr: |1|_2__3_",
            "TERM d1 g3 dt: t",
            "DEFINITION d1 g3 dd: d",
            "PRE pre: a\n b"),
        show(blocks));
  }

  @Test
  void knowsWhichContainersHoldWhichBlocks() {
    Blocks blocks = walk("<main><p>a</p><div><div></div><p>b</p></div></main><aside>c</aside>");
    List<String> containers = new ArrayList<>();
    for (int i = 0; i < blocks.containers(); i++) {
      containers.add(
          blocks.tree().name(blocks.containerElement(i))
              + blocks.containerParent(i)
              + ":"
              + blocks.firstBlock(i)
              + "-"
              + blocks.endBlock(i));
    }
    assertEquals(
        List.of("body-1:0-3", "main0:0-2", "p1:0-1", "div1:1-2", "p3:1-2", "aside0:2-3"),
        containers);
    assertEquals(List.of(2, 4, 5), List.of(blocks.holder(0), blocks.holder(1), blocks.holder(2)));
  }

  @Test
  void leavesOutWhatIsHidden() {
    Blocks blocks =
        walk(
            "<p hidden>a</p><p style='color:red; Display : none'>b</p><div aria-hidden=true>c</div>"
                + "<p class='x sr-only'>d</p><template><p>e</p></template><noscript>f</noscript>"
                + "<script>g</script><style>h</style><dialog>i</dialog><button>j</button>"
                + "<p style='visibility:hidden'>later</p><p aria-hidden=false>seen</p>");
    assertEquals(List.of("TEXT p: later", "TEXT p: seen"), show(blocks));
  }

  @Test
  void countsWhatAWriterOfRulesNeeds() {
    Blocks blocks =
        walk(
            "<p>It's 12 <a href=x>big Dogs</a>, e.g. <img src=i>one; two!</p><p>你好，世界。</p>"
                + "<p><input>a<br>b &amp; c<i> d</i>e</p>");
    assertEquals(
        List.of(
            "26 7 8 5 3 1 2 2 1 1 1 0 0 0 33",
            "11 0 4 2 1 1 0 0 0 0 0 0 0 0 12290",
            "6 0 4 0 0 0 0 0 1 0 0 1 1 0 101"),
        facts(blocks));
  }

  private static List<String> facts(Blocks blocks) {
    List<String> lines = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      StringBuilder line = new StringBuilder();
      for (int fact = 0; fact < Fact.COUNT; fact++) {
        line.append(fact == 0 ? "" : " ").append(blocks.fact(block, fact));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  @Test
  void emptyPagesHaveNoBlocks() {
    for (String page :
        List.of("", " \n\t", "<p></p>", "<p>&nbsp;</p>", "<b><i></b></i>", "\u200b")) {
      assertEquals(List.of(), show(walk.walk(JsoupTree.of(page))), page);
    }
  }

  @Test
  void inlineMarksGoOnInTheNextBlock() {
    assertEquals(
        List.of("TEXT p: <7>a", "TEXT p: <7>b", "TEXT body: <7><8>c"),
        show(walk("<b><p>a</p><p>b</p></b>c")));
  }

  @Test
  void deepPagesAreWalkedInTimeThatGrowsWithTheirLength() {
    for (String tag : List.of("div", "table><tr><td", "ul><li", "pre><b", "code", "blockquote")) {
      HtmlTree tree = JsoupTree.of(("<" + tag + ">").repeat(5_000) + "x");
      int blocks =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> walk.walk(tree).size(), tag);
      assertEquals(1, blocks, tag);
    }
  }
}
