package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HtmlParserFuzzTest {
  private static final long SEED = Long.getLong("sluice.seed", 20261122L);

  /** Parses a series of spoilt pages, some of them in the middle of a larger array. */
  private static void fuzz(List<byte[]> pages, int longest, int count, long seed) {
    PageMutator mutator = new PageMutator(seed, pages, longest);
    HtmlParser parser = new HtmlParser();
    for (int i = 0; i < count; i++) {
      byte[] page = mutator.next();
      int start = i % 3 == 0 ? page.length / 3 : 0;
      int end = i % 5 == 0 ? page.length - page.length / 4 : page.length;
      long began = System.nanoTime();
      HtmlTree tree = parser.parse(page, start, end);
      long millis = (System.nanoTime() - began) / 1_000_000;
      String where = "seed " + seed + ", page " + i;
      assertNull(TreeCheck.fault(tree, start, end), where);
      // generous, since other work may hold the core
      assertTrue(millis < 5000 + page.length / 100, where + ": " + millis + " ms");
      if (i % 16 == 0) {
        TreeText.of(tree);
      }
    }
  }

  @Test
  void spoiltPagesGiveTrees() {
    fuzz(SamplePages.handWritten(), 100_000, 5_000, SEED);
  }

  @Test
  void spoiltRealPagesGiveTrees() throws IOException {
    fuzz(SamplePages.folder("readability_pages"), 20_000, 1_000, SEED);
  }

  @Test
  @Tag("heavy")
  void aHundredThousandSpoiltPagesGiveTrees() throws IOException {
    List<byte[]> pages = new ArrayList<>(SamplePages.crawled());
    pages.addAll(SamplePages.folder("math_html"));
    pages.addAll(SamplePages.handWritten());
    for (int part = 0; part < 10; part++) {
      fuzz(pages, 100_000, 10_000, SEED + 1 + part);
    }
  }
}
