package io.sluice.ingest.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.ingest.SharedData;
import io.sluice.ingest.html.tree.DeepTree;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.JsoupTree;
import io.sluice.ingest.html.tree.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathMlTest {
  private static int math(HtmlTree tree) {
    int node = HtmlTree.DOCUMENT;
    while (node != HtmlTree.NONE && tree.tag(node) != Tag.MATH) {
      node = tree.next(node, HtmlTree.DOCUMENT);
    }
    return node;
  }

  private static String tex(String inside) {
    HtmlTree tree = JsoupTree.of("<p><math>" + inside + "</math></p>");
    return MathMl.toLatex(tree, math(tree));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''",
        "<mi>x</mi>|x",
        "<mi>α</mi><mi>b</mi>|\\alpha b",
        "<mi>a</mi><mo>=</mo><mo>−</mo><mi>b</mi><mo>+</mo><mn>1</mn>|a = -b + 1",
        "<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>|\\sin x",
        "<mi>sgn</mi><mi>x</mi>|\\operatorname{sgn}x",
        "<mi mathvariant='bold'>A</mi><mi mathvariant='bold'>B</mi>|\\mathbf{AB}",
        "<mi>𝐀</mi><mi>𝑥</mi><mi>ℝ</mi><mi>ℎ</mi>|\\mathbf{A}x\\mathbb{R}h",
        "<mi mathvariant='normal'>d</mi><mi>x</mi>|\\mathrm{d}x",
        "<mi mathvariant='normal'>Γ</mi><mi mathvariant='normal'>∞</mi>|\\Gamma\\infty",
        "<mn>3.14</mn>|3.14",
        "<mtext>if </mtext><mi>n</mi>|\\text{if}n",
        "<mtext>50% &amp; more_</mtext>|\\text{50\\% \\& more\\_}",
        "<mi>a</mi><mspace width='1em'/><mi>b</mi><mspace width='0.1667em'/><mi>c</mi>|a\\quad b\\,c",
        "<mi>a</mi><mspace width='-3px'/><mi>b</mi>|ab",
        "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>|\\frac{a}{b + c}",
        "<mrow><mo>(</mo><mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>|\\binom{n}{k}",
        "<mfrac linethickness='0px'><mi>n</mi><mi>k</mi></mfrac>|\\genfrac{}{}{0pt}{}{n}{k}",
        "<msqrt><mi>x</mi><mi>y</mi></msqrt>|\\sqrt{xy}",
        "<mroot><mi>x</mi><mn>3</mn></mroot>|\\sqrt[3]{x}",
        "<msup><mi>x</mi><mn>2</mn></msup>|x^2",
        "<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>|x_{i+1}",
        "<msubsup><mi>x</mi><mi>α</mi><mn>10</mn></msubsup>|x_{\\alpha}^{10}",
        "<msup><msub><mi>x</mi><mn>2</mn></msub><mn>3</mn></msup>|{x_2}^3",
        "<msup><mrow><mo>(</mo><mi>a</mi><mi>b</mi><mo>)</mo></mrow><mn>2</mn></msup>|(ab)^2",
        "<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>|{ab}^2",
        "<msup><mi>f</mi><mo>′</mo></msup><msup><mi>f</mi><mrow><mo>′</mo><mo>′</mo></mrow></msup>|f'f''",
        "<msup><mrow></mrow><mn>2</mn></msup>|{}^2",
        "<mmultiscripts><mi>X</mi><mn>1</mn><mn>2</mn><mprescripts/><none/><mn>4</mn></mmultiscripts>|{}^4X_1^2",
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover><mi>i</mi>|\\sum_{i=0}^ni",
        "<munder><mi>lim</mi><mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow></munder><mi>x</mi>|\\lim_{n\\to\\infty}x",
        "<munder><mo>∫</mo><mi>S</mi></munder><mi>f</mi>|\\int\\limits_Sf",
        "<mover><mi>x</mi><mo stretchy='false'>^</mo></mover>|\\hat{x}",
        "<mover><mrow><mi>x</mi><mi>y</mi></mrow><mo>^</mo></mover>|\\widehat{xy}",
        "<mover><mi>x</mi><mo accent='true'>̂</mo></mover>|\\hat{x}",
        "<mover><mi>v</mi><mo stretchy='false'>→</mo></mover>|\\vec{v}",
        "<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>|\\overline{AB}",
        "<munder><munder><mi>x</mi><mo>⏟</mo></munder><mtext>n</mtext></munder>|\\underbrace{x}_{\\text{n}}",
        "<mover><mo>→</mo><mi>f</mi></mover>|\\xrightarrow{f}",
        "<mover><mi>ω</mi><mi>α</mi></mover>|\\overset{\\alpha}{\\omega}",
        "<munder><mi>ω</mi><mi>α</mi></munder>|\\underset{\\alpha}{\\omega}",
        "<mfenced><mi>a</mi><mi>b</mi></mfenced>|(a, b)",
        "<mfenced open='[' close=')' separators=';'><mi>a</mi><mi>b</mi></mfenced>|[a; b)",
        "<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow>|\\left(\\frac{a}{b}\\right)",
        "<mrow><mo>{</mo><mi>a</mi><mo>}</mo></mrow>|\\{a\\}",
        "<menclose notation='updiagonalstrike'><mi>y</mi></menclose>|\\cancel{y}",
        "<menclose notation='circle'><mi>y</mi></menclose>|y",
        "<mi>a</mi><mphantom><mi>z</mi></mphantom><mi>b</mi>|ab",
        "<merror><mtext>\\foo</mtext></merror><mi>x</mi>|\\foo x",
        "<strange><mi>x</mi></strange>|x",
        "<strange>loose words</strange>|\\text{loose words}",
        "<mo>&lt;</mo><mi>x</mi>|< x",
        "<mi>a</mi><mo>≠</mo><mi>b</mi>|a \\ne b",
      })
  void convertsPresentation(String mathml, String latex) {
    assertEquals(latex, tex(mathml));
  }

  @Test
  void convertsTables() {
    String rows =
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
            + "<mtr><mtd><mi>c</mi></mtd><mtd></mtd></mtr></mtable>";
    assertEquals("\\begin{matrix} a & b \\\\ c &  \\end{matrix}", tex(rows));
    assertEquals(
        "A = \\begin{pmatrix} a & b \\\\ c &  \\end{pmatrix}",
        tex("<mi>A</mi><mo>=</mo><mrow><mo>(</mo>" + rows + "<mo>)</mo></mrow>"));
    assertEquals(
        "\\begin{vmatrix} a & b \\\\ c &  \\end{vmatrix}",
        tex("<mfenced open='|' close='|'>" + rows + "</mfenced>"));
    assertEquals(
        "\\begin{cases} a & b \\\\ c &  \\end{cases}",
        tex(
            "<mi></mi><mrow><mo>{</mo>"
                + rows.replace("<mtable>", "<mtable columnalign='left left'>")
                + "</mrow>"));
    assertEquals(
        "\\begin{aligned} a & b \\\\ c &  \\end{aligned}",
        tex(rows.replace("<mtable>", "<mtable columnalign='right left'>")));
    assertEquals(
        "\\left[\\begin{array}{lc} a & b \\\\ c &  \\end{array}\\right]",
        tex(
            "<mrow><mo>[</mo>"
                + rows.replace("<mtable>", "<mtable columnalign='left center'>")
                + "<mo>]</mo></mrow>"));
    assertEquals(
        "\\begin{matrix} x \\tag{1} \\end{matrix}",
        tex(
            "<mtable><mlabeledtr><mtd><mtext>(1)</mtext></mtd><mtd><mi>x</mi></mtd></mlabeledtr></mtable>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<apply><eq/><ci>y</ci><apply><plus/><ci>a</ci><apply><times/><ci>b</ci><ci>x</ci></apply></apply></apply>|y = a + bx",
        "<apply><times/><apply><plus/><ci>a</ci><ci>b</ci></apply><ci>c</ci></apply>|(a + b)c",
        "<apply><minus/><ci>a</ci><apply><minus/><ci>b</ci><ci>c</ci></apply></apply>|a - (b - c)",
        "<apply><minus/><ci>a</ci></apply>|-a",
        "<apply><power/><apply><plus/><ci>a</ci><ci>b</ci></apply><cn>2</cn></apply>|(a + b)^2",
        "<apply><divide/><cn>1</cn><ci>x</ci></apply>|\\frac{1}{x}",
        "<apply><root/><degree><cn>3</cn></degree><ci>x</ci></apply>|\\sqrt[3]{x}",
        "<apply><sin/><ci>x</ci></apply>|\\sin x",
        "<apply><ci>f</ci><ci>x</ci><ci>y</ci></apply>|f(x, y)",
        "<apply><sum/><bvar><ci>i</ci></bvar><lowlimit><cn>0</cn></lowlimit><uplimit><ci>n</ci></uplimit><ci>i</ci></apply>|\\sum_{i=0}^n i",
        "<apply><int/><bvar><ci>x</ci></bvar><lowlimit><cn>0</cn></lowlimit><uplimit><cn>1</cn></uplimit><apply><sin/><ci>x</ci></apply></apply>|\\int_0^1 \\sin x\\,dx",
        "<apply><diff/><bvar><ci>x</ci><degree><cn>2</cn></degree></bvar><ci>f</ci></apply>|\\frac{d^2 f}{d x^2}",
        "<apply><floor/><ci>x</ci></apply>|\\lfloor x\\rfloor",
        "<apply><log/><logbase><cn>2</cn></logbase><ci>x</ci></apply>|\\log_2(x)",
        "<set><ci>a</ci><ci>b</ci></set>|\\{a, b\\}",
        "<matrix><matrixrow><ci>a</ci><ci>b</ci></matrixrow></matrix><ci>x</ci>|\\begin{pmatrix} a & b \\end{pmatrix}x",
        "<apply><csymbol cd='ambiguous'>subscript</csymbol><ci>x</ci><cn>1</cn></apply>|x_1",
        "<apply><in/><ci>x</ci><reals/></apply>|x \\in \\mathbb{R}",
        "<apply><forall/><bvar><ci>x</ci></bvar><apply><gt/><ci>x</ci><cn>0</cn></apply></apply>|\\forall x: x > 0",
        "<ci>α</ci>|\\alpha",
      })
  void convertsContent(String mathml, String latex) {
    assertEquals(latex, tex(mathml));
  }

  @Test
  void prefersWhatTheAuthorWrote() {
    String presentation = "<semantics><mrow><mi>x</mi></mrow>%s</semantics>";
    assertEquals(
        "x^{2}",
        tex(
            presentation.replace(
                "%s",
                "<annotation encoding='application/x-tex'>{\\displaystyle x^{2}}</annotation>")));
    assertEquals(
        "x",
        tex(
            presentation.replace(
                "%s", "<annotation encoding='StarMath 5.0'>x sup 2</annotation>")));
    assertEquals(
        "x",
        tex(
            presentation.replace(
                "%s", "<annotation-xml encoding='MathML-Content'><ci>y</ci></annotation-xml>")));
    assertEquals(
        "y + z",
        tex(
            "<semantics><annotation-xml encoding='MathML-Content'>"
                + "<apply><plus/><ci>y</ci><ci>z</ci></apply></annotation-xml></semantics>"));
    HtmlTree told = JsoupTree.of("<math alttext='\\frac{a}{b}' display='block'><mi>z</mi></math>");
    assertEquals("\\frac{a}{b}", MathMl.toLatex(told, math(told)));
    assertTrue(MathMl.display(told, math(told)));
    HtmlTree said = JsoupTree.of("<math alttext='a over b'><mi>z</mi></math>");
    assertEquals("z", MathMl.toLatex(said, math(said)));
    assertFalse(MathMl.display(said, math(said)));
  }

  @Test
  void takesDelimitersAndStyleFromSources() {
    assertEquals("x", MathMl.source("$$ x $$"));
    assertEquals("x", MathMl.source("\\(x\\)"));
    assertEquals("x", MathMl.source("\\[ x\n\\]"));
    assertEquals("{a}{b}", MathMl.source("{a}{b}"));
    assertEquals("{a}", MathMl.source("{\\displaystyle {a}}"));
    assertEquals("x", MathMl.source("<![CDATA[% x]]>"));
    assertEquals("$", MathMl.source("$"));
    assertEquals("", MathMl.source(" "));
  }

  @Test
  void everyCutAndDepthIsEndured() {
    String whole =
        "<mrow><msup><mi>x</mi><mn>2</mn></msup><mover><mi>a</mi><mo>^</mo></mover><mfrac><mi>a</mi>"
            + "<mi>b</mi></mfrac><mtable><mtr><mtd><mi>c</mi></mtd></mtr></mtable><mmultiscripts>"
            + "<mi>d</mi><mprescripts/></mmultiscripts><apply><sum/></apply></mrow>";
    for (int cut = 0; cut < whole.length(); cut++) {
      HtmlTree tree = JsoupTree.of("<math>" + whole.substring(0, cut));
      MathMl.toLatex(tree, math(tree));
    }
    int[][] nests = {
      {Tag.MROW},
      {Tag.MSTYLE, Tag.MSQRT},
      {Tag.MFRAC},
      {Tag.MSUP},
      {Tag.MTABLE},
      {Tag.MOVER},
      {Tag.APPLY},
      {Tag.MUNDER, Tag.MROW},
      {Tag.MPADDED},
      {Tag.MFENCED}
    };
    for (int[] tags : nests) {
      HtmlTree tree = DeepTree.formula(100_000, tags);
      String latex =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MathMl.toLatex(tree, math(tree)));
      assertTrue(latex.length() >= 100_000 && latex.length() < 500_000, latex.length() + "");
    }
  }

  @Test
  void aNestOfSemanticsShowsItsFirstChild() {
    HtmlTree tree = DeepTree.formula(100_000, Tag.SEMANTICS);
    assertEquals("x", MathMl.toLatex(tree, math(tree)));
  }

  @Test
  void hugeFormulasTakeLinearTime() {
    String row = "<mi>a</mi><mo>+</mo><msup><mi>b</mi><mn>2</mn></msup>".repeat(50_000);
    HtmlTree tree = JsoupTree.of("<math>" + row + "</math>");
    String latex =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MathMl.toLatex(tree, math(tree)));
    assertTrue(latex.startsWith("a + b^2a + b^2"), latex.substring(0, 20));
  }

  @Test
  void convertsRealFormulas() throws IOException {
    assertTrue(share("math_html/tex_mathml_mathml.jsonl") > 0.8);
    assertTrue(share("math_html/tex_mathml_latexml.jsonl") > 0.6);
  }

  /**
   * Share of formulas that are the source's again, annotations taken out, spaces and braces apart.
   */
  private static double share(String name) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    int same = 0;
    int all = 0;
    for (String line : Files.readAllLines(SharedData.file(name))) {
      JsonNode pair = mapper.readTree(line);
      String mathml =
          pair.get("mml")
              .asText()
              .replaceAll("(?s)<annotation .*?</annotation>", "")
              .replaceAll("(?s)<annotation-xml.*?</annotation-xml>", "")
              .replaceAll("alttext=\"[^\"]*\"", "");
      HtmlTree tree = JsoupTree.of(mathml);
      int node = math(tree);
      String got = node == HtmlTree.NONE ? "" : MathMl.toLatex(tree, node);
      all++;
      same += loose(got).equals(loose(pair.get("tex").asText())) ? 1 : 0;
    }
    return (double) same / all;
  }

  private static String loose(String tex) {
    return tex.replaceAll("\\\\color\\s*\\{[^}]*\\}", "")
        .replaceAll(
            "\\\\(?:left|right|[bB]igg?[lr]?|limits|(?:text|script|display)style|q?quad)(?![A-Za-z])",
            "")
        .replaceAll("\\\\[,;:! ]", "")
        .replaceAll("\\\\[dtc]frac", "\\\\frac")
        .replaceAll("\\\\tbinom", "\\\\binom")
        .replaceAll("\\\\(?:neq)(?![A-Za-z])", "\\\\ne")
        .replaceAll("\\\\leq(?![A-Za-z])", "\\\\le")
        .replaceAll("\\\\(?:land|and)(?![A-Za-z])", "\\\\wedge")
        .replaceAll("\\\\[lr]?dots|\\\\cdots", "\\\\dots")
        .replaceAll("\\\\(?:operatorname|rm)(?![A-Za-z])", "\\\\mathrm")
        .replaceAll("\\\\bold(?![A-Za-z])", "\\\\mathbf")
        .replaceAll("\\\\rightarrow(?![A-Za-z])", "\\\\to")
        .replaceAll("\\^\\s*\\{?\\\\prime\\}?", "'")
        .replaceAll("\\\\(begin|end)\\{(?:aligned|align|matrix)\\}", "$1")
        .replaceAll("\\\\begin\\{array\\}\\{[^}]*\\}", "begin")
        .replaceAll("[{}\\s]", "");
  }
}
