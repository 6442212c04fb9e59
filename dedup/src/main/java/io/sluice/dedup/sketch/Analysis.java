package io.sluice.dedup.sketch;

/** How a text is split into the words that shingles are made of. */
public enum Analysis {
  /**
   * The words that the pass over text has split already: letters and digits in every script,
   * Chinese and its like by ICU's dictionaries.
   */
  WORDS,
  /** Lucene's {@code StandardTokenizer}: Unicode word breaks, a token a Han character. */
  STANDARD,
  /** Lucene's {@code ICUTokenizer}: Unicode word breaks, dictionaries for Chinese and its like. */
  ICU
}
