package io.sluice.ingest.html.tree;

import java.util.Objects;

/**
 * Parses pages of UTF-8 as the HTML standard has it, with scripting disabled: {@code noscript} is
 * markup, not text. One instance serves one thread and is used again for page after page.
 *
 * <p>It takes time linear in the page's length and at most two nodes a byte, whatever the bytes
 * are. These are its departures from the standard: comments and doctypes leave no node; a {@code
 * template}'s content are its children; elements nested deeper than 512 become siblings, and tables
 * and templates nested so deep are dropped; at most 512 formatting elements wait to be opened
 * again, and copies of them stop once there is one for four bytes; a {@code noscript} in the head
 * keeps what it holds, be it metadata or not; {@code selectedcontent} is not filled; nothing beyond
 * 128 MiB is read.
 */
public final class HtmlParser {
  private static final int LONGEST = 1 << 27;

  private final HtmlTree tree = new HtmlTree();
  private final TreeBuilder builder = new TreeBuilder(tree);

  /**
   * The tree of a page, valid until the next call. The bytes are not copied and must not change as
   * long as the tree is in use.
   *
   * @param utf8 holds the page; ill-formed sequences become U+FFFD when text is decoded
   * @param start the page's first byte
   * @param end one past its last
   * @throws IndexOutOfBoundsException if the range does not lie within the array
   */
  public HtmlTree parse(byte[] utf8, int start, int end) {
    Objects.checkFromToIndex(start, end, utf8.length);
    int length = Math.min(end - start, LONGEST);
    builder.build(utf8, start, start + length);
    return tree;
  }
}
