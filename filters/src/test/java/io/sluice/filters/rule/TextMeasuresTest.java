package io.sluice.filters.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.WordSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers are counted by hand from the texts. */
class TextMeasuresTest {
  private final WordSplitter splitter = new WordSplitter();
  private final TextMeasures measures = new TextMeasures(RuleSet.load(RuleConfig.defaults()));

  private Measures<Signal> measure(String text, String lang) {
    Measures<Signal> signals = Measures.signals();
    measures.measure(splitter.split(text), lang, signals);
    return signals;
  }

  @Test
  void measuresLinesWordsAndRepetition() {
    // 35 characters; 9 words; 13 tokens: 9 words, 2 full stops, a hyphen, an ellipsis.
    String text = "The cat sat.\nThe cat sat.\n\n- a b c…";
    Measures<Signal> expected =
        Measures.signals()
            .put(Signal.CHARACTERS, 35)
            .put(Signal.BYTES, 37)
            .put(Signal.WORDS, 9)
            .put(Signal.LINES, 3)
            .put(Signal.MEAN_WORD_LENGTH, 21.0 / 9)
            .put(Signal.HASH_RATIO, 0)
            .put(Signal.ELLIPSIS_RATIO, 1.0 / 13)
            .put(Signal.BULLET_LINES, 1.0 / 4)
            .put(Signal.ELLIPSIS_LINES, 1.0 / 4)
            .put(Signal.ALPHABETIC_WORDS, 9.0 / 13)
            .put(Signal.STOP_WORDS, 0)
            .put(Signal.DUPLICATE_LINES, 1.0 / 3)
            .put(Signal.DUPLICATE_LINE_CHARS, 12.0 / 35)
            .put(Signal.DUPLICATE_PARAGRAPHS, 0)
            .put(Signal.DUPLICATE_PARAGRAPH_CHARS, 0)
            .put(Signal.TOP_2GRAM, 2 * 7.0 / 35)
            .put(Signal.TOP_3GRAM, 2 * 11.0 / 35)
            .put(Signal.TOP_4GRAM, 2 * 13.0 / 35)
            .put(Signal.DUPLICATE_5GRAMS, 0)
            .put(Signal.DUPLICATE_6GRAMS, 0)
            .put(Signal.DUPLICATE_7GRAMS, 0)
            .put(Signal.DUPLICATE_8GRAMS, 0)
            .put(Signal.DUPLICATE_9GRAMS, 0)
            .put(Signal.DUPLICATE_10GRAMS, 0)
            .put(Signal.PUNCTUATION_LINES, 2.0 / 3)
            .put(Signal.SHORT_LINES, 1)
            .put(Signal.DUPLICATE_CHARS, 12.0 / 32)
            .put(Signal.NEWLINE_RATIO, 3.0 / 13)
            .put(Signal.C4_SENTENCES, 3)
            .put(Signal.CURLY_BRACKET, 0)
            .put(Signal.LOREM_IPSUM, 0)
            .put(Signal.C4_LINES, 0)
            .put(Signal.NOISE_WORDS, 0);
    assertEquals(expected, measure(text, "eng"));
  }

  @Test
  void countsDuplicatedNgramsOnceEach() {
    Measures<Signal> signals = measure("a b c d e a b c d e a b c d e", "eng");
    assertEquals(10f / 29, signals.get(Signal.DUPLICATE_5GRAMS));
    assertEquals(6f / 29, signals.get(Signal.DUPLICATE_6GRAMS));
    assertEquals(7f / 29, signals.get(Signal.DUPLICATE_7GRAMS));
    assertEquals(8f / 29, signals.get(Signal.DUPLICATE_8GRAMS));
    assertEquals(9f / 29, signals.get(Signal.DUPLICATE_9GRAMS));
    assertEquals(10f / 29, signals.get(Signal.DUPLICATE_10GRAMS));
    assertEquals(3 * 3f / 29, signals.get(Signal.TOP_2GRAM));
  }

