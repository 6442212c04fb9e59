package io.sluice.ingest.html;

import io.sluice.ingest.html.meta.PageMeta;
import java.util.Objects;

/**
 * The main text of a page, and what was seen on the way.
 *
 * @param meta what the page says of itself
 * @param text main text: blocks separated by a blank line, list items and table rows by a line end,
 *     Unix line ends, no spaces at line ends outside preformatted blocks; empty where there is none
 * @param charset name of the charset that the page was read in
 * @param hasCode whether the page holds a {@code pre} or {@code code} element
 * @param hasMath whether the page holds a formula in markup, or its main text one in TeX
 * @param sourceBytes length of the page in UTF-8
 * @param linkDensity share of the main text's characters that stand in links, 0..1
 * @param contents what the main text holds besides paragraphs
 */
public record Extracted(
    PageMeta meta,
    String text,
    String charset,
    boolean hasCode,
    boolean hasMath,
    int sourceBytes,
    double linkDensity,
    Contents contents) {
  public Extracted {
    Objects.requireNonNull(meta, "meta");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(contents, "contents");
  }
}
