package io.sluice.ingest.html;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.SharedData;
import io.sluice.ingest.html.meta.PageMeta;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class MainTextTest {
  private static final String FIRST =
      "The river rose slowly through the night, and by the morning, when the wind had turned, "
          + "half of the lower town stood under water; nobody had expected it so early.";
  private static final String SECOND =
      "Boats were brought from the harbour, a few at first, then dozens, and the council met in "
          + "the old school, which stands on the hill above the market square.";

  private static Extracted extract(String html) {
    return new MainText().extract(html.getBytes(UTF_8), null, "https://a.example/");
  }

  private static String text(String body) {
    return extract("<html><head><title>T</title></head><body>" + body + "</body></html>").text();
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  @Test
  void keepsTheArticleAndLeavesOutWhatSurroundsIt() {
    String html =
        "<!doctype html><html lang=en><head><title>High water | Daily</title><style>p{}</style>"
            + "</head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav>"
            + "<div class=cookie-banner><p>We use cookies, and partners, to improve your visit, as"
            + " described in our policy, which you can read at any time.</p></div>"
            + "<div id=main><h1>High water</h1>"
            + p(FIRST)
            + "<h2>Boats</h2>"
            + p(SECOND)
            + "<ul class=share><li><a href=x>Tweet</a><li><a href=y>Mail</a></ul></div>"
            + "<div class=sidebar><ul><li><a href=1>Other one</a><li><a href=2>Other two</a></ul>"
            + "</div><form><input name=q><p>Search all of our pages, and more, here.</p></form>"
            + "<script>var x = 'text';</script><footer>Copyright, all rights reserved.</footer>"
            + "</body></html>";
    Extracted page = extract(html);
    assertEquals(
        new Extracted(
            new PageMeta("High water", null, null, null, null, "en", null, null),
            "High water\n\n" + FIRST + "\n\nBoats\n\n" + SECOND,
            "UTF-8",
            false,
            false,
            html.length(),
            0,
            new Contents(2, 0, 0, 0, 0)),
        page);
  }

  @Test
  void writesListsTablesAndQuotations() {
    String body =
        "<article>"
            + p(FIRST)
            + "<ul><li>one thing to bring, always</li><li>two<ul><li>inner thing, too</li></ul></li></ul>"
            + "<blockquote>"
            + p(SECOND)
            + "</blockquote><table><tr><th>Year</th><th>Level, m</th></tr>"
            + "<tr><td>1999</td><td> <b>4</b>.2 </td></tr><tr><td></td><td>5</td></tr></table>"
            + "<dl><dt>Level</dt><dd>height above the sea, in metres</dd></dl></article>";
    assertEquals(
        FIRST
            + "\n\n- one thing to bring, always\n- two\n  - inner thing, too\n\n"
            + SECOND
            + "\n\nYear | Level, m\n1999 | 4.2\n| 5\n\nLevel\nheight above the sea, in metres",
        text(body));
  }

  @Test
  void keepsPreformattedTextAsItIs() {
    String code = "  def f(x):\n\n\tif x:  # why\n        return\u00a01  \n";
    String body =
        "<article>"
            + p(FIRST)
            + "<pre>\n"
            + code
            + "</pre>"
            + "<pre><code><div>a {</div><div>  b<br>c</div>}</code></pre></article>";
    Extracted page = extract("<html><body>" + body + "</body></html>");
    assertEquals(
        FIRST + "\n\n  def f(x):\n\n\tif x:  # why\n        return 1\n\na {\n  b\nc\n}",
        page.text());
    assertTrue(page.hasCode());
  }

  @Test
  void keepsFormulas() {
    String body =
        "<article>"
            + p(
                "Let <script type='math/tex'>x^2</script><span class=MathJax>x2</span> be, as said, "
                    + "more than <span class=katex><span class=katex-mathml><math><semantics><mi>y</mi>"
                    + "<annotation encoding='application/x-tex'>y_1</annotation></semantics></math></span>"
                    + "<span class=katex-html aria-hidden=true>y1</span></span>, or "
                    + "<img class=tex alt='\\frac{a}{b}'>, and <img alt='a boat'>so on, for all "
                    + "<math alttext='{\\displaystyle z}'><mi>z</mi></math>.")
            + p(
                "Then<script type='math/tex; mode=display'>\n\\sum_i i\n</script>follows, as is known.")
            + "</article>";
    Extracted page = extract(body);
    assertEquals(
        "Let $x^2$ be, as said, more than $y_1$, or $\\frac{a}{b}$, and so on, for all $z$.\n\n"
            + "Then\n$$\\sum_i i$$\nfollows, as is known.",
        page.text());
    assertTrue(page.hasMath());
    assertFalse(page.hasCode());
  }

  @Test
  void choosesByTextInChineseJapaneseAndArabic() {
    String chinese = "河水在夜里慢慢上涨，到了早晨，风向一变，下城的一半已经泡在水里；没有人料到它来得这么早。";
    String japanese = "川は夜のうちにゆっくりと増水し、朝になって風向きが変わると、下町の半分が水に浸かっていた。";
    String arabic =
        "ارتفع النهر ببطء خلال الليل، وفي الصباح، عندما تغيرت الريح، كان نصف المدينة تحت الماء.";
    for (String line : List.of(chinese, japanese, arabic)) {
      String body =
          "<div class=top><a href=1>首页</a> <a href=2>新闻</a> <a href=3>体育</a></div><div class=c>"
              + p(line)
              + p(line + line)
              + "</div><div class=bottom><a href=4>关于我们</a> <a href=5>联系</a></div>";
      assertEquals(line + "\n\n" + line + line, text(body));
    }
  }

  @Test
  void keepsEveryPostOfAForumPage() {
    StringBuilder body = new StringBuilder("<div class=list>");
    for (int i = 0; i < 4; i++) {
      body.append("<div class=post><div class=user><a href=u>user").append(i).append("</a></div>");
      body.append("<div class=text>").append(FIRST).append("<br><br>").append(SECOND);
      body.append("</div></div>");
    }
    String one = FIRST + "\n\n" + SECOND;
    assertEquals(String.join("\n\n", one, one, one, one), text(body.append("</div>").toString()));
  }

  @Test
  void keepsWhatDocumentationSays() {
    StringBuilder body =
        new StringBuilder(
            "<div class=topNav><ul class=navList><li><a href=a>Overview</a></li><li>Class</li></ul>"
                + "</div><div class=header><h2 class=title>Class Joiner</h2></div>"
                + "<div class=contentContainer><pre>public class Joiner</pre><div class=block>"
                + FIRST
                + "</div><ul class=blockList>");
    StringBuilder expected = new StringBuilder("public class Joiner\n\n" + FIRST);
    for (String name : List.of("join", "split", "trim", "reverse")) {
      body.append("<li class=blockList><h4>" + name + "</h4><pre>String " + name + "(Object a,\n");
      body.append(
          "            Object b)</pre><div class=block>Takes two things, in the order in which");
      body.append(" they are given, and makes one of them, as " + name + " has always done.</div>");
      body.append(
          "<dl><dt><span>Parameters:</span></dt><dd><code>a</code> - the first thing, which");
      body.append(
          " must not be null</dd><dd><code>b</code> - the second, of any kind</dd></dl></li>");
      expected.append(
          "\n\n" + name + "\n\nString " + name + "(Object a,\n            Object b)\n\n");
      expected.append(
          "Takes two things, in the order in which they are given, and makes one of them,");
      expected.append(" as " + name + " has always done.\n\nParameters:\n");
      expected.append("a - the first thing, which must not be null\nb - the second, of any kind");
    }
    body.append("</ul></div><div class=bottomNav><a href=b>Next Class</a></div>");
    String text = text(body.toString());
    assertTrue(text.endsWith(expected.toString()), text);
    assertFalse(text.contains("Overview") || text.contains("Next Class"), text);
  }

  @Test
  void hiddenPartsAreNotText() {
    assertEquals(
        FIRST,
        text(
            "<article>"
                + p(FIRST)
                + "<p hidden>secret, really</p><p style='color:red;display: none'>"
                + SECOND
                + "</p><div aria-hidden=true>"
                + SECOND
                + "</div></article>"));
  }

  @Test
  void ignoresAnUnlikelyNameOverTheWholePage() {
    assertEquals(
        FIRST + "\n\n" + SECOND, text("<div class=comment>" + p(FIRST) + p(SECOND) + "</div>"));
  }

  @Test
  void measuresLinkDensityOfTheKeptText() {
    Extracted page =
        extract("<article><p>aaaa, <a href=x>bbbbb</a> " + "c".repeat(90) + ".</p></article>");
    assertEquals(5 / 101.0, page.linkDensity(), 1e-9);
  }

  @Test
  void readsCharsets() {
    String chinese = "这是一个用国标编码写成的网页，里面有许多常用的汉字，没有任何声明。";
    String french = "Été à la plage, où les garçons naïfs goûtèrent à l’œuf.";
    Charset gbk = Charset.forName("GBK");
    Charset latin = Charset.forName("windows-1252");
    Charset sjis = Charset.forName("windows-31j");
    assertDecodes(chinese, "", gbk, null);
    assertDecodes(chinese, "<meta charset=gb2312>", gbk, null);
    assertDecodes(chinese, "<meta charset=gb2312>", UTF_8, "iso-8859-1");
    assertDecodes(french, "", latin, null);
    assertDecodes(french, "", UTF_8, null);
    assertDecodes(
        french,
        "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>",
        latin,
        "nonsense-1");
    assertDecodes(french, "", latin, "latin1");
    assertDecodes("春の海、ひねもすのたりのたりかな。夏草や、兵どもが夢の跡。", "", sjis, "Shift_JIS");
    assertDecodes("\ufeff" + french, "", UTF_16LE, "utf-8");
  }

  private static void assertDecodes(String text, String head, Charset charset, String header) {
    String mark = text.startsWith("\ufeff") ? "\ufeff" : "";
    String html =
        mark + "<html>" + head + "<body><p>" + text.substring(mark.length()) + "</p></body></html>";
    Extracted page = new MainText().extract(html.getBytes(charset), header, "u");
    assertEquals(text.substring(mark.length()), page.text());
  }

  @Test
  void emptyAndOddPagesGiveEmptyText() {
    String[] pages = {
      "",
      "   \n\t",
      "<",
      "<html></html>",
      "\u0000",
      "<frameset><frame src=a></frameset>",
      "<nav>a</nav>",
      "<p></p><p>&nbsp;</p>",
      "<a href=x>only a link here</a>"
    };
    for (String page : pages) {
      assertEquals("", extract(page).text(), page);
    }
    assertNull(extract("<p>x").meta().language());
    Extracted odd = extract("<article><p>" + FIRST + "&#xD800;&#0;</p></article>");
    assertTrue(odd.text().startsWith(FIRST));
    assertTrue(UTF_8.newEncoder().canEncode(odd.text()), "no unpaired surrogate");
  }

  @Test
  void deepPagesNeedNoStack() {
    for (String tag : List.of("div", "span", "table><tr><td", "ul><li", "pre", "b", "blockquote")) {
      String html = ("<" + tag + ">").repeat(100_000) + p(FIRST);
      String text =
          assertTimeoutPreemptively(Duration.ofSeconds(30), () -> extract(html).text(), tag);
      assertTrue(text.contains("half of the lower town"), tag);
    }
  }

  @Test
  void longLinesAndManyBlocksAreRead() {
    String words = "word, ".repeat(200_000);
    assertEquals(words.strip(), text("<article><p>" + words + "</p></article>"));
    String many = ("<div class=comment><p>" + FIRST + "</p>").repeat(3000);
    assertTrue(text(many).length() > 3000 * FIRST.length() / 2);
  }

  @Test
  void sameInstanceGivesTheSameTextAgain() {
    MainText reader = new MainText();
    byte[] page = ("<article>" + p(FIRST) + "</article>").getBytes(UTF_8);
    Extracted first = reader.extract(page, null, "u");
    reader.extract("<div class=ad>x</div>".getBytes(UTF_8), null, "u");
    assertEquals(first, reader.extract(page, null, "u"));
  }

  @Test
  void outputOfRealPagesIsWellFormed() throws IOException {
    List<String> bad = new ArrayList<>();
    MainText reader = new MainText();
    int empty = 0;
    int read = 0;
    try (WarcPages pages =
        WarcPages.open(
            SharedData.file("crawl.warc.gz").toUri().toString(),
            new Configuration(false),
            new WarcLimits(50_000_000))) {
      for (WarcPage page = pages.next(); page != null && read < 150; page = pages.next()) {
        Extracted got = reader.extract(page.body(), page.charsetFromHeader(), page.url());
        read++;
        empty += got.text().isEmpty() ? 1 : 0;
        boolean encodes = UTF_8.newEncoder().canEncode(got.text());
        boolean stripped = got.hasCode() || got.text().equals(got.text().strip());
        if (!encodes || got.text().contains("\r") || !stripped) {
          bad.add(page.url());
        }
      }
    }
    assertEquals(List.of(), bad);
    assertEquals(150, read);
    assertTrue(empty <= 3, empty + " pages without text");
  }
}