  @Test
  void measuresParagraphs() {
    // Paragraphs "one\ntwo", "three", "one\ntwo": 7 of 26 characters stand in the repeated one.
    Measures<Signal> signals = measure("\n\none\ntwo\n\n\nthree\n\none\ntwo", "eng");
    assertEquals(1f / 3, signals.get(Signal.DUPLICATE_PARAGRAPHS));
    assertEquals(7f / 26, signals.get(Signal.DUPLICATE_PARAGRAPH_CHARS));
  }

  @Test
  void countsSymbolsInRuns() {
    // Tokens: ### a .... b …, that is 3 number signs, 2 ellipses (of 4 full stops, one), 5 tokens.
    Measures<Signal> signals = measure("### a .... b…", "eng");
    assertEquals(3f / 5, signals.get(Signal.HASH_RATIO));
    assertEquals(2f / 5, signals.get(Signal.ELLIPSIS_RATIO));
  }

  @Test
  void countsDifferentStopWordsOfTheLanguage() {
    assertEquals(3, measure("the cat and the dog with the mouse", "eng").get(Signal.STOP_WORDS));
    assertEquals(2, measure("die Katze und die Maus", "deu").get(Signal.STOP_WORDS));
    assertEquals(3, measure("我们的书在我们的桌子上", "cmn_Hani").get(Signal.STOP_WORDS));
    assertFalse(measure("kot i mysz", "xho").has(Signal.STOP_WORDS));
    assertFalse(measure("kot i mysz", null).has(Signal.STOP_WORDS));
  }

  @Test
  void measuresChineseByWordsAndItsOwnPunctuation() {
    // 我们 今天 去 北京 大学 。 and 好 吗 ？ then a line without an end mark.
    Measures<Signal> signals = measure("我们今天去北京大学。\n好吗？\n北京", "cmn");
    assertEquals(8, signals.get(Signal.WORDS));
    assertEquals(13f / 8, signals.get(Signal.MEAN_WORD_LENGTH));
    assertEquals(2f / 3, signals.get(Signal.PUNCTUATION_LINES));
    assertEquals(8f / 10, signals.get(Signal.ALPHABETIC_WORDS));
    assertEquals(2f / 10, signals.get(Signal.NEWLINE_RATIO));
  }

  @Test
  void takesThirtyCharactersForAShortLine() {
    String thirty = "\uD840\uDC00".repeat(30);
    assertEquals(1, measure(thirty, "eng").get(Signal.SHORT_LINES));
    assertEquals(0, measure(thirty + "x", "eng").get(Signal.SHORT_LINES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\n\n \n\u3000\n"})
  void measuresTextWithoutAnything(String text) {
    Measures<Signal> signals = measure(text, "eng");
    assertEquals(0, signals.get(Signal.LINES));
    assertEquals(0, signals.get(Signal.WORDS));
    for (Signal signal : new Signal[] {Signal.MEAN_WORD_LENGTH, Signal.TOP_2GRAM}) {
      assertEquals(0, signals.get(signal), signal.id());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "\uD800", "a\uDC00b\n\uD83D", "שלום עולם", "....", "a\n", "\na"})
  void measuresAwkwardTextWithoutFailing(String text) {
    Measures<Signal> signals = measure(text, "eng");
    for (Rule rule : Rule.values()) {
      if (rule == Rule.BLOCKED_WORDS) {
        continue; // without a list
      }
      float value = signals.get(rule.signal());
      assertFalse(Float.isNaN(value) || Float.isInfinite(value) || value < 0, rule + " " + text);
    }
  }

  @Test
  void countsUtf8Bytes() {
    assertEquals(1 + 2 + 3 + 4, measure("aé中\uD83D\uDE00", "eng").get(Signal.BYTES));
    assertEquals(2, measure("a\uD83D", "eng").get(Signal.BYTES));
  }

  @Test
  void measuresAVeryLongLine() {
    Measures<Signal> signals = measure("spam ".repeat(200_000), "eng");
    assertEquals(200_000, signals.get(Signal.WORDS));
    assertEquals(1, signals.get(Signal.LINES));
    assertEquals(199_999 * 9f / 1_000_000, signals.get(Signal.TOP_2GRAM), 1e-6);
    assertEquals(new TextMeasuresTest().measure("x y", "eng"), measure("x y", "eng"));
  }
}
