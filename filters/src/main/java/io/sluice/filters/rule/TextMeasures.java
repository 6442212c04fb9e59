package io.sluice.filters.rule;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.Words;

/**
 * Measures a text: fills every signal that a rule of this package looks at. One instance serves one
 * thread. Time and memory are linear in the text.
 *
 * <p>Definitions, as in datatrove. Characters are code points. <i>Tokens</i> are the words and,
 * between them, punctuation marks and symbols, a run of one same mark being one token. {@code
 * words}, {@code mean_word_length}: words only. {@code hash_ratio}, {@code ellipsis_ratio}, {@code
 * newline_ratio}: number signs, ellipses, line feeds to tokens. {@code alphabetic_words}: tokens
 * with a letter to tokens, words cut at hyphens and apostrophes, the full stop of an initial left
 * out. {@code bullet_lines}, {@code ellipsis_lines}: to all lines, blank ones included. {@code
 * punctuation_lines}, {@code short_lines}: to lines that are not blank. N-grams are of tokens;
 * characters in repeated lines, paragraphs and n-grams are to the text's characters, and for {@code
 * duplicate_chars} to those that are no line feeds. A ratio to nothing is 0.
 */
public final class TextMeasures {
  private final RuleSet rules;
  private final LineMeasures lines = new LineMeasures();
  private final Tokens tokens = new Tokens();
  private final NgramMeasures ngrams = new NgramMeasures();

  /** Measures with the stop words and line lengths of these rules. */
  public TextMeasures(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Measures a text.
   *
   * @param words the text and its words
   * @param lang ISO 639-3, with or without a script; null where unknown
   * @param signals where the numbers go; {@code stop_words} is left out where the language has no
   *     list, {@code blocked_words} where there is none
   */
  public void measure(Words words, String lang, Measures<Signal> signals) {
    LanguageRules language = rules.forLanguage(lang);
    String text = words.text();
    lines.measure(text, language.shortLine(), signals);
    tokens.read(words, language, rules.blocked());
    ngrams.measure(tokens, text.codePointCount(0, text.length()), signals);
    int count = tokens.count();
    signals
        .put(Signal.BYTES, bytes(text))
        .put(Signal.WORDS, tokens.words())
        .put(Signal.MEAN_WORD_LENGTH, LineMeasures.ratio(tokens.wordCharacters(), tokens.words()))
        .put(Signal.HASH_RATIO, LineMeasures.ratio(lines.hashes(), count))
        .put(Signal.ELLIPSIS_RATIO, LineMeasures.ratio(lines.ellipses(), count))
        .put(Signal.ALPHABETIC_WORDS, LineMeasures.ratio(tokens.alphabetic(), tokens.fineCount()))
        .put(Signal.NEWLINE_RATIO, LineMeasures.ratio(LineMeasures.lineFeeds(text), count));
    if (rules.blocked().hasWords()) {
      signals.put(Signal.BLOCKED_WORDS, LineMeasures.ratio(tokens.blocked(), tokens.words()));
    }
    if (language.stopWordCount() > 0) {
      signals.put(Signal.STOP_WORDS, tokens.stopWords());
    }
  }

  /** UTF-8 length; a lone surrogate is written as one byte, a question mark. */
  private static int bytes(String text) {
    int bytes = text.length();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 0x80) {
        if (c < 0x800) {
          bytes++;
        } else if (!Character.isSurrogate(c)) {
          bytes += 2;
        } else if (Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1))) {
          bytes += 2;
          at++;
        }
      }
    }
    return bytes;
  }
}
