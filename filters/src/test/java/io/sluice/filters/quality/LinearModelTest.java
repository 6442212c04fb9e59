package io.sluice.filters.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.text.Draw;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearModelTest {
  private static final TrainingReport REPORT =
      new TrainingReport(8, 4, new BinaryMetrics(2, 1, 1, 1, 1), 0.5);

  @Test
  void theScoreIsTheLogisticOfTheMeanWeight() {
    float[] weights = new float[256];
    int[] indices = new HashedFeatures(FeatureSpec.of(8)).indices("cat");
    double sum = 0;
    for (int i = 0; i < indices.length; i++) {
      weights[indices[i]] = i + 1;
    }
    for (int index : indices) {
      sum += weights[index];
    }
    LinearModel model = new LinearModel(card("eng"), -0.25f, weights);
    double expected = 1 / (1 + Math.exp(-(sum / indices.length - 0.25)));
    assertEquals(expected, model.score("cat"), 1e-7);
  }

  @Test
  void anyTextScoresBetweenZeroAndOneAndAlwaysTheSame() {
    LinearModel model = model("mul");
    for (String text :
        List.of(
            "word",
            "\ud800 lone",
            "שלום עולם",
            "a".repeat(3_000_000),
            "汉".repeat(1_000_000),
            "one two ".repeat(500_000))) {
      float score = model.score(text);
      assertTrue(score >= 0 && score <= 1, () -> "score " + score);
      assertEquals(score, model.score(java.nio.CharBuffer.wrap(text)));
    }
    assertEquals(0f, model.score(""));
    assertEquals(0f, model.score(" \n\u3000\t"));
    assertEquals(0f, model.score("\udfff"));
  }

  @Test
  void aFileGivesBackTheModel(@TempDir Path folder) throws IOException {
    LinearModel model = model("deu");
    Path file = folder.resolve("m.model");
    try (OutputStream out = Files.newOutputStream(file)) {
      model.write(out);
    }
    LinearModel back = LinearModel.read(file);
    assertEquals(model.card(), back.card());
    assertEquals("test@1", back.card().id());
    assertEquals(model.bias(), back.bias());
    assertArrayEquals(model.weights(), back.weights());
    assertArrayEquals(ModelFile.bytes(model), Files.readAllBytes(file));
  }

  @Test
  void aFileCutAnywhereOrChangedAnywhereIsRefused() {
    byte[] good = ModelFile.bytes(model("eng"));
    for (int length = 0; length < good.length; length += length < 400 ? 1 : 97) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThrows(UserError.class, () -> ModelFile.parse(cut, "cut"));
    }
    for (int at = 0; at < good.length; at += 13) {
      byte[] flipped = good.clone();
      flipped[at] ^= 0x10;
      assertThrows(UserError.class, () -> ModelFile.parse(flipped, "flipped"));
    }
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    UserError error = assertThrows(UserError.class, () -> ModelFile.parse(longer, "m.model"));
    assertEquals("quality model m.model: is damaged: its hash does not match", error.getMessage());
    assertThrows(UserError.class, () -> LinearModel.read(Path.of("no", "such.model")));
  }

  @Test
  void badPartsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new LinearModel(card("eng"), 0, new float[255]));
    float[] bad = new float[256];
    bad[7] = Float.NaN;
    assertThrows(IllegalArgumentException.class, () -> new LinearModel(card("eng"), 0, bad));
    assertThrows(IllegalArgumentException.class, () -> card("English"));
  }

  @Test
  void aUsersModelTakesThePlaceOfTheEmbeddedOne(@TempDir Path folder) throws IOException {
    Path german = write(folder, "deu");
    QualityModels models = QualityModels.load(List.of(german));
    assertEquals("test@1", models.forLanguage("deu").card().id());
    assertEquals("test@1", models.forLanguage("deu_Latn").card().id());
    assertEquals("eng", models.forLanguage("eng").card().language());
    assertEquals("mul", models.forLanguage("fra").card().language());

    Path fallback = write(folder, "mul");
    assertEquals("test@1", QualityModels.load(List.of(fallback)).forLanguage(null).card().id());
    UserError twice =
        assertThrows(UserError.class, () -> QualityModels.load(List.of(german, german)));
    assertTrue(twice.getMessage().contains("a second model for language deu"));
  }

  private static Path write(Path folder, String language) throws IOException {
    return Files.write(folder.resolve(language + ".model"), ModelFile.bytes(model(language)));
  }

  private static LinearModel model(String language) {
    float[] weights = new float[256];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (20 * Draw.uniform(5, "weight", "" + i) - 10);
    }
    return new LinearModel(card(language), 0.125f, weights);
  }

  private static ModelCard card(String language) {
    return new ModelCard(
        "test",
        "1",
        language,
        FeatureSpec.of(8),
        TrainingSettings.standard(),
        "0123456789abcdef0123456789abcdef",
        REPORT);
  }
}
