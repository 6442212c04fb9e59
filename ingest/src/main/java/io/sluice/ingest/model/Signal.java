package io.sluice.ingest.model;

import java.util.Locale;

/**
 * Every number that a rule measures. A field each in the {@code signals} struct, so that one can be
 * read alone; a signal that was not measured is null there. Ratios are in 0..1 unless said
 * otherwise; characters are code points. Signals are added, never given a new meaning.
 */
public enum Signal {
  /** Code points of the text. */
  CHARACTERS,
  /** UTF-8 bytes of the text. */
  BYTES,
  /** Words as the language's word splitter gives them. */
  WORDS,
  /** Lines that are not blank. */
  LINES,

  MEAN_WORD_LENGTH,
  HASH_RATIO,
  ELLIPSIS_RATIO,
  BULLET_LINES,
  ELLIPSIS_LINES,
  ALPHABETIC_WORDS,
  /** Number of different stop words of the language that occur. */
  STOP_WORDS,

  DUPLICATE_LINES,
  DUPLICATE_PARAGRAPHS,
  DUPLICATE_LINE_CHARS,
  DUPLICATE_PARAGRAPH_CHARS,
  TOP_2GRAM,
  TOP_3GRAM,
  TOP_4GRAM,
  DUPLICATE_5GRAMS,
  DUPLICATE_6GRAMS,
  DUPLICATE_7GRAMS,
  DUPLICATE_8GRAMS,
  DUPLICATE_9GRAMS,
  DUPLICATE_10GRAMS,

  PUNCTUATION_LINES,
  SHORT_LINES,
  NEWLINE_RATIO,
  /**
   * Characters of lines that occurred before, to the characters that are no line ends (FineWeb).
   */
  DUPLICATE_CHARS,
  /** Share of the places in a piece of reasoning whose next 20 characters stood in it before. */
  REPETITION,

  /** 1 where the page holds a code element, else 0. */
  HTML_CODE,
  /** 1 where the page holds math markup, else 0. */
  HTML_MATH,
  /** Bytes of the text to bytes of the page, both in UTF-8. */
  HTML_TEXT_RATIO,
  /** Share of the text that stands in links. */
  LINK_DENSITY,
  /** Share of the text's UTF-16 units in sequences that only a wrong charset makes. */
  MOJIBAKE,

  MEAN_LINE_LENGTH,
  MAX_LINE_LENGTH,
  LETTERS,
  DIGITS,
  HEX_WORDS,
  COMMENTS,
  /** Files that a repository document holds. */
  FILES,
  /** Share of a source file's characters in runs that look like base64 or hexadecimal data. */
  ENCODED,
  /** Mean length of the identifiers and keywords of a source file, an occurrence each. */
  IDENTIFIER_LENGTH,
  /** Share of a source file's lines that are over 120 characters. */
  LONG_LINES,
  /** Mean indentation depth of a source file's lines of code, in levels. */
  NESTING,
  /** Share of a source file's longer lines of code that repeat an earlier one. */
  REPEATED_LINES,
  /** Share of a source file's lines of code that are imports, accessors and the like. */
  BOILERPLATE,

  /** Sentences in the lines that C4 keeps, a number. */
  C4_SENTENCES,
  /** 1 where the text holds an opening curly bracket, else 0. */
  CURLY_BRACKET,
  /** 1 where the text holds "lorem ipsum", else 0. */
  LOREM_IPSUM,
  /** Share of the lines that are not blank that C4 drops: script and policy notices, few words. */
  C4_LINES,
  /** Share of the space-separated words that stand in lines that RefinedWeb drops. */
  NOISE_WORDS,
  /** Share of the words that are on a list of blocked words. */
  BLOCKED_WORDS,
  /** E-mail addresses that were masked, a number. */
  EMAILS,
  /** Public IP addresses that were masked, a number. */
  IP_ADDRESSES,
  /** Phone numbers that were masked, a number. */
  PHONE_NUMBERS,
  /** Identity, bank account and card numbers that were masked, a number. */
  IDENTITY_NUMBERS,
  /** Keys, tokens and passwords that were masked, a number. */
  SECRETS;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The field's name in Parquet: lower case. */
  public String id() {
    return id;
  }
}
