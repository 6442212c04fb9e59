package io.sluice.ingest.html;

import io.sluice.ingest.charset.PageCharset;
import io.sluice.ingest.charset.Utf8Page;
import io.sluice.ingest.html.block.BlockWalk;
import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.meta.PageMeta;
import io.sluice.ingest.html.render.Renderer;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.html.select.MainContent;
import io.sluice.ingest.html.tree.HtmlParser;
import io.sluice.ingest.html.tree.HtmlTree;
import java.util.BitSet;
import java.util.Objects;

/** Extracts the main text of web pages. Make one a thread; it is not safe for several. */
public final class MainText {
  private final TextForm form;
  private final HtmlParser parser = new HtmlParser();
  private final BlockWalk walk = new BlockWalk();
  private final MainContent content;
  private final Renderer renderer = new Renderer();

  /** Gives plain text. */
  public MainText() {
    this(TextForm.PLAIN);
  }

  /** Gives text of this form, without readers' comments. */
  public MainText(TextForm form) {
    this(form, false);
  }

  /**
   * Gives text of this form.
   *
   * @param comments whether readers' comments belong to it; the posts of a forum always do
   */
  public MainText(TextForm form, boolean comments) {
    this.form = Objects.requireNonNull(form, "form");
    this.content = new MainContent(comments);
  }

  /**
   * The main text of a page.
   *
   * @param body the page as served, its content encoding undone
   * @param charsetFromHeader the charset of the HTTP header, or null
   * @param url the page's address
   */
  public Extracted extract(byte[] body, String charsetFromHeader, String url) {
    Utf8Page page = PageCharset.toUtf8(body, body.length, charsetFromHeader);
    HtmlTree tree = parser.parse(page.bytes(), page.start(), page.end());
    Blocks blocks = walk.walk(tree);
    BitSet chosen = content.choose(blocks, url);
    String text = renderer.render(blocks, chosen, form);
    Contents contents = Contents.of(blocks, chosen);
    long weight = 0;
    long linked = 0;
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      weight += blocks.fact(i, Fact.WEIGHT);
      linked += blocks.fact(i, Fact.LINKED);
    }
    return new Extracted(
        PageMeta.of(tree, url),
        text,
        page.charset(),
        walk.hasCode(),
        walk.hasMath() || Contents.hasDelimiters(text),
        page.end() - page.start(),
        weight == 0 ? 0 : (double) linked / weight,
        contents);
  }
}
