package io.sluice.ingest.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  enum Order {
    HARD,
    EASY
  }

  record Input(@Key(doc = "name") String name, @Key(doc = "paths") List<String> paths) {}

  record Section(
      @Key(doc = "words", preset = "50", min = 1, max = 100) int minWords,
      @Key(doc = "share", preset = "0.5") double share,
      @Key(doc = "tokens", preset = "15T") long tokens,
      @Key(doc = "order", preset = "hard") Order order,
      @Key(doc = "switch", preset = "true") boolean strict,
      @Key(doc = "note", preset = "null") String note,
      @Key(doc = "epochs", preset = "{high: 3.2}") Map<String, Double> epochs,
      @Key(doc = "inputs", preset = "[]") List<Input> inputs) {
    Section {
      if (note != null && note.isBlank()) {
        throw new IllegalArgumentException("note: got blank, allowed: a word or none");
      }
    }
  }

  record Root(
      @Key(doc = "the section", preset = "{}") Section web, @Key(doc = "the seed") long seed) {}

  private static Root parse(String yaml) {
    return Config.parse(Root.class, yaml, "test.yaml");
  }

  private static List<String> mistakes(String yaml) {
    ConfigError error = assertThrows(ConfigError.class, () -> parse(yaml));
    return error.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void absentKeysTakeTheirPresets() {
    Section expected =
        new Section(
            50, 0.5, 15_000_000_000_000L, Order.HARD, true, null, Map.of("high", 3.2), List.of());
    assertEquals(new Root(expected, 7), parse("seed: 7"));
  }

  @Test
  void everyKeyIsRead() {
    String yaml =
        """
        seed: 9007199254740993
        web:
          min_words: 3
          share: 1e-7
          tokens: 500B
          order: easy
          strict: false
          note: hello
          epochs: {high: 4, low: 0}
          inputs:
            - name: a
              paths: [x, y]
        """;
    Section expected =
        new Section(
            3,
            1e-7,
            500_000_000_000L,
            Order.EASY,
            false,
            "hello",
            Map.of("high", 4.0, "low", 0.0),
            List.of(new Input("a", List.of("x", "y"))));
    assertEquals(new Root(expected, 9007199254740993L), parse(yaml));
  }

  @Test
  void everyMistakeIsReportedAtOnceWithItsLineAndRemedy() {
    String yaml =
        """
        seeed: 1
        web:
          min_wrods: 3
          share: much
          order: esay
          strict: 1
          tokens: 1.5
          inputs:
            - name: a
              path: x
        """;
    assertEquals(
        List.of(
            "test.yaml:1: seeed: unknown key (did you mean 'seed'?)",
            "test.yaml:3: web.min_wrods: unknown key (did you mean 'min_words'?)",
            "test.yaml:4: web.share: got 'much' (expected a number)",
            "test.yaml:7: web.tokens: got '1.5' (expected a whole number)",
            "test.yaml:5: web.order: got 'esay' (did you mean 'easy'?)",
            "test.yaml:6: web.strict: got '1' (expected true or false)",
            "test.yaml:10: web.inputs[0].path: unknown key (did you mean 'paths'?)",
            "test.yaml:9: web.inputs[0].paths: is missing (paths)",
            "test.yaml:1: seed: is missing (the seed)"),
        mistakes(yaml));
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    assertEquals(
        List.of("test.yaml:1: web.min_words: got 0 (allowed: at least 1, at most 100)"),
        mistakes("web: {min_words: 0}\nseed: 1"));
  }

  @Test
  void whatARecordRefusesIsAProblemAtItsSection() {
    assertEquals(
        List.of("test.yaml:1: web: note: got blank, allowed: a word or none (mend the value)"),
        mistakes("web: {note: ' '}\nseed: 1"));
  }

  @Test
  void numbersAreNotText() {
    assertEquals(
        List.of(
            "test.yaml:1: web.note: got '12' (expected text (in quotes where it looks like"
                + " something else))"),
        mistakes("web: {note: 12}\nseed: 1"));
  }

  @Test
  void duplicateKeysAndBrokenSyntaxAreRefused() {
    assertEquals(1, mistakes("seed: 1\nseed: 2").size());
    assertEquals(1, mistakes("seed: [1").size());
  }

  @Test
  void overridesReachNestedKeysAndListElements(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("c.yaml");
    Files.writeString(file, "seed: 1\nweb:\n  inputs:\n  - {name: a, paths: ['${run}/x']}\n");
    Root root =
        Config.load(
            Root.class,
            file,
            List.of("web.min_words=9", "web.inputs[0].name=b", "seed=5", "web.note="),
            Map.of("run", "/r"));
    assertEquals(9, root.web().minWords());
    assertEquals(List.of(new Input("b", List.of("/r/x"))), root.web().inputs());
    assertEquals(5, root.seed());
  }

  @Test
  void malformedOverridesAndMissingFilesAreUserErrors(@TempDir Path folder) {
    assertThrows(
        UserError.class, () -> Config.load(Root.class, null, List.of("no-value"), Map.of()));
    assertThrows(
        UserError.class, () -> Config.load(Root.class, null, List.of("web.inputs[3]=1"), Map.of()));
    UserError missing =
        assertThrows(
            UserError.class,
            () -> Config.load(Root.class, folder.resolve("none.yaml"), List.of(), Map.of()));
    assertEquals(folder.resolve("none.yaml") + ": there is no such file", missing.getMessage());
  }

  @Test
  void unknownVariablesAreNamed() {
    assertEquals(
        List.of("test.yaml:1: web.note: unknown variable ${rum} (known here: )"),
        mistakes("web: {note: '${rum}/x'}\nseed: 1"));
  }
}
