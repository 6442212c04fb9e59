package io.sluice.filters.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Sentences of 75 languages, of which the model does not know seven. */
class LanguageAccuracyTest {
  private static final Set<String> UNKNOWN =
      Set.of("lug", "sna", "sot", "tsn", "tso", "xho", "yor");

  @Test
  void identifiesNineInTenSentencesAndIsRightWhereSure() throws Exception {
    Map<String, List<String>> sentences = sentences();
    assertTrue(share(sentences, 1) > 0.92, () -> "one sentence: " + share(sentences, 1));
    assertTrue(share(sentences, 5) > 0.96, () -> "five sentences: " + share(sentences, 5));
    assertEquals(0, wrongThoughSure(sentences));
  }

  private static double share(Map<String, List<String>> sentences, int together) {
    LanguageIdentifier identifier = new LanguageIdentifier();
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

  private static int wrongThoughSure(Map<String, List<String>> sentences) {
    LanguageIdentifier identifier = new LanguageIdentifier();
    int wrong = 0;
    for (Map.Entry<String, List<String>> entry : sentences.entrySet()) {
      for (String text : entry.getValue()) {
        Language language = identifier.identify(text);
        wrong += language.score() >= 0.65 && !language.code().equals(entry.getKey()) ? 1 : 0;
      }
    }
    return wrong;
  }

  /** By ISO 639-3 code, languages that the model knows. */
  private static Map<String, List<String>> sentences() throws Exception {
    Path file = shared().resolve("data/langid/lingua_sentences.jsonl");
    Assumptions.assumeTrue(Files.exists(file), "no language samples at " + file);
    Map<String, List<String>> sentences = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      String code = Locale.forLanguageTag(node.get("lang").asText()).getISO3Language();
      code = code.equals("zho") ? "cmn" : code;
      if (!UNKNOWN.contains(code)) {
        sentences.computeIfAbsent(code, c -> new ArrayList<>()).add(node.get("text").asText());
      }
    }
    return sentences;
  }

  private static Path shared() {
    String named = System.getProperty("SLUICE_SHARED", System.getenv("SLUICE_SHARED"));
    return named != null ? Path.of(named) : Path.of("../../shared").toAbsolutePath().normalize();
  }
}
