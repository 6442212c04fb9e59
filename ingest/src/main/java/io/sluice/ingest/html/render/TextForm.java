package io.sluice.ingest.html.render;

/** How main text is written. */
public enum TextForm {
  /** Words, line ends, and as few marks as lists, tables and formulas need. */
  PLAIN,
  /** Markdown, without links and images. */
  MARKDOWN,
  /** Markdown with links. */
  MARKDOWN_LINKS
}
