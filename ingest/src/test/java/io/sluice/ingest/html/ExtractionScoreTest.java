package io.sluice.ingest.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.ingest.SharedData;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class ExtractionScoreTest {
  private static final Map<String, Double> FLOORS =
      Map.of("all", 0.92, "chinese", 0.91, "magic-forum", 0.87, "snippets", 0.94);

  @Test
  void scoresByShinglesOfFourTokens() {
    assertEquals(1, ExtractionScore.f1("One two, three four five!", "one TWO three\nfour five"));
    assertEquals(0.5, ExtractionScore.f1("a b c d e", "a b c d x"));
    assertEquals(0.6, ExtractionScore.f1("河水慢慢上涨", "河水慢慢上涨到了早晨"), 1e-9);
    assertEquals(0, ExtractionScore.f1("a b c d", ""));
    assertEquals(1, ExtractionScore.f1("", ""));
  }

  /**
   * The model has been taught these pages: floors guard against faults, docs/choices.md has its
   * worth.
   */
  @Test
  void reachesItsScoresOnPagesWithGold() throws IOException {
    Map<String, JsonNode> truths = truths();
    Map<String, List<Double>> scores = new TreeMap<>();
    int hits = 0;
    int misses = 0;
    int falseHits = 0;
    MainText reader = new MainText();
    try (WarcPages pages =
        WarcPages.open(
            SharedData.file("crawl.warc.gz").toString(),
            new Configuration(),
            new WarcLimits(50_000_000))) {
      for (WarcPage page = pages.next(); page != null; page = pages.next()) {
        JsonNode truth = truths.get(page.url().replace(" ", "%20"));
        if (truth == null) {
          continue;
        }
        String text = reader.extract(page.body(), page.charsetFromHeader(), page.url()).text();
        JsonNode gold = truth.get("truth");
        if (gold.get("type").asText().equals("full")) {
          double score = ExtractionScore.f1(gold.get("text").asText(), text);
          add(scores, truth.get("set").asText(), score);
          add(scores, "all", score);
          if (truth.get("cjk_share").asDouble() > 0.1) {
            add(scores, "chinese", score);
          }
        } else if (gold.get("type").asText().equals("snippets")) {
          String flat = squeeze(text);
          for (JsonNode snippet : gold.get("with")) {
            boolean found = flat.contains(squeeze(snippet.asText()));
            hits += found ? 1 : 0;
            misses += found ? 0 : 1;
          }
          for (JsonNode snippet : gold.get("without")) {
            falseHits += flat.contains(squeeze(snippet.asText())) ? 1 : 0;
          }
        }
      }
    }
    Map<String, Double> means = new TreeMap<>();
    scores.forEach((set, all) -> means.put(set, mean(all)));
    means.put("snippets", 2.0 * hits / (2.0 * hits + misses + falseHits));
    FLOORS.forEach(
        (set, floor) ->
            assertTrue(means.get(set) >= floor, set + " in " + means + " of " + FLOORS));
  }

  private static Map<String, JsonNode> truths() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> truths = new HashMap<>();
    for (String line : Files.readAllLines(SharedData.file("truth.jsonl"))) {
      JsonNode row = json.readTree(line);
      truths.put(row.get("url").asText().replace(" ", "%20"), row);
    }
    return truths;
  }

  private static void add(Map<String, List<Double>> scores, String set, double score) {
    scores.computeIfAbsent(set, s -> new ArrayList<>()).add(score);
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
