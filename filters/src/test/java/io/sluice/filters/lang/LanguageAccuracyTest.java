package io.sluice.filters.lang;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.ingest.SharedData;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sentences of 75 languages, eight of which the embedded model does not know. */
class LanguageAccuracyTest {
  private static final Set<String> UNKNOWN = Set.of("lg", "mi", "sn", "st", "tn", "ts", "xh", "zu");

  private final LanguageIdentifier identifier = new LanguageIdentifier();

  @Test
  void identifiesNineInTenSentences() throws Exception {
    Map<String, List<String>> sentences = sentences();
    assertTrue(share(sentences, 1) > 0.92, () -> "one sentence: " + share(sentences, 1));
    assertTrue(share(sentences, 5) > 0.95, () -> "five sentences: " + share(sentences, 5));
  }

  /** Of the texts that scored about s, the share s or more is right. */
  @Test
  void scoresPromiseNoMoreThanTheyKeep() throws Exception {
    int bins = 5;
    double[] right = new double[bins];
    double[] scores = new double[bins];
    int[] count = new int[bins];
    for (Map.Entry<String, List<String>> entry : sentences().entrySet()) {
      for (String text : entry.getValue()) {
        for (int words : new int[] {3, 6, 12, 1000}) {
          String[] all = text.trim().split("\\s+");
          String some = String.join(" ", Arrays.copyOf(all, Math.min(words, all.length)));
          Language language = identifier.identify(some);
          int bin = Math.min(bins - 1, (int) (language.score() * bins));
          count[bin]++;
          scores[bin] += language.score();
          right[bin] += language.code().equals(entry.getKey()) ? 1 : 0;
        }
      }
    }
    for (int i = 0; i < bins; i++) {
      assertTrue(right[i] / count[i] > scores[i] / count[i] - 0.03, "bin " + i + " of " + bins);
      assertTrue(i == 0 || right[i] / count[i] > right[i - 1] / count[i - 1], "bin " + i);
    }
    assertTrue(right[bins - 1] / count[bins - 1] > 0.95);
  }

  private double share(Map<String, List<String>> sentences, int together) {
    int right = 0;
    int all = 0;
    for (Map.Entry<String, List<String>> entry : sentences.entrySet()) {
      List<String> lines = entry.getValue();
      for (int i = 0; i + together <= lines.size(); i += together) {
        String text = String.join("\n", lines.subList(i, i + together));
        right += identifier.identify(text).code().equals(entry.getKey()) ? 1 : 0;
        all++;
      }
    }
    return (double) right / all;
  }

  /** By Sluice's code, languages that the model knows. */
  private static Map<String, List<String>> sentences() throws Exception {
    Map<String, List<String>> sentences = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(SharedData.file("langid/lingua_sentences.jsonl"))) {
      JsonNode node = json.readTree(line);
      String label = node.get("lang").asText();
      if (!UNKNOWN.contains(label)) {
        String code = new Labels(List.of(label.equals("nb") ? "no" : label)).code(0);
        sentences.computeIfAbsent(code, c -> new ArrayList<>()).add(node.get("text").asText());
      }
    }
    return sentences;
  }
}
