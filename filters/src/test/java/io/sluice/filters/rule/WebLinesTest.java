package io.sluice.filters.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.WordSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebLinesTest {
  private final TextMeasures measures = new TextMeasures(RuleSet.load(RuleConfig.defaults()));

  private Measures<Signal> measure(String text) {
    Measures<Signal> signals = Measures.signals();
    measures.measure(new WordSplitter().split(text), "eng", signals);
    return signals;
  }

  @ParameterizedTest
  @CsvSource({
    "'One here. Two here! Three?', 3",
    "'No end mark in this line', 1",
    "'He said \"stop it.\" Then he left.', 2",
    "'Version 3.14 of example.org is out.', 1",
    "'Wait... what is that?', 2",
    "'今天 天气 很好。我们 去 公园。', 2",
    "'Too short.', 0",
    "'Please turn on JavaScript to go on. Thank you.', 0",
    "'We have a Privacy Policy. Read it. Now.', 0",
    "'Our site uses cookies for all. Yes.', 0",
    "'', 0"
  })
  void countsTheSentencesOfKeptLines(String line, int sentences) {
    assertEquals(sentences, measure(line).get(Signal.C4_SENTENCES));
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN UP FOR THE LIST, 1",
    "12.5 30 40, 1",
    "3 likes, 1",
    "12 Comments, 1",
    "Home, 1",
    "Sign in to go on, 1",
    "The whole story: read more..., 1",
    "You have 3 items in cart, 1",
    "The NATO summit ended on Tuesday, 0",
    "3 apples fell down, 0",
    "Nobody could read more than a page, 0"
  })
  void knowsLinesThatAreNoise(String line, float share) {
    assertEquals(share, measure(line).get(Signal.NOISE_WORDS));
  }

  @Test
  void findsBracketsFillerAndLongWords() {
    Measures<Signal> signals =
        measure("if (x) { y(); }\nLorem ipsum dolor sit amet.\na b " + "c".repeat(1001));
    assertEquals(1, signals.get(Signal.CURLY_BRACKET));
    assertEquals(1, signals.get(Signal.LOREM_IPSUM));
    assertEquals(1f / 3, signals.get(Signal.C4_LINES));
    assertEquals(0, measure("a b " + "c".repeat(1000)).get(Signal.C4_LINES));
  }
}
