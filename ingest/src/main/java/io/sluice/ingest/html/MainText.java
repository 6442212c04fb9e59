package io.sluice.ingest.html;

import io.sluice.ingest.charset.PageCharset;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** Extracts the main text of web pages. Make one a thread; it is not safe for several. */
public final class MainText {
  private final Cues cues = new Cues();

  /**
   * The main text of a page.
   *
   * @param body the page as served, its content encoding undone
   * @param charsetFromHeader the charset of the HTTP header, or null
   * @param url the page's address
   */
  public Extracted extract(byte[] body, String charsetFromHeader, String url) {
    String html = PageCharset.decode(body, charsetFromHeader);
    Document page = Parser.htmlParser().parseInput(html, url == null ? "" : url);
    PageWalk walk = new PageWalk(cues);
    NodeTraversor.filter(walk, page.body());
    List<Block> blocks = walk.blocks();
    BitSet chosen = new MainBlocks(blocks, walk.containers()).choose();
    StringBuilder text = new StringBuilder();
    long weight = 0;
    long linked = 0;
    int group = 0;
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Block block = blocks.get(i);
      if (text.length() > 0) {
        text.append(block.group() != 0 && block.group() == group ? "\n" : "\n\n");
      }
      text.append(block.text());
      group = block.group();
      weight += block.weight();
      linked += block.linked();
    }
    Element root = page.selectFirst("html");
    String lang = root == null ? "" : root.attr("lang").strip();
    if (lang.isEmpty() && root != null) {
      lang = root.attr("xml:lang").strip();
    }
    return new Extracted(
        wellFormed(PageTitle.of(page)),
        wellFormed(text.toString()),
        lang.isEmpty() ? null : lang,
        walk.hasCode(),
        walk.hasMath(),
        html.length(),
        weight == 0 ? 0 : (double) linked / weight);
  }

  /** The text with U+FFFD for each surrogate that stands alone (pages name them by number). */
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
