package io.sluice.codecorpus.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.codecorpus.data.DataFiles;
import io.sluice.codecorpus.data.DataMap;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import org.junit.jupiter.api.Test;

class QualityScoreTest {
  private static final CodeRules RULES = CodeRules.of(DataFiles.packaged().parse(DataFiles.RULES));

  private static double score(String language, String text) {
    LanguageRules rules = RULES.of(language);
    return rules.score().of(CodeMeter.measure(text, rules));
  }

  @Test
  void aTrapezoidIsOneInsideAndFallsToZero() {
    Trapezoid fit = new Trapezoid(1, 2, 4, 8);
    double[] at = {0, 1, 1.5, 2, 3, 4, 6, 8, 9};
    double[] want = {0, 0, 0.5, 1, 1, 1, 0.5, 0, 0};
    for (int i = 0; i < at.length; i++) {
      assertEquals(want[i], fit.fit(at[i]), 1e-12, "at " + at[i]);
    }
    assertEquals(Double.NaN, fit.fit(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Trapezoid(1, 3, 2, 4));
  }

  @Test
  void theScoreIsTheWeightedMeanOfWhatWasMeasured() {
    QualityScore score =
        QualityScore.of(
            DataMap.parse("r", "{comments: [0, 0.1, 0.4, 0.8], nesting: [2, 6]}"),
            DataMap.parse("w", "{comments: 3, nesting: 1}"));
    Measures<Signal> both = Measures.signals().put(Signal.COMMENTS, 0.6).put(Signal.NESTING, 6);
    assertEquals(3 * 0.5 / 4, score.of(both), 1e-6);
    assertEquals(0.5, score.of(Measures.signals().put(Signal.COMMENTS, 0.6)), 1e-6);
    assertEquals(0, score.of(Measures.signals()));
  }

  @Test
  void plainCodeScoresAboveTheSameCodeSpoiled() {
    String plain =
        """
        def total_price(items, discount):
            \"""Sum of all prices, less the discount in per cent.\"""
            total = sum(item.price * item.count for item in items)
            # a discount never makes a price negative
            return max(0, total * (100 - discount) / 100)


        def cheapest(items):
            \"""The item with the smallest price, or None.\"""
            return min(items, key=lambda item: item.price, default=None)
        """;
    String bare = plain.replaceAll("(?m)^ *(\"\"\"|#).*\n", "");
    String renamed = bare.replaceAll("total_price|items|discount|total|cheapest|item", "x");
    String repeated = renamed + renamed + renamed;
    double[] scores = {
      score("python", plain),
      score("python", bare),
      score("python", renamed),
      score("python", repeated)
    };
    for (int i = 1; i < scores.length; i++) {
      assertTrue(scores[i] < scores[i - 1], i + ": " + scores[i] + " after " + scores[i - 1]);
    }
    assertTrue(scores[0] > 0.8, "plain " + scores[0]);
    assertTrue(scores[3] < 0.6, "repeated " + scores[3]);
  }

  @Test
  void mistakesInTheDataFileNameTheKey() {
    assertError(
        "syntaxes: {none: {}}\ndefault: {syntax: none, linse: [1, 2]}",
        "default.linse: got no such");
    assertError("default: {syntax: klingon}", "default.syntax: got klingon");
    assertError(
        "syntaxes: {none: {}}\ndefault: {syntax: none, lines: [5, 2]}", "default.lines: got");
    assertError(
        "syntaxes: {none: {}}\ndefault: {syntax: none, boilerplate: ['(']}",
        "default.boilerplate: got (");
    assertError("default: 3", "rules.default: got 3");
  }

  private static void assertError(String yaml, String start) {
    UserError error =
        assertThrows(UserError.class, () -> CodeRules.of(DataMap.parse("rules", yaml)));
    assertTrue(error.getMessage().contains(start), error.getMessage());
  }
}
