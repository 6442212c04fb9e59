package io.sluice.filters.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.text.Draw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LinearTrainerTest {
  private static final TrainingSettings SMALL =
      new TrainingSettings(10, 4, 8, 32, 0.1, 1, 0.25, 7L);
  private static final String[] HIGH = {
    "because",
    "therefore",
    "the",
    "reason",
    "explains",
    "which",
    "method",
    "result",
    "这",
    "因此",
    "说明"
  };
  private static final String[] LOW = {
    "click", "login", "menu", "sale", "cheap", "home", "next", "tags", "点击", "登录", "首页"
  };

  @Test
  void servedScoresAgreeWithTheNetwork() {
    LinearTrainer trainer = new LinearTrainer(SMALL);
    List<LabelledText> texts = texts(200);
    MultiLayerNetwork network = trainer.fit(texts);
    LinearModel model =
        LinearTrainer.collapse(network, trainer.train(texts, "t", "1", "mul").card());

    List<LabelledText> asked = new ArrayList<>(texts.subList(0, 40));
    asked.add(new LabelledText("Words that were never seen, at all: 未见过的字 …", true, "new"));
    asked.add(new LabelledText("x", false, "new"));
    boolean[] all = new boolean[1 << SMALL.bits()];
    Arrays.fill(all, true);
    Bags bags = new Bags(new HashedFeatures(FeatureSpec.of(SMALL.bits())));
    float[] expected;
    try (INDArray rows =
        Nd4j.create(bags.rows(asked, all), new long[] {asked.size(), all.length}, 'c')) {
      expected = network.output(rows).toFloatVector();
    }
    float[] served = new float[asked.size()];
    for (int i = 0; i < served.length; i++) {
      served[i] = model.score(asked.get(i).text());
    }
    assertArrayEquals(expected, served, 1e-5f);
    assertTrue(served[0] != served[1], "the network has learnt something");
  }

  @Test
  void teachingTwiceGivesTheSameBytes() {
    LinearModel first = new LinearTrainer(SMALL).train(texts(120), "t", "1", "mul");
    LinearModel second = new LinearTrainer(SMALL).train(texts(120), "t", "1", "mul");
    assertArrayEquals(ModelFile.bytes(first), ModelFile.bytes(second));
  }

  @Test
  void itMeasuresOnDocumentsHeldOut() {
    TrainingReport report =
        new LinearTrainer(SMALL).train(texts(400), "t", "1", "mul").card().report();
    assertEquals(400, report.examples() + report.heldOut().examples());
    assertTrue(report.heldOut().examples() > 50, report::toString);
    assertEquals(1, report.heldOut().rocAuc(), 0.01, report::toString);
    assertTrue(report.lengthRocAuc() >= 0.5 && report.lengthRocAuc() < 0.9, report::toString);
  }

  @Test
  void labelsThatMeanNothingAreNotLearnt() {
    List<LabelledText> noise = new ArrayList<>();
    for (LabelledText text : texts(600)) {
      boolean coin = Draw.uniform(3, "coin", text.group()) < 0.5;
      noise.add(new LabelledText(text.text(), coin, text.group()));
    }
    BinaryMetrics heldOut =
        new LinearTrainer(SMALL).train(noise, "t", "1", "mul").card().report().heldOut();
    assertEquals(0.5, heldOut.rocAuc(), 0.15, heldOut::toString);
  }

  @Test
  void oneLabelAloneIsRefused() {
    List<LabelledText> high = texts(50).stream().filter(LabelledText::high).toList();
    UserError error =
        assertThrows(UserError.class, () -> new LinearTrainer(SMALL).train(high, "t", "1", "mul"));
    assertTrue(error.getMessage().contains("with label 1"), error.getMessage());
  }

  @Test
  void bucketsOfTooFewDocumentsAreLeftOut() {
    Bags bags = new Bags(new HashedFeatures(FeatureSpec.of(16)));
    List<LabelledText> texts =
        List.of(
            new LabelledText("shared once", true, "a"),
            new LabelledText("once once", true, "a"),
            new LabelledText("shared", false, "b"));
    boolean[] used = bags.used(texts, 2);
    int[] shared = new HashedFeatures(FeatureSpec.of(16)).indices("shared");
    int[] once = new HashedFeatures(FeatureSpec.of(16)).indices("once");
    assertTrue(used[shared[0]]);
    assertFalse(used[once[0]]);
  }

  @Test
  void labelledTextsAreReadAndMistakesAreNamed(@TempDir Path folder) throws IOException {
    Path good = folder.resolve("good.jsonl");
    Files.writeString(
        good,
        "{\"text\":\"a\",\"label\":1,\"group\":\"g\",\"more\":[]}\n\n{\"text\":\"b\",\"label\":\"0\"}\n");
    List<LabelledText> texts = LabelledTexts.read(good);
    assertEquals(
        List.of(
            new LabelledText("a", true, "g"), new LabelledText("b", false, texts.get(1).group())),
        texts);

    for (String bad :
        List.of("{\"text\":\"a\",\"label\":2}", "{\"label\":1}", "{", "{\"text\":\"a\"}")) {
      Path file = folder.resolve("bad.jsonl");
      Files.writeString(file, "{\"text\":\"a\",\"label\":1}\n" + bad + "\n");
      UserError error = assertThrows(UserError.class, () -> LabelledTexts.read(file), bad);
      assertTrue(error.getMessage().startsWith(file + " line 2: "), error.getMessage());
    }
    assertThrows(UserError.class, () -> LabelledTexts.read(folder.resolve("none.jsonl")));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertEquals(
        "held_out: got 1.0, allowed 0..0.9",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingSettings(16, 16, 6, 128, 0.05, 3, 1.0, 1))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainingSettings(20, 16, 6, 4096, 0.05, 3, 0.1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainingSettings(16, 16, 6, 128, Double.NaN, 3, 0.1, 1));
  }

  /** Texts of both kinds by turns, one document each, of lengths that tell nothing. */
  private static List<LabelledText> texts(int count) {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = Integer.toString(i);
      String[] words = i % 2 == 0 ? HIGH : LOW;
      int length = 10 + (int) (30 * Draw.uniform(1, "length", id));
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < length; w++) {
        text.append(words[(int) (words.length * Draw.uniform(2, id, "" + w))]).append(' ');
      }
      texts.add(new LabelledText(text.toString(), i % 2 == 0, id));
    }
    return texts;
  }
}
