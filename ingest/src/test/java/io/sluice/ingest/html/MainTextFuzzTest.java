package io.sluice.ingest.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.html.tree.PageMutator;
import io.sluice.ingest.html.tree.SamplePages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoilt and hostile pages through the whole of extraction: no crash, no hang, sound text. */
class MainTextFuzzTest {
  private static final long SEED = Long.getLong("sluice.seed", 20261122L);
  private static final String[] CHARSETS = {null, "utf-8", "gb18030", "shift_jis", "utf-16", "x"};
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
  private final MainText plain = new MainText();
  private final MainText markdown = new MainText(TextForm.MARKDOWN_LINKS, true);

  /**
   * Extracts, and asserts that the time grows with the page alone: a second of CPU a megabyte is
   * what is aimed at, three are allowed here, since the suite's JVM compiles quickly and not well.
   */
  private Extracted extract(MainText mainText, byte[] page, String charset, String where) {
    long began = THREADS.getCurrentThreadCpuTime();
    Extracted extracted = mainText.extract(page, charset, "https://a.test/2020/01/02/x");
    long millis = (THREADS.getCurrentThreadCpuTime() - began) / 1_000_000;
    assertTrue(millis <= 1500 + 3L * page.length / 1000, where + ": " + millis + " ms of CPU");
    assertTrue(utf8.canEncode(extracted.text()), where + ": an unpaired surrogate");
    return extracted;
  }

  private void fuzz(List<byte[]> pages, int longest, int count, long seed) {
    PageMutator mutator = new PageMutator(seed, pages, longest);
    for (int i = 0; i < count; i++) {
      byte[] page = mutator.next();
      String charset = CHARSETS[i % CHARSETS.length];
      String where = "seed " + seed + ", page " + i;
      MainText mainText = i % 4 == 3 ? markdown : plain;
      Extracted extracted = extract(mainText, page, charset, where);
      if (i % 100 == 0) {
        MainText fresh = i % 4 == 3 ? new MainText(TextForm.MARKDOWN_LINKS, true) : new MainText();
        assertEquals(fresh.extract(page, charset, "https://a.test/2020/01/02/x"), extracted, where);
      }
    }
  }

  @Test
  void spoiltPagesGiveSoundText() {
    fuzz(SamplePages.handWritten(), 50_000, 1_500, SEED);
  }

  @Test
  void spoiltRealPagesGiveSoundText() throws IOException {
    fuzz(SamplePages.folder("readability_pages"), 20_000, 500, SEED);
  }

  @Test
  @Tag("heavy")
  void aHundredThousandSpoiltPagesGiveSoundText() throws IOException {
    List<byte[]> pages = new ArrayList<>(SamplePages.crawled());
    pages.addAll(SamplePages.folder("math_html"));
    pages.addAll(SamplePages.handWritten());
    for (int part = 0; part < 10; part++) {
      fuzz(pages, 100_000, 10_000, SEED + 1 + part);
    }
  }

  /** A megabyte of one thing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<div>x",
        "<div>x</div>",
        "<p class='a b c'>x",
        "<span>x",
        "<li>x",
        "<ul><li>x",
        "<blockquote>x",
        "<table><tr><td>x",
        "<tr><td>x<td>y",
        "<pre>x\n",
        "<a href=x>y</a>",
        "<a href=x>",
        "<h2>x</h2>",
        "<b>x",
        "<font>x<p>",
        "<math><mrow><mi>x",
        "<math><mi>x</mi></math>",
        "<mfrac><mi>x</mi>",
        "\\(x\\)",
        "$",
        "<script type=math/tex>x</script>",
        "<script type=application/ld+json>[[{\"a\":[",
        "<meta name=author content=x>",
        "<time datetime=2020-01-01>x</time>",
        "<img alt=x>",
        "<br>",
        "<br>x",
        "&amp;",
        "&lt;p&gt;",
        "x",
        "x ",
        "x. ",
        "\u3002",
        "\u4e2d",
        "\u0627\u0644",
        "\ud83d\ude00",
        "\ufffd",
        "\u00c3\u00a9",
        "<svg><g>",
        "<select><option>x",
        "<form><input>x",
        "<template>x",
        "<!--x-->",
        "<x-y>x"
      })
  void aMegabyteOfOneThingTakesItsSecond(String unit) {
    String body = unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
    byte[] page = ("<p>First.</p>" + body).getBytes(StandardCharsets.UTF_8);
    extract(plain, page, null, unit);
    extract(markdown, page, "utf-8", unit);
  }
}
