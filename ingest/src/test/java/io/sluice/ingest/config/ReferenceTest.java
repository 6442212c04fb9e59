package io.sluice.ingest.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  enum Order {
    HARD,
    EASY
  }

  record Input(
      @Key(doc = "a note", preset = "null") String note,
      @Key(doc = "its name") String name,
      @Key(doc = "its files") List<String> paths) {}

  record Limits(
      @Key(doc = "bytes", preset = "5") long maxBytes,
      @Key(doc = "words", preset = "[a, 'b c']") List<String> words) {}

  record Section(
      @Key(doc = "what is read") List<Input> inputs,
      @Key(doc = "how much", preset = "{max_bytes: 7}") Limits limits) {}

  record Root(
      @Key(doc = "the section", preset = "null") Section web,
      @Key(doc = "what one may cost", preset = "{max_bytes: 1_000, words: [c]}") Limits limits,
      @Key(doc = "hard or easy", preset = "hard") Order first,
      @Key(doc = "which of a group", preset = "[easy]") List<Order> orders,
      @Key(doc = "how often", preset = "{high: 3.2}") Map<String, Double> epochs,
      @Key(doc = "further ones", preset = "[]") List<Input> others) {}

  record Asking(
      @Key(doc = "the seed") long seed,
      @Key(doc = "switch") boolean strict,
      @Key(doc = "the order") Order order,
      @Key(doc = "shares") Map<String, Double> shares,
      @Key(doc = "the limits") Limits limits,
      @Key(doc = "the sections") List<Section> sections) {}

  record Broken(@Key(doc = "limits", preset = "[]") Limits limits) {}

  @Test
  void everyKeyStandsWithItsDocAndPreset() {
    assertEquals(
        """
        # the section
        # web:
        #   # what is read
        #   inputs:
        #     # a note
        #     - note: null
        #       # its name
        #       name: <text>
        #       # its files
        #       paths: [<text>]
        #   # how much
        #   limits:
        #     # bytes
        #     max_bytes: 7
        #     # words
        #     words: [a, 'b c']

        # what one may cost
        limits:
          # bytes
          max_bytes: 1_000
          # words
          words: [c]

        # hard or easy
        first: hard

        # which of a group (of: hard, easy)
        orders: [easy]

        # how often
        epochs: {high: 3.2}

        # further ones
        others: []
        # others:
        #   # a note
        #   - note: null
        #     # its name
        #     name: <text>
        #     # its files
        #     paths: [<text>]
        """,
        Reference.yaml(Root.class));
  }

  @Test
  void theTextLoadsToThePresets() {
    assertEquals(
        Config.parse(Root.class, "", "presets"),
        Config.parse(Root.class, Reference.yaml(Root.class), "reference"));
  }

  @Test
  void whatIsCommentedOutLoadsOnceItIsFilledIn() {
    String web =
        Reference.yaml(Root.class)
            .lines()
            .takeWhile(line -> !line.isBlank())
            .map(line -> line.substring(2).replace("<text>", "x"))
            .filter(line -> !line.equals("the section"))
            .reduce("", (all, line) -> all + line + "\n");
    Root root = Config.parse(Root.class, web, "reference");
    assertEquals(
        new Section(
            List.of(new Input(null, "x", List.of("x"))), new Limits(7, List.of("a", "b c"))),
        root.web());
  }

  @Test
  void whatHasToBeGivenIsCommentedOutOnce() {
    assertEquals(
        """
        # the seed
        # seed: <number>

        # switch
        # strict: <true or false>

        # the order (of: hard, easy)
        # order: <hard or easy>

        # shares
        # shares: {<word>: <number>}

        # the limits
        # limits:
        #   # bytes
        #   max_bytes: 5
        #   # words
        #   words: [a, 'b c']

        # the sections
        # sections:
        #   # what is read
        #   - inputs:
        #       # a note
        #       - note: null
        #         # its name
        #         name: <text>
        #         # its files
        #         paths: [<text>]
        #     # how much
        #     limits:
        #       # bytes
        #       max_bytes: 7
        #       # words
        #       words: [a, 'b c']
        """,
        Reference.yaml(Asking.class));
  }

  @Test
  void aPresetThatIsNoSectionIsOurMistake() {
    assertThrows(IllegalStateException.class, () -> Reference.yaml(Broken.class));
  }
}
