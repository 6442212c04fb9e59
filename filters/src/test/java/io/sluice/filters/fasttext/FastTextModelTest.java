package io.sluice.filters.fasttext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.filters.lang.LanguageModel;
import io.sluice.ingest.config.UserError;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models of fastText's own code and its own predictions are the reference; {@code
 * filters/models/fasttext_fixtures.py} made them.
 */
class FastTextModelTest {
  private static final double CLOSE = 1e-5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hs.bin",
        "softmax-words.bin",
        "ova-both.bin",
        "ns-unigrams.bin",
        "hs.ftz",
        "softmax-both.ftz"
      })
  void predictsAsFastText(String name) throws IOException {
    assertPredicts(FastTextModel.read(new ByteArrayInputStream(bytes(name))), name);
  }

  @Test
  void predictsLanguagesAsFastText() throws IOException {
    try (InputStream in = LanguageModel.class.getResourceAsStream("lid.176.ftz")) {
      FastTextModel model = FastTextModel.read(in);
      assertEquals(176, model.labels().size());
      assertEquals(16, model.dimension());
      assertPredicts(model, "lid.176.ftz");
    }
  }

  /** Twice, so that the second time tokens come from the cache. */
  private static void assertPredicts(FastTextModel model, String name) throws IOException {
    FastTextPredictor predictor = new FastTextPredictor(model);
    List<JsonNode> expected = rows(name + ".jsonl");
    assertFalse(expected.isEmpty());
    for (int round = 0; round < 2; round++) {
      for (JsonNode row : expected) {
        String text = row.get("text").asText();
        List<Prediction> got = predictor.predict(text, row.get("labels").size());
        Map<String, Float> byLabel = new HashMap<>();
        got.forEach(p -> byLabel.put(p.label(), p.probability()));
        assertEquals(row.get("labels").size(), got.size(), text);
        for (int i = 0; i < got.size(); i++) {
          double probability = row.get("probabilities").get(i).asDouble();
          assertEquals(probability, got.get(i).probability(), CLOSE, text);
          Float same = byLabel.get(row.get("labels").get(i).asText());
          if (probability > 2 * CLOSE) {
            assertEquals(probability, same, CLOSE, text);
          }
        }
        assertEquals(
            got.isEmpty() ? -1 : model.labels().indexOf(got.get(0).label()),
            predictor.best(text),
            text);
      }
    }
  }

  @Test
  void oneLabelHasTheProbabilityThatAllOfThemGiveIt() throws IOException {
    for (String name : List.of("hs.bin", "softmax-words.bin", "ova-both.bin")) {
      FastTextModel model = FastTextModel.read(new ByteArrayInputStream(bytes(name)));
      float[] vector = new float[model.dimension()];
      SplittableRandom random = new SplittableRandom(3);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextDouble() - 0.5f;
      }
      float[] all = new float[model.labels().size()];
      model.probabilities(vector, all);
      for (int i = 0; i < all.length; i++) {
        assertEquals(all[i], model.probability(vector, i, new float[all.length]), 1e-6, name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hs.bin", "hs.ftz"})
  void refusesAFileThatIsCutAnywhere(String name) throws IOException {
    byte[] whole = bytes(name);
    for (int length = 0; length < whole.length; length += length < 6000 ? 1 : 97) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(
          IOException.class, () -> FastTextModel.read(new ByteArrayInputStream(cut)), name);
    }
  }

  /** A flipped byte gives an IOException or a model, and no model fails in predicting. */
  @ParameterizedTest
  @ValueSource(strings = {"hs.bin", "hs.ftz"})
  void survivesFlippedBytes(String name) throws IOException {
    byte[] whole = bytes(name);
    for (int at = 0; at < 160; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x40;
      try {
        FastTextModel model = FastTextModel.read(new ByteArrayInputStream(flipped));
        if (model.settings().maxChars() < 1000) {
          new FastTextPredictor(model).predict("ta ri mo", 1);
        }
      } catch (IOException e) {
        assertTrue(e.getMessage() != null, "byte " + at);
      }
    }
  }

  @Test
  void namesTheFileThatIsNoModel() throws IOException {
    Path file = Files.writeString(folder.resolve("model.bin"), "hello, no model");
    UserError error = assertThrows(UserError.class, () -> FastTextModel.load(file));
    assertTrue(error.getMessage().contains("model.bin: not a fastText model"), error.getMessage());
    assertThrows(UserError.class, () -> FastTextModel.load(folder.resolve("absent.bin")));
  }

  @Test
  void replacesUnpairedSurrogates() {
    Utf8 utf8 = new Utf8();
    String text = "a\uD83D é\uDE00 \uD83D\uDE00";
    utf8.add(text, 0, text.length());
    assertEquals(
        "a\uFFFD é\uFFFD \uD83D\uDE00",
        new String(utf8.bytes(), 0, utf8.length(), StandardCharsets.UTF_8));
    utf8.clear();
    utf8.add(text, text.length() - 2, text.length() - 1);
    assertEquals("\uFFFD", new String(utf8.bytes(), 0, utf8.length(), StandardCharsets.UTF_8));
  }

  @Test
  void dividesAsUnsignedIntegers() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 20_000; round++) {
      int buckets = 1 + random.nextInt(Integer.MAX_VALUE);
      int hash = random.nextInt();
      assertEquals(
          Integer.remainderUnsigned(hash, buckets), new Subwords(0, buckets).remainder(hash));
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = FastTextModelTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static List<JsonNode> rows(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                FastTextModelTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(json.readTree(line));
      }
    }
    return rows;
  }
}
