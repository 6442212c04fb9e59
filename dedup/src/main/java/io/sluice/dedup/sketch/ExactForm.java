package io.sluice.dedup.sketch;

/** What a text is brought to before its exact hash is taken. */
public enum ExactForm {
  /** The UTF-8 bytes as they are. */
  BYTES,
  /** Unicode NFC, each run of white space one space, none at the ends. */
  SPACES,
  /** The words alone in lower case: no punctuation, no symbols, no white space. */
  WORDS
}
