package io.sluice.ingest.html.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.html.block.BlockWalk;
import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Kind;
import io.sluice.ingest.html.tree.HtmlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code comes out as it went in, whatever program made a page of it. */
class CodeBlocksTest {
  private final HtmlParser parser = new HtmlParser();
  private final BlockWalk walk = new BlockWalk();
  private final Renderer renderer = new Renderer();

  /** The ways in which programs write code into pages, each with the one it is known from. */
  private static Map<String, Function<String, String>> forms() {
    Map<String, Function<String, String>> forms = new LinkedHashMap<>();
    forms.put("pre", s -> "<pre>\n" + escape(s) + "\n</pre>");
    forms.put("xmp", s -> "<xmp>\n" + s + "</xmp>");
    forms.put("textarea", s -> "<textarea name=code class=java>\n" + escape(s) + "</textarea>");
    forms.put(
        "Javadoc",
        s -> "<pre class=code><code>" + spans(s).replace("@", "&#64;") + "</code></pre>");
    forms.put(
        "Pygments with numbers",
        s ->
            "<div class=highlight><table class=highlighttable><tr><td class=linenos><div"
                + " class=linenodiv><pre>"
                + numbers(s, i -> "<span class=normal>" + i + "</span>\n")
                + "</pre></div></td><td class=code><div><pre><span></span>"
                + spans(s)
                + "\n</pre></div></td></tr></table></div>");
    forms.put(
        "Pygments with numbers in lines",
        s ->
            "<pre>"
                + lines(s, (i, l) -> "<span class=linenos>" + i + "</span>" + l + "\n")
                + "</pre>");
    forms.put(
        "Prism with numbers",
        s ->
            "<pre class='line-numbers language-java'><code class=language-java>"
                + spans(s)
                + "<span aria-hidden=true class=line-numbers-rows>"
                + "<span></span>".repeat(9)
                + "</span></code></pre><div class=toolbar><button>Copy</button></div>");
    forms.put(
        "Docusaurus",
        s ->
            "<pre class='prism-code language-js'><code>"
                + lines(s, (i, l) -> "<span class=token-line><span>" + l + "</span><br></span>")
                + "</code></pre><button>Copy</button>");
    forms.put(
        "Shiki",
        s ->
            "<pre class=shiki><code>"
                + lines(s, (i, l) -> "<span class=line>" + l + "</span>\n")
                + "</code></pre>");
    forms.put(
        "VuePress",
        s ->
            "<div class='language-js line-numbers-mode'><pre><code>"
                + spans(s)
                + "\n</code></pre><div class=line-numbers-wrapper>"
                + numbers(s, i -> "<span class=line-number>" + i + "</span><br>")
                + "</div></div>");
    forms.put(
        "Hexo",
        s ->
            "<figure class='highlight java'><table><tr><td class=gutter><pre>"
                + numbers(s, i -> "<span class=line>" + i + "</span><br>")
                + "</pre></td><td class=code><pre>"
                + lines(s, (i, l) -> "<span class=line>" + l + "</span><br>")
                + "</pre></td></tr></table></figure>");
    forms.put(
        "Hugo",
        s ->
            "<div class=chroma><table class=lntable><tr><td class=lntd><pre><code>"
                + numbers(s, i -> "<span class=lnt>" + i + "\n</span>")
                + "</code></pre></td><td class=lntd><pre><code>"
                + lines(s, (i, l) -> "<span class=line><span class=cl>" + l + "\n</span></span>")
                + "</code></pre></td></tr></table></div>");
    forms.put(
        "Rouge",
        s ->
            "<figure class=highlight><pre><code><table class=rouge-table><tbody><tr><td class='gutter"
                + " gl'><pre class=lineno>"
                + numbers(s, i -> i + "\n")
                + "</pre></td><td class=code><pre>"
                + spans(s)
                + "\n</pre></td></tr></tbody></table></code></pre></figure>");
    forms.put(
        "SyntaxHighlighter",
        s ->
            "<div class='syntaxhighlighter java'><div class=toolbar><a href=#>?</a></div><table><tbody><tr>"
                + "<td class=gutter>"
                + numbers(s, i -> "<div class=line>" + i + "</div>")
                + "</td><td class=code><div class=container>"
                + lines(s, (i, l) -> "<div class=line>" + noBreak(l) + "</div>")
                + "</div></td></tr></tbody></table></div>");
    forms.put(
        "its predecessor",
        s ->
            "<div class=dp-highlighter><div class=bar><div class=tools>copy</div></div><ol class=dp-j>"
                + lines(s, (i, l) -> "<li class=alt><span>" + noBreak(l) + "</span></li>")
                + "</ol></div>");
    forms.put(
        "Crayon",
        s ->
            "<div><textarea class=crayon-plain readonly>"
                + escape(s)
                + "</textarea><table class=crayon-table>"
                + "<tr><td class=crayon-nums>"
                + numbers(s, i -> "<div>" + i + "</div>")
                + "</td><td class=crayon-code><div>"
                + lines(s, (i, l) -> "<div class=crayon-line>" + noBreak(l) + "</div>")
                + "</div></td></tr></table></div>");
    forms.put(
        "GitHub",
        s ->
            "<table class='highlight js-file-line-container'>\n"
                + lines(
                    s,
                    (i, l) ->
                        "  <tr>\n    <td class=blob-num data-line-number="
                            + i
                            + "></td>\n    <td"
                            + " class='blob-code blob-code-inner'>"
                            + (l.isEmpty() ? "\n" : l)
                            + "</td>\n  </tr>\n")
                + "</table>");
    forms.put(
        "Gitea",
        s ->
            "<table><tbody>\n"
                + lines(
                    s,
                    (i, l) ->
                        "<tr>\n<td class=lines-num><span></span></td>\n<td class='lines-code chroma'>"
                            + "<code>"
                            + l
                            + "\n</code></td>\n</tr>\n")
                + "</tbody></table>");
    forms.put(
        "highlight.js with numbers",
        s ->
            "<pre><code class=hljs><table class=hljs-ln><tbody>"
                + lines(
                    s,
                    (i, l) ->
                        "<tr><td class=hljs-ln-numbers><div class=hljs-ln-n></div></td><td class=hljs-ln-code>"
                            + l
                            + "</td></tr>")
                + "</tbody></table></code></pre>");
    forms.put(
        "Prettify",
        s ->
            "<pre class='prettyprint linenums'><ol class=linenums>"
                + lines(s, (i, l) -> "<li class=L0><span>" + l + "</span></li>")
                + "</ol></pre>");
    forms.put(
        "react-syntax-highlighter",
        s ->
            "<pre><code style='white-space: pre'>"
                + lines(
                    s,
                    (i, l) ->
                        "<span><span style='user-select: none' class=n>"
                            + i
                            + "</span><span>"
                            + l
                            + "\n</span></span>")
                + "</code></pre>");
    forms.put(
        "CodeMirror",
        s ->
            "<div class=cm-scroller><div class=cm-gutters>"
                + numbers(s, i -> "<div>" + i + "</div>")
                + "</div><div class=cm-content>"
                + lines(s, (i, l) -> "<div class=cm-line>" + (l.isEmpty() ? "<br>" : l) + "</div>")
                + "</div></div>");
    forms.put(
        "code with breaks",
        s -> "<p><code>" + lines(s, (i, l) -> noBreak(l) + "<br>\n") + "</code></p>");
    forms.put(
        "hidden tab",
        s -> "<div role=tabpanel hidden><pre><code>" + escape(s) + "</code></pre></div>");
    return forms;
  }

