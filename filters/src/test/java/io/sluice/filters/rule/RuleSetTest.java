package io.sluice.filters.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.filters.privacy.PrivacyConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.WordSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetTest {
  private final RuleSet rules = RuleSet.load(RuleConfig.defaults());

  @TempDir private Path files;

  private static RuleConfig config(
      boolean quality, boolean repetition, boolean others, String thresholds) {
    return new RuleConfig(
        quality,
        repetition,
        others,
        others,
        false,
        thresholds,
        List.of(),
        List.of(),
        new PrivacyConfig(true, true, true, true, true));
  }

  /** Signals that every rule of English keeps. */
  private static Measures<Signal> good() {
    return Measures.signals()
        .put(Signal.LINES, 20)
        .put(Signal.WORDS, 500)
        .put(Signal.MEAN_WORD_LENGTH, 4.7)
        .put(Signal.ALPHABETIC_WORDS, 0.9)
        .put(Signal.STOP_WORDS, 6)
        .put(Signal.PUNCTUATION_LINES, 0.9);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void keepsOnTheThresholdAndRejectsBeyondIt(Rule rule) throws Exception {
    Path words = Files.writeString(files.resolve("words"), "word");
    RuleSet rules =
        RuleSet.load(
            new RuleConfig(
                true,
                true,
                true,
                true,
                true,
                null,
                List.of(),
                List.of(words.toString()),
                RuleConfig.defaults().privateData()));
    LanguageRules english = rules.forLanguage("eng");
    float max = english.max(rule);
    if (!Float.isInfinite(max)) {
      assertEquals(Verdict.KEEP, rules.judge(good().put(rule.signal(), max), "eng"));
      Verdict beyond = rules.judge(good().put(rule.signal(), Math.nextUp(max)), "eng");
      assertEquals(rule.reason(), beyond.reason());
    }
    float min = english.min(rule);
    if (!Float.isInfinite(min)) {
      assertEquals(Verdict.KEEP, rules.judge(good().put(rule.signal(), min), "eng"));
      Verdict below = rules.judge(good().put(rule.signal(), Math.nextDown(min)), "eng");
      assertEquals(rule.reason(), below.reason());
    }
    assertTrue(
        !Float.isInfinite(min) || !Float.isInfinite(max) || rule == Rule.CURLY_BRACKET,
        "English uses every rule but one");
  }

  @Test
  void saysTheFiguresOfTheFirstRuleThatFails() {
    Measures<Signal> signals =
        good().put(Signal.DUPLICATE_LINES, 0.41).put(Signal.SHORT_LINES, 0.9);
    assertEquals(
        new Verdict(Reason.GOPHER_DUPLICATE_LINES, "duplicate_lines 0.41 > 0.3"),
        rules.judge(signals, "eng"));
    assertEquals(
        new Verdict(Reason.GOPHER_WORD_COUNT, "words 49 < 50"),
        rules.judge(signals.put(Signal.WORDS, 49), "eng"));
    assertEquals(
        new Verdict(Reason.GOPHER_WORD_COUNT, "words 100001 > 100000"),
        rules.judge(signals.put(Signal.WORDS, 100_001), "eng"));
  }

  @Test
  void hasThePublishedThresholdsOfEnglish() {
    LanguageRules english = rules.forLanguage("eng");
    float[] topAndDuplicate = new float[9];
    for (int i = 0; i < 9; i++) {
      topAndDuplicate[i] = english.max(Rule.values()[Rule.TOP_2GRAM.ordinal() + i]);
    }
    assertArrayEquals(
        new float[] {0.20f, 0.18f, 0.16f, 0.15f, 0.14f, 0.13f, 0.12f, 0.11f, 0.10f},
        topAndDuplicate);
    assertEquals(0.12f, english.min(Rule.PUNCTUATION_LINES));
    assertEquals(0.67f, english.max(Rule.SHORT_LINES));
    assertEquals(0.01f, english.max(Rule.DUPLICATE_CHARS));
    assertEquals(0.3f, english.max(Rule.NEWLINE_RATIO));
    assertEquals(8, english.stopWordCount());
    assertEquals(30, english.shortLine());
  }

  @Test
  void judgesChineseByItsOwnThresholds() {
    Measures<Signal> signals = good().put(Signal.MEAN_WORD_LENGTH, 1.7).put(Signal.SHORT_LINES, 1);
    assertEquals(Verdict.KEEP, rules.judge(signals, "cmn"));
    assertEquals(Verdict.KEEP, rules.judge(signals, "cmn_Hani"));
    assertEquals(Reason.GOPHER_WORD_LENGTH, rules.judge(signals, "eng").reason());
    assertEquals(Reason.GOPHER_WORD_LENGTH, rules.judge(signals, "xho").reason());
    assertEquals(Reason.GOPHER_WORD_LENGTH, rules.judge(signals, null).reason());
  }

  @Test
  void skipsWhatWasNotMeasured() {
    Measures<Signal> none = Measures.signals().put(Signal.LINES, 1);
    assertEquals(Verdict.KEEP, rules.judge(none, "eng"));
  }

  @Test
  void rejectsTextWithoutALineFirst() {
    assertEquals(
        new Verdict(Reason.EMPTY_TEXT, "no line that is not blank"),
        rules.judge(Measures.signals().put(Signal.LINES, 0).put(Signal.WORDS, 0), "eng"));
  }

  @Test
  void switchesFamiliesOff() {
    Measures<Signal> bad =
        good().put(Signal.WORDS, 1).put(Signal.DUPLICATE_LINES, 1).put(Signal.PUNCTUATION_LINES, 0);
    assertEquals(Reason.GOPHER_WORD_COUNT, judge(config(true, false, false, null), bad));
    assertEquals(Reason.GOPHER_DUPLICATE_LINES, judge(config(false, true, true, null), bad));
    assertEquals(Reason.FINEWEB_PUNCTUATION, judge(config(false, false, true, null), bad));
    assertEquals(null, judge(config(false, false, false, null), bad));
  }

  private static Reason judge(RuleConfig config, Measures<Signal> signals) {
    return RuleSet.load(config).judge(signals, "eng").reason();
  }

  @Test
  void loadsEveryKeyOfItsConfiguration() {
    assertEquals(RuleConfig.defaults(), Config.parse(RuleConfig.class, "{}", "test"));
    assertEquals(config(true, true, true, null), RuleConfig.defaults());
    assertEquals(
        new RuleConfig(
            false,
            false,
            false,
            false,
            true,
            "folder",
            List.of("u"),
            List.of("w"),
            new PrivacyConfig(false, false, false, false, false)),
        Config.parse(
            RuleConfig.class,
            """
            {gopher_quality: false, gopher_repetition: false, fineweb: false, c4: false,
             refinedweb: true, thresholds: folder, blocked_urls: [u], blocked_words: [w],
             private_data: {emails: false, ip_addresses: false, phone_numbers: false,
                            identity_numbers: false, secrets: false}}
            """,
            "test"));
  }

  @Test
  void takesAFolderInPlaceOfTheBuiltInFiles(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("pol.yaml"), "{bounds: {words: {min: 7}}, stop_words: [i]}");
    Files.writeString(folder.resolve("eng.yaml"), "bounds: {stop_words: {}}");
    RuleSet own = RuleSet.load(config(true, true, true, folder.toString()));
    assertEquals(7, own.forLanguage("pol").min(Rule.WORDS));
    assertEquals(1, own.forLanguage("pol").stopWordCount());
    assertEquals(0.3f, own.forLanguage("pol").max(Rule.DUPLICATE_LINES));
    assertEquals(Float.NEGATIVE_INFINITY, own.forLanguage("eng").min(Rule.STOP_WORDS));
    assertEquals(0, own.forLanguage("eng").stopWordCount());
    assertEquals(5, own.forLanguage("cmn").max(Rule.MEAN_WORD_LENGTH));
  }

  @Test
  void namesEveryMistakeOfAFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("eng.yaml"), "bounds:\n  wrds: {min: 7}\n  words:\n");
    UserError error = assertThrows(UserError.class, () -> load(folder.toString()));
    assertTrue(error.getMessage().contains("eng.yaml"), error.getMessage());
    assertTrue(error.getMessage().contains("bounds.wrds: unknown key"), error.getMessage());
    assertTrue(error.getMessage().contains("bounds.words: got nothing"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bonds: {}",
        "bounds: {words: {mn: 1}}",
        "bounds: {words: {min: 2, max: 1}}",
        "stop_words: ['']",
        "short_line_characters: -1"
      })
  void refusesBadFiles(String yaml, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("eng.yaml"), yaml);
    UserError error = assertThrows(UserError.class, () -> load(folder.toString()));
    assertTrue(error.getMessage().contains("eng.yaml"), error.getMessage());
  }

  @Test
  void refusesFoldersThatCannotBeMeant(@TempDir Path folder) throws Exception {
    assertThrows(UserError.class, () -> load(folder.resolve("absent").toString()));
    assertThrows(UserError.class, () -> load(folder.toString()));
    Files.writeString(folder.resolve("english.yaml"), "{}");
    UserError error = assertThrows(UserError.class, () -> load(folder.toString()));
    assertTrue(error.getMessage().contains("english.yaml"), error.getMessage());
  }

  private static RuleSet load(String folder) {
    return RuleSet.load(config(true, true, true, folder));
  }

  @Test
  void travelsToTasks() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rules);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RuleSet copy = (RuleSet) in.readObject();
      Measures<Signal> signals = good().put(Signal.DUPLICATE_LINES, 0.41);
      assertEquals(rules.judge(signals, "eng"), copy.judge(signals, "eng"));
      assertEquals(rules.judge(signals, "jpn"), copy.judge(signals, "jpn"));
    }
  }

  @Test
  void keepsAnArticleAndRejectsAMenu() {
    String article =
        """
        The harbour was quiet that morning, and the boats that had come in overnight were still.
        Nobody on the quay knew how to read the sky better than the old pilot with his pipe.
        He told the crews to wait, because the wind would turn before noon and bring rain.
        Some of them laughed, but most of them stayed and mended nets until the storm arrived.
        By then the kitchen of the inn was warm, and they were glad to be sitting there.
        """;
    String menu = "Home\nNews\nSport\nWeather\nShop\nTravel\nFood\n".repeat(12);
    WordSplitter splitter = new WordSplitter();
    TextMeasures measures = new TextMeasures(rules);
    Measures<Signal> first = Measures.signals();
    measures.measure(splitter.split(article), "eng", first);
    assertEquals(Verdict.KEEP, rules.judge(first, "eng"));
    Measures<Signal> second = Measures.signals();
    measures.measure(splitter.split(menu), "eng", second);
    assertEquals(
        new Verdict(Reason.GOPHER_STOP_WORDS, "stop_words 0 < 2"), rules.judge(second, "eng"));
  }
}
