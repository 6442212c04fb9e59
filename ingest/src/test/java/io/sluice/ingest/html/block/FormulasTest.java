package io.sluice.ingest.html.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sluice.ingest.html.render.Renderer;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.html.tree.HtmlParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FormulasTest {
  private final HtmlParser parser = new HtmlParser();
  private final BlockWalk walk = new BlockWalk();
  private final Renderer renderer = new Renderer();

  private String text(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    Blocks blocks = walk.walk(parser.parse(bytes, 0, bytes.length));
    BitSet all = new BitSet();
    all.set(0, blocks.size());
    return renderer.render(blocks, all, TextForm.PLAIN);
  }

  private void assertText(String expected, String... pages) {
    for (String page : pages) {
      assertEquals(expected, text(page), page);
    }
  }

  @Test
  void readsScripts() {
    assertText(
        "a $x^2$ b",
        "<p>a <script type='math/tex'>x^2</script> b",
        "<p>a <script type='text/tex'>x^2</script> b",
        "<p>a <script type='math/tex'>% <![CDATA[\nx^2 %]]></script> b",
        "<p>a <script type='math/mml'><math><msup><mi>x</mi><mn>2</mn></msup></math></script> b",
        "<p>a <span class=MathJax_Preview>x2</span><span class=MathJax>x<sup>2</sup></span>"
            + "<script type='math/tex' id=M1>x^2</script> b");
    assertText(
        "a\n$$x^2$$\nb",
        "<p>a<script type='math/tex; mode=display'>\nx^2 % a remark\n</script>b",
        "<p>a<div class=MathJax_Display><span class=MathJax>x</span></div>"
                .replace("<div", "<span")
                .replace("</div", "</span")
            + "<script type='math/tex; mode=display'>x^2</script>b");
  }

  @Test
  void readsRenderingsWithoutTheirScript() {
    String math = "<math><msup><mi>x</mi><mn>2</mn></msup></math>";
    assertText(
        "a $x^2$ b",
        "<p>a <span class=MathJax><span class=math>x2</span><span class=MJX_Assistive_MathML>"
            + math
            + "</span></span> b",
        "<p>a <span class=MathJax_SVG data-mathml='" + math + "'><svg></svg></span> b",
        "<p>a <mjx-container class=MathJax jax=SVG><svg></svg><mjx-assistive-mml>"
            + math
            + "</mjx-assistive-mml></mjx-container> b",
        "<p>a <mjx-container class=MathJax><mjx-math data-latex='x^2'>x2</mjx-math></mjx-container> b",
        "<p>a <span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation"
            + " encoding='application/x-tex'>x^2</annotation></semantics></math></span>"
            + "<span class=katex-html aria-hidden=true>x2</span></span> b",
        "<p>a <span class=math-inline data-math='x^2'><span class=katex><span class=katex-html"
            + " aria-hidden=true>x2</span></span></span> b");
    assertText(
        "a\n$$x^2$$\nb",
        "<p>a<mjx-container class=MathJax display=true>" + math + "</mjx-container>b",
        "<p>a<span class=katex-display><span class=katex><math><annotation encoding="
            + "'application/x-tex'>x^2</annotation></math></span></span>b");
  }

  @Test
  void readsMathMl() {
    assertText(
        "$x_1$",
        "<math><msub><mi>x</mi><mn>1</mn></msub></math>",
        "<math alttext='{\\displaystyle x_1}'><mi>x</mi></math>",
        "<span class=mwe-math-element><span style='display: none'><math><semantics><mi>x</mi>"
            + "<annotation encoding='application/x-tex'>{\\displaystyle x_1}</annotation></semantics>"
            + "</math></span><img aria-hidden=true class=mwe-math-fallback-image-inline alt='x_1'>"
            + "</span>",
        "<span class=mwe-math-element><img alt='{\\displaystyle x_1}'></span>");
    assertText("$$x$$", "<math display=block><mi>x</mi></math>");
  }

  @Test
  void readsImages() {
    assertText(
        "a $\\frac{a}{b}$ c",
        "<p>a <img class=latex alt='\\frac{a}{b}' src='https://s.example/latex.php?latex=x'> c",
        "<p>a <img alt='$\\frac{a}{b}$' src=img3.png> c",
        "<p>a <img src='//x.example/latex.php?latex=%5Cfrac%7Ba%7D%7Bb%7D&bg=ffffff&s=0'> c",
        "<p>a <img src='https://latex.x.example/gif.latex?\\frac{a}{b}'> c",
        "<p>a <img src='https://x.example/svg.image?%5Cfrac%7Ba%7D%7Bb%7D'> c",
        "<p>a <img src='https://www.x.example/equation?tex=%5Cfrac%7Ba%7D%7Bb%7D' alt=formula> c",
        "<p>a <img src='https://x.example/chart?cht=tx&chl=%5Cfrac%7Ba%7D%7Bb%7D'> c",
        "<p>a <img src='/cgi-bin/mathtex.cgi?\\frac{a}{b}'> c");
    assertText("a c", "<p>a <img alt='a boat' src='latex-gloves.jpg?x=1'> c");
    assertText("$$x = y_1 \\cdot 2$$", "<p><img alt='x = y_1 \\cdot 2'></p>");
  }

  @Test
  void readsAttributesAndElementsThatHoldTexOnly() {
    assertText(
        "a $E=mc^2$ b",
        "<p>a <span class=ztext-math data-eeimg=1 data-tex='E=mc^2'>E=mc2</span> b",
        "<p>a <span class='math inline'>E=mc^2</span> b",
        "<p>a <span class='math inline'>\\(E=mc^2\\)</span> b",
        "<p>a <span class='math-tex'>\\(E=mc^2\\)</span> b",
        "<p>a <code class='code math js-render-math' data-math-style=inline>E=mc^2</code> b");
    assertText("a\n$$x$$\nb", "<p>a<span class='math display'>\\[x\\]</span>b");
    assertText("a true b", "<p>a <span data-math=true>true</span> b");
  }

  @Test
  void leavesFormulasInTextAlone() {
    String text =
        "Let \\(a_1 < b\\), \\[x \\\\ y\\] and $z$ be \\begin{align} a &= b \\end{align}.";
    assertText(
        text,
        "<p>" + text.replace("&", "&amp;").replace("<", "&lt;"),
        "<p>"
            + text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("$z$", "<span class=math-container>$z$</span>"));
  }

  @Test
  void ofManyNestedBoxesNoneIsSearchedTwice() {
    String page = "<span class=katex>".repeat(200_000) + "x" + "<p class=MathJax>".repeat(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> text(page));
    assertFalse(text("<p>a" + "<span class=katex>".repeat(300) + "x").isEmpty());
  }
}
