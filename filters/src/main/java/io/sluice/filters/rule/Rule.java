package io.sluice.filters.rule;

import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import java.util.Locale;

/**
 * Every rule: the signal that it looks at and the reason that it gives. A rule holds where the
 * signal is within the language's bounds, both ends included, and where it was not measured. Rules
 * are asked in this order, and the first that fails is the reason of the verdict.
 */
enum Rule {
  WORDS(Family.GOPHER_QUALITY, Reason.GOPHER_WORD_COUNT),
  MEAN_WORD_LENGTH(Family.GOPHER_QUALITY, Reason.GOPHER_WORD_LENGTH),
  HASH_RATIO(Family.GOPHER_QUALITY, Reason.GOPHER_SYMBOLS),
  ELLIPSIS_RATIO(Family.GOPHER_QUALITY, Reason.GOPHER_SYMBOLS),
  BULLET_LINES(Family.GOPHER_QUALITY, Reason.GOPHER_BULLETS),
  ELLIPSIS_LINES(Family.GOPHER_QUALITY, Reason.GOPHER_ELLIPSES),
  ALPHABETIC_WORDS(Family.GOPHER_QUALITY, Reason.GOPHER_ALPHABETIC),
  STOP_WORDS(Family.GOPHER_QUALITY, Reason.GOPHER_STOP_WORDS),

  DUPLICATE_PARAGRAPHS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_PARAGRAPHS),
  DUPLICATE_PARAGRAPH_CHARS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_PARAGRAPH_CHARS),
  DUPLICATE_LINES(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_LINES),
  DUPLICATE_LINE_CHARS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_LINE_CHARS),
  TOP_2GRAM(Family.GOPHER_REPETITION, Reason.GOPHER_TOP_NGRAM),
  TOP_3GRAM(Family.GOPHER_REPETITION, Reason.GOPHER_TOP_NGRAM),
  TOP_4GRAM(Family.GOPHER_REPETITION, Reason.GOPHER_TOP_NGRAM),
  DUPLICATE_5GRAMS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_NGRAMS),
  DUPLICATE_6GRAMS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_NGRAMS),
  DUPLICATE_7GRAMS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_NGRAMS),
  DUPLICATE_8GRAMS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_NGRAMS),
  DUPLICATE_9GRAMS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_NGRAMS),
  DUPLICATE_10GRAMS(Family.GOPHER_REPETITION, Reason.GOPHER_DUPLICATE_NGRAMS),

  PUNCTUATION_LINES(Family.FINEWEB, Reason.FINEWEB_PUNCTUATION),
  SHORT_LINES(Family.FINEWEB, Reason.FINEWEB_SHORT_LINES),
  DUPLICATE_CHARS(Family.FINEWEB, Reason.FINEWEB_DUPLICATE_CHARS),
  NEWLINE_RATIO(Family.FINEWEB, Reason.FINEWEB_NEWLINES),

  LOREM_IPSUM(Family.C4, Reason.C4_LOREM_IPSUM),
  CURLY_BRACKET(Family.C4, Reason.C4_CURLY_BRACKET),
  C4_SENTENCES(Family.C4, Reason.C4_SENTENCES),

  NOISE_WORDS(Family.REFINEDWEB, Reason.REFINEDWEB_LINES),

  BLOCKED_WORDS(Family.BLOCK_LISTS, Reason.BLOCKED_WORDS);

  private final Family family;
  private final Reason reason;
  private final Signal signal = Signal.valueOf(name());

  Rule(Family family, Reason reason) {
    this.family = family;
    this.reason = reason;
  }

  Family family() {
    return family;
  }

  Reason reason() {
    return reason;
  }

  /** The signal of the same name. */
  Signal signal() {
    return signal;
  }

  /** The rule's key in a thresholds file: the signal's id. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
