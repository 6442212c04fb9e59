package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the trees of real pages with jsoup's. */
class SharedPagesTest {
  /**
   * The pages whose tree is not jsoup's. Blanks do not count: jsoup keeps some before the head and
   * has its own place for those after the body.
   */
  private static List<Integer> different(List<byte[]> pages, int step) {
    HtmlParser parser = new HtmlParser();
    List<Integer> different = new ArrayList<>();
    for (int i = 0; i < pages.size(); i += step) {
      // jsoup leaves carriage returns in the text
      String page = new String(pages.get(i), StandardCharsets.UTF_8);
      byte[] bytes =
          page.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
      String ours = TreeText.withoutBlanks(parser.parse(bytes, 0, bytes.length));
      String reference =
          TreeText.withoutBlanks(JsoupTree.of(new String(bytes, StandardCharsets.UTF_8)));
      if (!ours.equals(reference)) {
        different.add(i);
      }
    }
    return different;
  }

  @Test
  void pagesOfTheCrawlGiveJsoupsTrees() throws IOException {
    assertEquals(List.of(), different(SamplePages.crawled(), 8));
  }

  @Test
  @Tag("heavy")
  void allPagesOfTheCrawlGiveJsoupsTrees() throws IOException {
    // in 458 a table after the body's end, where jsoup leaves out the tbody
    assertEquals(List.of(458), different(SamplePages.crawled(), 1));
  }

  @Test
  void articlesGiveJsoupsTrees() throws IOException {
    assertEquals(List.of(), different(SamplePages.folder("readability_pages"), 1));
  }

  @Test
  void pagesWithFormulasGiveJsoupsTrees() throws IOException {
    assertEquals(List.of(), different(SamplePages.folder("math_html"), 1));
  }
}
