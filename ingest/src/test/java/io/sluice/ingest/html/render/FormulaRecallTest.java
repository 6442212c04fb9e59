package io.sluice.ingest.html.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.SharedData;
import io.sluice.ingest.html.block.BlockWalk;
import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.tree.HtmlParser;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Recall of formulas on real pages. A formula counts as found where the output holds one, not yet
 * used for another, whose tokens are alike: twice the longest common subsequence over both lengths
 * is at least 0.8, after what only sets the style (sizes of brackets, spaces, braces) is taken out,
 * for MathML can be written as LaTeX in many ways. Each formula of a page counts, also one that
 * comes twice.
 */
class FormulaRecallTest {
  private static final double ALIKE = 0.8;

  private static final Pattern DOLLARS =
      Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$]+?)\\$", Pattern.DOTALL);
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "\\\\\\((.+?)\\\\\\)|\\\\\\[(.+?)\\\\\\]|\\$\\$(.+?)\\$\\$"
              + "|\\\\begin\\{(equation|align)\\*?\\}.+?\\\\end\\{\\4\\*?\\}",
          Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("\\\\[A-Za-z]+|\\\\.|[^\\s]");
  private static final Pattern STYLE =
      Pattern.compile(
          "\\\\(?:left|right|[bB]ig+[lr]?|displaystyle|textstyle|quad|qquad|operatorname|mathrm|text"
              + "|limits|[,;:! ])(?![A-Za-z])\\.?|[{}~]|\\\\(?:begin|end)\\{(?:aligned|align\\*?)\\}");

  private final HtmlParser parser = new HtmlParser();
  private final BlockWalk walk = new BlockWalk();
  private final Renderer renderer = new Renderer();

  private String markdown(Path page) throws IOException {
    byte[] bytes = Files.readAllBytes(page);
    Blocks blocks = walk.walk(parser.parse(bytes, 0, bytes.length));
    BitSet all = new BitSet();
    all.set(0, blocks.size());
    return renderer.render(blocks, all, TextForm.MARKDOWN);
  }

  private static List<String> formulas(String markdown) {
    List<String> found = new ArrayList<>();
    Matcher matcher = DOLLARS.matcher(markdown);
    while (matcher.find()) {
      found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return found;
  }

  private static List<String> tokens(String tex) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(STYLE.matcher(tex).replaceAll(" "));
    while (matcher.find()) {
      tokens.add(
          switch (matcher.group()) {
            case "\\leq" -> "\\le";
            case "\\geq" -> "\\ge";
            case "\\neq" -> "\\ne";
            case "\\ldots", "\\cdots" -> "\\dots";
            case "\\overset" -> "\\dot";
            default -> matcher.group();
          });
    }
    return tokens;
  }

  private static double likeness(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String token : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int up = row[j];
        row[j] = token.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(up, row[j - 1]);
        diagonal = up;
      }
    }
    return a.isEmpty() && b.isEmpty() ? 1 : 2.0 * row[b.size()] / (a.size() + b.size());
  }

  /** Takes the formula most like the wanted one out of those found; false where none is alike. */
  private static boolean take(String wanted, List<String> found) {
    int best = -1;
    double most = ALIKE;
    for (int i = 0; i < found.size(); i++) {
      double likeness = likeness(tokens(wanted), tokens(found.get(i)));
      if (likeness >= most) {
        most = likeness;
        best = i;
      }
    }
    if (best >= 0) {
      found.remove(best);
    }
    return best >= 0;
  }

  private static List<Path> pages(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.file(folder))) {
      return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void findsTheFormulasOfPagesWithKnownMarkdown() throws IOException {
    int wanted = 0;
    List<String> missed = new ArrayList<>();
    for (Path page : pages("math_html/defuddle")) {
      String name = page.getFileName().toString();
      Path expected = page.resolveSibling(name.replace(".html", ".expected.md"));
      List<String> found = formulas(markdown(page));
      for (String formula : formulas(Files.readString(expected))) {
        wanted++;
        if (!take(formula, found)) {
          missed.add(name + ": " + formula);
        }
      }
    }
    assertTrue(wanted >= 40, wanted + " formulas");
    assertTrue(missed.size() <= wanted * 0.05, wanted + " formulas, missed " + missed);
  }

  @Test
  void findsTheFormulasOfMathJaxDemos() throws IOException {
    int wanted = 0;
    List<String> missed = new ArrayList<>();
    for (Path page : pages("math_html/mathjax_demos")) {
      byte[] bytes = Files.readAllBytes(page);
      HtmlTree tree = parser.parse(bytes, 0, bytes.length);
      int elements = elements(tree);
      Blocks blocks = walk.walk(tree);
      int markup = 0;
      for (int block = 0; block < blocks.size(); block++) {
        markup += blocks.fact(block, Fact.FORMULAS);
      }
      wanted += elements;
      for (int i = markup; i < elements; i++) {
        missed.add(page.getFileName() + ": an element");
      }
      String output = squeeze(markdown(page));
      for (String formula : inText(new String(bytes, StandardCharsets.UTF_8))) {
        wanted++;
        // in tables a bar is written as a command
        if (!output.contains(formula)
            && !output.contains(squeeze(formula.replace("|", "\\vert ")))) {
          missed.add(page.getFileName() + ": " + formula);
        }
      }
    }
    assertTrue(wanted >= 60, wanted + " formulas");
    assertTrue(missed.size() <= wanted * 0.05, wanted + " formulas, missed " + missed);
  }

  /** Formulas in elements and scripts of a page's body. */
  private static int elements(HtmlTree tree) {
    int count = 0;
    for (int node = 0; node != HtmlTree.NONE; node = tree.next(node, 0)) {
      int tag = tree.tag(node);
      boolean script =
          tag == Tag.SCRIPT
              && ("" + tree.value(node, io.sluice.ingest.html.tree.Attr.TYPE)).contains("/tex");
      count += tag == Tag.MATH || script ? 1 : 0;
    }
    return count;
  }

  /** Formulas between delimiters in a page's text, as a browser would show the source. */
  private static List<String> inText(String html) {
    org.jsoup.nodes.Element body = org.jsoup.Jsoup.parse(html).body();
    body.select("script, style, template, textarea, [hidden], pre, input").remove();
    List<String> found = new ArrayList<>();
    Matcher matcher = IN_TEXT.matcher(body.wholeText());
    while (matcher.find()) {
      found.add(squeeze(matcher.group()));
    }
    return found;
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void countsAsDocumented() {
    assertEquals(List.of("a", "x^2"), formulas("So $$a$$ and $x^2$."));
    assertTrue(
        take(
            "\\left( \\sum_{k=1}^n a_k \\right)",
            new ArrayList<>(List.of("(\\sum_{k = 1}^na_k)"))));
    assertEquals(false, take("a+b", new ArrayList<>(List.of("c"))));
  }
}
