package io.sluice.codecorpus.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.codecorpus.data.DataFiles;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMeterTest {
  private static final CodeRules RULES = CodeRules.of(DataFiles.packaged().parse(DataFiles.RULES));

  private static Measures<Signal> measure(String language, String text) {
    return CodeMeter.measure(text, RULES.of(language));
  }

  @Test
  void aSmallFileIsMeasuredInFull() {
    // 7 lines; solid: 12 + 2+6 + 10 + 10 + 6 + 1 = see each share below
    String text =
        """
        import a.B;

        // note 12
        int f() {
          return 0xff;
        }
        int f() { return 7; } int ggg;
        """;
    Measures<Signal> got = measure("java", text);
    Measures<Signal> want =
        Measures.signals()
            .put(Signal.CHARACTERS, text.length())
            .put(Signal.BYTES, text.length())
            .put(Signal.LINES, 6)
            .put(Signal.MEAN_LINE_LENGTH, (text.length() - 7) / 7.0)
            .put(Signal.MAX_LINE_LENGTH, 30)
            .put(Signal.LONG_LINES, 0)
            .put(Signal.ENCODED, 0)
            // import a B note 12 int f return 0xff int f return 7 int ggg
            .put(Signal.HEX_WORDS, 1 / 15.0)
            // import a B int f return int f return int ggg
            .put(Signal.IDENTIFIER_LENGTH, (6 + 1 + 1 + 3 + 1 + 6 + 3 + 1 + 6 + 3 + 3) / 11.0)
            // importa.B; //note12 intf(){ return0xff; } intf(){return7;}intggg;
            .put(Signal.LETTERS, (8 + 4 + 4 + 9 + 0 + 16) / (10 + 8 + 7 + 11 + 1 + 23.0))
            .put(Signal.DIGITS, (2 + 1 + 1) / 60.0)
            .put(Signal.COMMENTS, 8 / 60.0)
            .put(Signal.NESTING, 1 / 5.0)
            .put(Signal.REPEATED_LINES, 0)
            .put(Signal.BOILERPLATE, 1 / 5.0);
    assertEquals(want, got);
  }

  @Test
  void anEmptyTextHasCountsOnly() {
    assertEquals(
        Measures.signals().put(Signal.CHARACTERS, 0).put(Signal.BYTES, 0).put(Signal.LINES, 0),
        measure("java", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\n\t\n", "word", "\ud83d", "\ude00\n", "שלום", "\ud83d\ude00\n"})
  void oddTextsAreMeasuredWithoutFailing(String text) {
    Measures<Signal> signals = measure("python", text);
    assertEquals(text.codePointCount(0, text.length()), signals.get(Signal.CHARACTERS));
    for (Signal signal : Signal.values()) {
      assertTrue(!signals.has(signal) || signals.get(signal) >= 0, signal.name());
    }
  }

  @Test
  void aVeryLongLineIsMeasured() {
    Measures<Signal> signals = measure("javascript", "x".repeat(2_000_000));
    assertEquals(2_000_000, signals.get(Signal.MAX_LINE_LENGTH));
    assertEquals(1, signals.get(Signal.LONG_LINES));
  }

  @Test
  void repeatedLinesCountFromTheirSecondTime() {
    String line = "  call(first, second);\n";
    assertEquals(0.75f, measure("c", line.repeat(4)).get(Signal.REPEATED_LINES));
  }

  @Test
  void encodedRunsAndHexWordsAreFound() {
    String run = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2";
    assertEquals(64, run.length());
    assertEquals(64f / 68, measure("c", "x=\"" + run + "\"").get(Signal.ENCODED));
    assertEquals(0, measure("c", run.substring(1)).get(Signal.ENCODED));
    assertEquals(
        6f / 9,
        measure("c", "0x1f, 0xFFL, \"\\x41\\x42\" deadbeef deadbee1 12345678 a1b2c3d4 zz")
            .get(Signal.HEX_WORDS));
  }

  /** A file that keeps to every limit of the default rules, of a number of lines. */
  private static Measures<Signal> fine() {
    return Measures.signals()
        .put(Signal.LINES, 50)
        .put(Signal.MAX_LINE_LENGTH, 80)
        .put(Signal.MEAN_LINE_LENGTH, 30)
        .put(Signal.LETTERS, 0.7)
        .put(Signal.DIGITS, 0.05)
        .put(Signal.HEX_WORDS, 0)
        .put(Signal.ENCODED, 0)
        .put(Signal.COMMENTS, 0.2);
  }

  private static Reason reason(Signal signal, double value) {
    return RULES.of("java").judge(fine().put(signal, value)).map(Verdict::reason).orElse(null);
  }

  @Test
  void limitsAreInclusiveAndBreakJustBeyond() {
    assertEquals(Optional.empty(), RULES.of("java").judge(fine()));
    assertLimit(Signal.LINES, 10, 9, Reason.CODE_LINES);
    assertLimit(Signal.LINES, 100_000, 100_001, Reason.CODE_LINES);
    assertLimit(Signal.MAX_LINE_LENGTH, 1_000, 1_001, Reason.CODE_LINE_LENGTH);
    assertLimit(Signal.MEAN_LINE_LENGTH, 100, 100.1, Reason.CODE_LINE_LENGTH);
    assertLimit(Signal.MEAN_LINE_LENGTH, 5, 4.9, Reason.CODE_LINE_LENGTH);
    assertLimit(Signal.LETTERS, 0.5, 0.49, Reason.CODE_ALPHABETIC);
    assertLimit(Signal.DIGITS, 0.2, 0.21, Reason.CODE_DIGITS);
    assertLimit(Signal.HEX_WORDS, 0.4, 0.41, Reason.CODE_HEX);
    assertLimit(Signal.ENCODED, 0.5, 0.51, Reason.CODE_ENCODED);
    assertLimit(Signal.COMMENTS, 0.01, 0.0099, Reason.CODE_COMMENTS);
    assertLimit(Signal.COMMENTS, 0.8, 0.81, Reason.CODE_COMMENTS);
  }

  private static void assertLimit(Signal signal, double good, double bad, Reason reason) {
    assertEquals(null, reason(signal, good), signal + " " + good);
    assertEquals(reason, reason(signal, bad), signal + " " + bad);
  }

  @Test
  void minifiedScriptsAreToldFromLongLines() {
    Measures<Signal> wide = fine().put(Signal.MEAN_LINE_LENGTH, 111);
    assertEquals(Reason.CODE_MINIFIED, RULES.of("javascript").judge(wide).orElseThrow().reason());
    assertEquals(Reason.CODE_LINE_LENGTH, RULES.of("c").judge(wide).orElseThrow().reason());
  }

  @Test
  void verdictsSayFigureAndLimit() {
    assertEquals(
        Optional.of(new Verdict(Reason.CODE_LINES, "lines 9.0, allowed 10.0 to 100000.0")),
        RULES.of("java").judge(fine().put(Signal.LINES, 9)));
  }
}
