package io.sluice.ingest.html.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.html.block.BlockWalk;
import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.tree.JsoupTree;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RendererTest {
  private final BlockWalk walk = new BlockWalk();
  private final Renderer renderer = new Renderer();

  private String render(String html, TextForm form) {
    Blocks blocks = walk.walk(JsoupTree.of(html));
    BitSet all = new BitSet();
    all.set(0, blocks.size());
    return renderer.render(blocks, all, form);
  }

  private String plain(String html) {
    return render(html, TextForm.PLAIN);
  }

  private String markdown(String html) {
    return render(html, TextForm.MARKDOWN);
  }

  private static final String PAGE =
      "<h2>A <b>b</b>\n c</h2>loose <p> one <br> two</p><ul><li>x<ol start=9><li>y<p>z</p>"
          + "<li>w</ol><li>v</ul><blockquote><p>q</p><p>r<br>s</p></blockquote>"
          + "<dl><dt>t</dt><dd>d</dd></dl><pre><code class=language-java>\n a\n\n  b\n</code></pre>";

  @Test
  void writesPlainText() {
    assertEquals(
        "A b c\n\nloose\n\none\ntwo\n\n- x\n  - y\n\nz\n\n  - w\n- v\n\nq\n\nr\ns\n\nt\nd\n\n"
            + " a\n\n  b",
        plain(PAGE));
  }

  @Test
  void writesMarkdown() {
    assertEquals(
        """
        ## A b c

        loose

        one
        two

        - x
          9. y

             z

          10. w
        - v

        > q
        >
        > r
        > s

        t
        : d

        ```java
         a

          b
        ```"""
            .strip(),
        markdown(PAGE));
  }

  @Test
  void writesMarksAroundWhatIsSeen() {
    assertEquals("a **b** c", markdown("<p>a<b> b </b>c"));
    assertEquals("a*b*c, **d *e***", markdown("<p>a<i>b</i>c, <b>d <i>e</i></b><b></b><i> </i>"));
    assertEquals("**ab** c", markdown("<p><b>a</b><strong>b</strong> c"));
    assertEquals(
        "`a*b` and `` c`d ``", markdown("<p><code>a<i>*</i>b</code> and <code>c`d</code>"));
    assertEquals("a b c", plain("<p>a<b> b </b>c"));
    assertEquals(
        "**[b](u%20v)** c", render("<p><b><a href='u v'>b</a></b> c", TextForm.MARKDOWN_LINKS));
    assertEquals("**b** c", markdown("<p><b><a href=u>b</a></b> c"));
  }

  @Test
  void inlineElementsAddNoSpacesAndBlocksDo() {
    assertEquals(
        "漢字kana", plain("<p><ruby>漢<rp>(</rp><rt>かん</rt>字</ruby><span>ka</span><i>na</i>"));
    assertEquals("a\n\nb", plain("<span>a<div>b</div></span>"));
    assertEquals("a | b c", plain("<table><tr><td>a<td>b<p>c</table>"));
  }

  @Test
  void leavesOutWhatCannotBeSeenAndKeepsWhatShapesLetters() {
    assertEquals(
        "Wörter b c می\u200cخواهم שלום",
        plain(
            "<p>W&ouml;r&shy;ter&nbsp;\u2003b\u200b \u3000c می\u200cخواهم \u200fשלום\u200e\ufeff"));
  }

  @Test
  void writesTables() {
    String table =
        "<table><caption>C</caption><tr><th>a|b<th>c<tr><td rowspan=2>1<td>2<tr><td>3"
            + "<tr><td colspan=2>w<tr><td><td>z</table>";
    assertEquals("C\na|b | c\n1 | 2\n3\nw\n| z", plain(table));
    assertEquals(
        "C\n\n| a\\|b | c |\n| --- | --- |\n| 1 | 2 |\n| | 3 |\n| w | |\n| | z |", markdown(table));
  }

  @Test
  void exponentsStayExponents() {
    assertEquals("10^-3 m^2 (x)^2", plain("<p>10<sup>-3</sup> m<sup>2</sup> (x)<sup>2</sup>"));
    assertEquals(
        "1st word1 e5 H2O",
        plain("<p>1<sup>st</sup> word<sup>1</sup> e<sup><a href=f>5</a></sup> H<sub>2</sub>O"));
  }

  @Test
  void formulasInTextStayAsTheyAre() {
    assertEquals(
        "Let \\(a_1 * b_2 * c\\) and $x_i^* | y$.",
        markdown("<p>Let \\(a_1 * b_2 * c\\) and $x_i^* | y$."));
  }

  @Test
  void onlyChosenBlocksAreWritten() {
    Blocks blocks = walk.walk(JsoupTree.of("<ul><li>a<ul><li>b<li>c</ul></ul><p>d<p>e"));
    BitSet chosen = new BitSet();
    chosen.set(1);
    chosen.set(2);
    chosen.set(4);
    assertEquals("- b\n- c\n\ne", renderer.render(blocks, chosen, TextForm.MARKDOWN));
    assertEquals("  - b\n  - c\n\ne", renderer.render(blocks, chosen, TextForm.PLAIN));
    assertEquals("", renderer.render(blocks, new BitSet(), TextForm.PLAIN));
  }
}
