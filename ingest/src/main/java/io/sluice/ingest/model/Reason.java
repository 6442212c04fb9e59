package io.sluice.ingest.model;

import java.util.Locale;

/**
 * Why a document is rejected or failed: a closed list, so that every count can be explained. The
 * stored form is {@link #id()}. Reasons are added, never given a new meaning.
 */
public enum Reason {
  // input
  UNREADABLE_INPUT,
  HTTP_STATUS,
  CONTENT_TYPE,
  TOO_LARGE,
  TRUNCATED,
  UNDECODABLE,
  EMPTY_TEXT,
  INTERNAL_ERROR,

  // language
  LANGUAGE_SCORE,
  LANGUAGE_UNWANTED,

  // Gopher quality (arXiv 2112.11446, table A1)
  GOPHER_WORD_COUNT,
  GOPHER_WORD_LENGTH,
  GOPHER_SYMBOLS,
  GOPHER_BULLETS,
  GOPHER_ELLIPSES,
  GOPHER_ALPHABETIC,
  GOPHER_STOP_WORDS,

  // Gopher repetition (same table)
  GOPHER_DUPLICATE_LINES,
  GOPHER_DUPLICATE_PARAGRAPHS,
  GOPHER_DUPLICATE_LINE_CHARS,
  GOPHER_DUPLICATE_PARAGRAPH_CHARS,
  GOPHER_TOP_NGRAM,
  GOPHER_DUPLICATE_NGRAMS,

  // FineWeb (arXiv 2406.17557, section 3.6)
  FINEWEB_PUNCTUATION,
  FINEWEB_SHORT_LINES,
  FINEWEB_DUPLICATE_CHARS,
  FINEWEB_NEWLINES,

  // C4 (arXiv 1910.10683, section 2.2)
  C4_SENTENCES,
  C4_CURLY_BRACKET,
  C4_LOREM_IPSUM,

  // RefinedWeb (arXiv 2306.01116, appendix G.2)
  REFINEDWEB_LINES,

  // lists of the user's
  BLOCKED_URL,
  BLOCKED_WORDS,

  // duplicates
  EXACT_DUPLICATE,
  MINHASH_DUPLICATE,
  SEMANTIC_DUPLICATE,
  URL_DUPLICATE,

  // code
  CODE_UNKNOWN_LANGUAGE,
  CODE_VENDORED,
  CODE_BINARY,
  CODE_GENERATED,
  CODE_MINIFIED,
  CODE_LINES,
  CODE_LINE_LENGTH,
  CODE_ALPHABETIC,
  CODE_DIGITS,
  CODE_HEX,
  CODE_COMMENTS,
  CODE_LICENSE,
  CODE_ENCODED,

  // books and papers
  PAPER_NO_BODY,
  PAPER_TOO_SHORT,

  // synthesis: rejection sampling (arXiv 2508.06471, section 3.1)
  SYNTH_REPETITIVE,
  SYNTH_TOO_SHORT,
  SYNTH_CUT_OFF,
  SYNTH_MALFORMED,
  SYNTH_WRONG_ANSWER,
  SYNTH_NO_RESPONSE;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in Parquet and in counts: lower case. */
  public String id() {
    return id;
  }
}
