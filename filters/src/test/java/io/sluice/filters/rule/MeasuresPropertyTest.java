package io.sluice.filters.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.WordSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares with slow definitions that build every line, paragraph and n-gram as a string. */
class MeasuresPropertyTest {
  private static final int TEXTS = 500;
  private static final String[] PIECES = {
    "a",
    "b",
    "cc",
    "\uD800\uDF30",
    "é",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "...",
    "…",
    "#",
    "-",
    ". ",
    "\t"
  };

  private final WordSplitter splitter = new WordSplitter();
  private final TextMeasures measures = new TextMeasures(RuleSet.load(RuleConfig.defaults()));

  @Test
  void agreesWithSlowDefinitionsOnRandomText() {
    for (long seed = 0; seed < TEXTS; seed++) {
      String text = randomText(new SplittableRandom(seed));
      Measures<Signal> signals = Measures.signals();
      measures.measure(splitter.split(text), "eng", signals);
      Measures<Signal> expected = slow(text);
      for (Signal signal : Signal.values()) {
        if (expected.has(signal)) {
          assertEquals(
              expected.get(signal), signals.get(signal), signal + ", seed " + seed + ": " + text);
        }
      }
    }
  }

  private static String randomText(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(120);
    int kinds = 2 + random.nextInt(PIECES.length - 1);
    for (int i = 0; i < length; i++) {
      text.append(PIECES[random.nextInt(kinds)]);
    }
    return text.toString();
  }

  private static Measures<Signal> slow(String text) {
    Measures<Signal> signals = Measures.signals();
    int characters = length(text);
    double[] paragraphs = duplicates(List.of(text.strip().split("\n{2,}", -1)));
    if (!text.isBlank()) {
      signals.put(Signal.DUPLICATE_PARAGRAPHS, paragraphs[0]);
      signals.put(Signal.DUPLICATE_PARAGRAPH_CHARS, paragraphs[1] / Math.max(1, characters));
    }
    double[] lines = duplicates(List.of(text.split("\n+", -1)));
    signals.put(Signal.DUPLICATE_LINES, lines[0]);
    signals.put(Signal.DUPLICATE_LINE_CHARS, lines[1] / Math.max(1, characters));
    List<String> written =
        Arrays.stream(text.split("\n", -1)).filter(line -> !line.isBlank()).toList();
    int feeds = text.length() - text.replace("\n", "").length();
    signals.put(Signal.DUPLICATE_CHARS, duplicates(written)[1] / Math.max(1, characters - feeds));
    signals.put(Signal.LINES, written.size());
    long punctuated = written.stream().filter(line -> line.endsWith(".")).count();
    signals.put(Signal.PUNCTUATION_LINES, (double) punctuated / Math.max(1, written.size()));
    List<String> all = text.lines().toList();
    long bullets = all.stream().filter(line -> line.strip().startsWith("-")).count();
    long ellipses =
        all.stream().filter(line -> line.strip().matches("(?s).*(…|\\.\\.\\.)")).count();
    signals.put(Signal.BULLET_LINES, (double) bullets / Math.max(1, all.size()));
    signals.put(Signal.ELLIPSIS_LINES, (double) ellipses / Math.max(1, all.size()));

    List<String> tokens = tokens(text);
    int marks = text.split("\\.\\.\\.", -1).length - 1 + text.split("…", -1).length - 1;
    signals.put(Signal.ELLIPSIS_RATIO, (double) marks / Math.max(1, tokens.size()));
    signals.put(Signal.NEWLINE_RATIO, (double) feeds / Math.max(1, tokens.size()));
    Signal[] top = {Signal.TOP_2GRAM, Signal.TOP_3GRAM, Signal.TOP_4GRAM};
    for (int i = 0; i < top.length; i++) {
      signals.put(top[i], top(tokens, i + 2) / Math.max(1, characters));
    }
    for (int n = 5; n <= 10; n++) {
      signals.put(
          Signal.valueOf("DUPLICATE_" + n + "GRAMS"),
          repeated(tokens, n) / Math.max(1, characters));
    }
    return signals;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Letters in a row (a hyphen or full stop between two holds them), and marks in a row. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    var matcher = Pattern.compile("\\p{L}+(?:[-.]\\p{L}+)*|(\\p{P}|\\p{S})\\1*").matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /** Share of pieces that occurred before, and their characters. */
  private static double[] duplicates(List<String> pieces) {
    Set<String> seen = new HashSet<>();
    int repeated = 0;
    int characters = 0;
    for (String piece : pieces) {
      if (!seen.add(piece)) {
        repeated++;
        characters += length(piece);
      }
    }
    return new double[] {(double) repeated / Math.max(1, pieces.size()), characters};
  }

  private static double top(List<String> tokens, int n) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(String.join(" ", tokens.subList(i, i + n)), 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(c -> c).max().orElse(0);
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() == most) {
        return (double) most * length(entry.getKey());
      }
    }
    return 0;
  }

  private static double repeated(List<String> tokens, int n) {
    Set<List<String>> seen = new HashSet<>();
    int characters = 0;
    int i = 0;
    while (i + n <= tokens.size()) {
      if (seen.add(List.copyOf(tokens.subList(i, i + n)))) {
        i++;
      } else {
        characters += length(String.join("", tokens.subList(i, i + n)));
        i += n;
      }
    }
    return characters;
  }
}