  private interface Line {
    String of(int number, String text);
  }

  private static String lines(String source, Line line) {
    String[] lines = source.split("\n", -1);
    return IntStream.range(0, lines.length)
        .mapToObj(i -> line.of(i + 1, spans(lines[i])))
        .collect(Collectors.joining());
  }

  private static String numbers(String source, IntFunction<String> number) {
    return IntStream.rangeClosed(1, source.split("\n", -1).length)
        .mapToObj(number)
        .collect(Collectors.joining());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Escaped, with a word highlighted. */
  private static String spans(String text) {
    return escape(text).replace("final ", "<span class=kd>final</span> ");
  }

  /** As highlighters that do not use {@code pre} write spaces, and lines without any text. */
  private static String noBreak(String line) {
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    return line.isEmpty() ? "&nbsp;" : "&nbsp;".repeat(indent) + text.replace("  ", "&nbsp;&nbsp;");
  }

  private List<String> code(String html) {
    byte[] bytes =
        ("<article><p>Some words before.</p>" + html + "<p>Some behind.</p></article>")
            .getBytes(StandardCharsets.UTF_8);
    Blocks blocks = walk.walk(parser.parse(bytes, 0, bytes.length));
    List<String> code = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      if (blocks.kind(block) == Kind.PRE) {
        BitSet chosen = new BitSet();
        chosen.set(block);
        code.add(renderer.render(blocks, chosen, TextForm.PLAIN));
      }
    }
    return code;
  }

  @Test
  void codeIsEqualToItsSource() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/sluice/ingest"))) {
      sources = files.filter(f -> f.toString().endsWith(".java")).sorted().limit(60).toList();
    }
    assertTrue(sources.size() > 20, "sources at hand");
    List<String> wrong = new ArrayList<>();
    for (Path file : sources) {
      String source = Files.readString(file).strip();
      forms()
          .forEach(
              (name, form) -> {
                if (!code(form.apply(source)).equals(List.of(source))) {
                  wrong.add(name + ": " + file);
                }
              });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void tabsEntitiesAndBlankLinesStay() {
    String source = "a:\n\tb && c < d # \u00e9 \"x\"\n\n\n        e  f\n\t\t\u4e2d\u6587";
    for (String form :
        List.of("pre", "xmp", "Pygments with numbers", "Shiki", "Hexo", "GitHub", "Gitea")) {
      assertEquals(List.of(source), code(forms().get(form).apply(source)), form);
    }
  }

  @Test
  void fencesAreLongerThanTicksWithin() {
    byte[] page =
        "<ul><li>x<pre class='lang-md'>a\n```\nb\n```</pre></ul>".getBytes(StandardCharsets.UTF_8);
    Blocks blocks = walk.walk(parser.parse(page, 0, page.length));
    BitSet all = new BitSet();
    all.set(0, blocks.size());
    assertEquals(
        "- x\n\n  ````md\n  a\n  ```\n  b\n  ```\n  ````",
        renderer.render(blocks, all, TextForm.MARKDOWN));
  }

  @Test
  void aWordOfCodeInASentenceIsNoBlock() {
    assertEquals(List.of(), code("<p>Call <code>f(x)</code> and\n<code>g\n(x)</code>.</p>"));
    assertEquals(List.of(), code("<div class=code>SKU 12345</div>"));
  }
}
