package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlParserLimitsTest {
  private static final int MEGABYTE = 1_000_000;

  private final HtmlParser parser = new HtmlParser();

  private static byte[] bytes(String page) {
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String fill(String unit) {
    return unit.repeat(MEGABYTE / unit.length());
  }

  private static String different(String tag, int count) {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < count; i++) {
      tags.append('<').append(tag).append(" id=").append(i).append('>');
    }
    return tags.toString();
  }

  /** What a page begins with, and what fills a megabyte of it. */
  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("", "<div>"),
        Arguments.of("", "<b>"),
        Arguments.of("", "<p><b>"),
        Arguments.of("", "<a>"),
        Arguments.of("", "<a><div>"),
        Arguments.of("", "<a><table>"),
        Arguments.of("", "<b><p></b>"),
        Arguments.of("", "<b><i><u><s><font><div></b></i></u></s></font>"),
        Arguments.of("<b><i><u><s><div><div><div><div><div><div><div><div>", "</b></i>x"),
        Arguments.of(different("font", 2000), "<p>x"),
        Arguments.of(different("b", 40_000), "x"),
        Arguments.of("", "<table>"),
        Arguments.of("<table>", "<td>"),
        Arguments.of("", "<table><td>"),
        Arguments.of("<table>", "x<b>"),
        Arguments.of("<table>", "<p>x<tr>"),
        Arguments.of("", "<template>"),
        Arguments.of("", "<template><td>"),
        Arguments.of("", "<"),
        Arguments.of("", "</"),
        Arguments.of("", "<!"),
        Arguments.of("", "<!--"),
        Arguments.of("<!--", "->"),
        Arguments.of("<!doctype html ", "PUBLIC \""),
        Arguments.of("", "\0"),
        Arguments.of("<p ", "id=x "),
        Arguments.of("<p ", "x "),
        Arguments.of("<p title='", "&amp;"),
        Arguments.of("<p ", "'"),
        Arguments.of("", "</p>"),
        Arguments.of("<span>".repeat(600), "<hr>"),
        Arguments.of("<button><p>" + "<span>".repeat(600), "</p>"),
        Arguments.of("<li>" + "<span>".repeat(600), "<li>"),
        Arguments.of("<svg>" + "<a>".repeat(600), "</g>"),
        Arguments.of("", "<svg><p>"),
        Arguments.of("", "<math><mi>"),
        Arguments.of("<svg>", "<![CDATA["),
        Arguments.of("<script>", "<!--<script"),
        Arguments.of("<textarea>", "</textare"),
        Arguments.of("", "<div><object></div>"),
        Arguments.of("<select>", "<option>"),
        Arguments.of("", "<html id=a><body class=b>"),
        Arguments.of("", "<frameset>"),
        Arguments.of("", "<noscript>"),
        Arguments.of("<", "x"),
        Arguments.of("", "<x-y></X-Z>"),
        Arguments.of("", "&"),
        Arguments.of("", "&#"),
        Arguments.of("<table>", "<caption><b>"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("hostile")
  void hostilePagesTakeLinearTimeAndMemory(String head, String unit) {
    byte[] page = bytes(head + fill(unit));
    // about 0.1 s where the machine is idle
    HtmlTree tree = assertTimeout(Duration.ofSeconds(20), () -> parser.parse(page, 0, page.length));
    assertNull(TreeCheck.fault(tree, 0, page.length));
  }

  @Test
  void aMillionLevelsAreFlattened() {
    byte[] page = bytes("<div>".repeat(1_000_000) + "x");
    HtmlTree tree = parser.parse(page, 0, page.length);
    // the document, html, head, body, the text
    assertEquals(1_000_005, tree.size());
    int depth = 0;
    for (int node = tree.size() - 1; node != HtmlTree.DOCUMENT; node = tree.parent(node)) {
      depth++;
    }
    assertEquals(OpenElements.LIMIT + 1, depth);
  }

  @Test
  void anAttributeOfTenMegabytesIsKept() {
    byte[] page = bytes("<p title='" + "x".repeat(10 * MEGABYTE) + "' lang=en>y");
    HtmlTree tree = parser.parse(page, 0, page.length);
    assertEquals(10 * MEGABYTE, tree.value(4, Attr.TITLE).length());
    assertEquals("en", tree.value(4, Attr.LANG));
  }

  @Test
  void everyTruncationGivesATree() {
    for (byte[] page : SamplePages.handWritten()) {
      for (int end = 0; end <= page.length; end++) {
        HtmlTree tree = parser.parse(page, 0, end);
        assertNull(TreeCheck.fault(tree, 0, end));
        byte[] alone = Arrays.copyOf(page, end);
        String cut = TreeText.of(tree);
        assertEquals(TreeText.of(parser.parse(alone, 0, end)), cut);
      }
    }
  }

  @Test
  void bytesOutsideTheRangeDoNotMatter() {
    byte[] page = bytes("<b><p>one</p>");
    byte[] within = bytes("<i class='<b><p>one</p></b>'>");
    String alone = TreeText.of(parser.parse(page, 0, page.length));
    assertEquals(alone, TreeText.of(parser.parse(within, 10, 10 + page.length)));
    assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(page, 3, page.length + 1));
    assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(page, 5, 4));
  }

  @Test
  void aHugePageLeavesNothingBehind() {
    byte[] small = bytes("<p id=a>b");
    String before = TreeText.of(parser.parse(small, 0, small.length));
    byte[] huge = bytes(fill("<i id=x>"));
    assertTrue(parser.parse(huge, 0, huge.length).size() > 100_000);
    assertEquals(before, TreeText.of(parser.parse(small, 0, small.length)));
    assertEquals("html[head body]", TreeText.of(parser.parse(small, 0, 0)));
  }

  @Test
  void brokenUtf8IsMendedWhereItIsDecoded() {
    byte[] page = bytes("<p title='?'>?");
    page[10] = (byte) 0xED;
    page[page.length - 1] = (byte) 0xFF;
    assertEquals(
        "html[head body[p{title=\ufffd}['\ufffd']]]",
        TreeText.of(parser.parse(page, 0, page.length)));
  }

  @Test
  void textsCanBeDecodedToBytes() {
    byte[] page = bytes("a&amp;b\u00e9");
    HtmlTree tree = parser.parse(page, 0, page.length);
    int text = tree.size() - 1;
    byte[] out = new byte[1 + tree.room(text)];
    int end = tree.text(text, out, 1);
    assertEquals("a&b\u00e9", new String(out, 1, end - 1, StandardCharsets.UTF_8));
  }
}
