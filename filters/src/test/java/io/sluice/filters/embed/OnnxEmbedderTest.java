package io.sluice.filters.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
  private static final Embedders EMBEDDERS = Embedders.embedded();

  @AfterAll
  static void close() {
    EMBEDDERS.close();
  }

  static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double cosine(String lang, String a, String b) {
    float[][] vectors = EMBEDDERS.forLanguage(lang).embed(List.of(a, b));
    return cosine(vectors[0], vectors[1]);
  }

  @Test
  void chineseGoesToBgeAndAllElseToMiniLm() {
    for (String lang : List.of("cmn", "zho", "zh", "cmn_Hani", "zh-CN", "yue", "ZH")) {
      assertEquals("bge-small-zh-v1.5-q:2x64", EMBEDDERS.forLanguage(lang).name(), lang);
    }
    for (String lang : List.of("eng", "en", "jpn", "zza", "", "_zh", "java")) {
      assertEquals("all-minilm-l6-v2-q:2x64", EMBEDDERS.forLanguage(lang).name(), lang);
    }
    assertEquals("all-minilm-l6-v2-q:2x64", EMBEDDERS.forLanguage(null).name());
    assertSame(EMBEDDERS.forLanguage("eng"), EMBEDDERS.forLanguage("deu"));
    assertEquals(384, EMBEDDERS.forLanguage("eng").dimension());
    assertEquals(512, EMBEDDERS.forLanguage("cmn").dimension());
  }

  @Test
  void nearlyTheSameSentencesAreCloseAndOthersAreFar() {
    assertTrue(
        cosine(
                "eng",
                "The committee approved the new budget for the city library on Monday.",
                "On Monday the committee approved the new budget of the city library.")
            > 0.9);
    assertTrue(
        cosine(
                "eng",
                "The committee approved the new budget for the city library on Monday.",
                "Whisk the egg whites until they are stiff and fold in the sugar.")
            < 0.3);
    assertTrue(cosine("cmn", "今天北京天气晴朗，适合去公园散步。", "今天北京天气很晴朗，很适合到公园散步。") > 0.9);
    assertTrue(cosine("cmn", "今天北京天气晴朗，适合去公园散步。", "该公司发布了季度财务报表，利润下降。") < 0.5);
  }

  @Test
  void lowerCaseLettersInChineseTextsAreReadAsTheirCapitals() {
    assertEquals(1.0, cosine("cmn", "使用 Java 和 SPARK 处理数据", "使用 java 和 spark 处理数据"), 1e-6);
    assertEquals(0, EMBEDDERS.forLanguage("cmn").embedding("使用 Java 处理").unknown());
  }

  @Test
  void theSameTextGivesTheSameVectorWhateverElseIsInTheBatch() {
    List<String> texts =
        List.of(
            "a short one",
            "The weather in Paris is nice today.",
            "x".repeat(5000),
            "word ".repeat(400),
            "");
    for (String lang : List.of("eng", "cmn")) {
      OnnxEmbedder embedder = EMBEDDERS.forLanguage(lang);
      float[][] together = embedder.embed(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(embedder.embed(List.of(texts.get(i)))[0], together[i], lang + i);
      }
    }
  }

  @Test
  void threadsAndFreshEmbeddersAgreeBitForBit() throws Exception {
    String text = "Sluices let water through by a gate that slides.";
    float[] expected = EMBEDDERS.forLanguage("eng").embedding(text).vector();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<float[]>> futures = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        futures.add(
            pool.submit(
                () -> {
                  try (Embedders own = Embedders.embedded()) {
                    return own.forLanguage("eng").embedding(text).vector();
                  }
                }));
      }
      for (Future<float[]> future : futures) {
        assertArrayEquals(expected, future.get());
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void everyTextGetsAUnitVector() {
    List<String> texts =
        List.of(
            "",
            " \n\t ",
            "one",
            "\ud800 lone",
            "lone \udc00",
            "nul \u0000 inside",
            "\ud83d\ude00\ud83d\ude00",
            "שלום עולם, מה שלומך היום",
            "👍".repeat(9000),
            "z".repeat(200_000),
            " ".repeat(200_000) + "end");
    for (String lang : List.of("eng", "cmn")) {
      for (float[] vector : EMBEDDERS.forLanguage(lang).embed(texts)) {
        assertEquals(1.0, cosine(vector, vector), 1e-5);
      }
    }
  }

  @Test
  void tokensAndUnknownOnesAreCounted() {
    OnnxEmbedder english = EMBEDDERS.forLanguage("eng");
    assertEquals(0, english.embedding("").tokens());
    assertEquals(0, english.embedding("").unknown());
    assertEquals(2, english.embedding("hello world").tokens());
    assertEquals(0, english.embedding("hello world").unknown());
    assertEquals(126, english.embedding("word ".repeat(126)).tokens());
    assertEquals(2 * 62, english.embedding("word ".repeat(400)).tokens(), 2);
    assertEquals(1.0, english.embedding("\ud83d\ude00").unknown());
    assertTrue(english.embedding("天气很好，我们去公园散步吧。").unknown() > 0.6);
  }

  @Test
  void whatLiesBeyondTheTokenLimitIsNotRead() throws Exception {
    EmbedConfig eight = new EmbedConfig(8, 1, 0.3, null, null, Pooling.MEAN);
    try (Embedders few = Embedders.of(eight)) {
      OnnxEmbedder embedder = few.forLanguage("eng");
      assertEquals("all-minilm-l6-v2-q:8", embedder.name());
      assertArrayEquals(
          embedder.embedding("one two three four five six").vector(),
          embedder.embedding("one two three four five six seven eight nine").vector());
    }
  }

  @Test
  void theUsersOwnModelServesEveryLanguage(@TempDir Path folder) throws Exception {
    Path onnx = folder.resolve("mine.onnx");
    Path tokenizer = folder.resolve("tokenizer.json");
    Files.write(onnx, SentenceModel.MINILM.networkBytes());
    Files.write(tokenizer, SentenceModel.MINILM.tokenizerBytes());
    EmbedConfig config =
        new EmbedConfig(128, 1, 0.3, onnx.toString(), tokenizer.toString(), Pooling.MEAN);
    try (Embedders own = Embedders.of(config)) {
      OnnxEmbedder embedder = own.forLanguage("cmn");
      assertTrue(embedder.name().matches("mine-[0-9a-f]{8}-mean:128"), embedder.name());
      assertArrayEquals(
          EMBEDDERS.forLanguage("eng").embedding("hello").vector(),
          embedder.embedding("hello").vector());
    }
  }

  @Test
  void aModelThatCannotBeReadIsTheUsersMistake(@TempDir Path folder) throws IOException {
    Path bad = folder.resolve("bad.onnx");
    Files.write(bad, "not a network".getBytes(StandardCharsets.UTF_8));
    for (String model : List.of(bad.toString(), folder.resolve("absent.onnx").toString())) {
      try (Embedders own =
          Embedders.of(new EmbedConfig(128, 1, 0.3, model, bad.toString(), Pooling.CLS))) {
        UserError error = assertThrows(UserError.class, () -> own.forLanguage("eng"));
        assertTrue(error.getMessage().contains(model), error.getMessage());
      }
    }
  }

  @Test
  void windowsTellLongTextsApartThatBeginAlike() {
    String head = "subject: news, via: a blog, author: someone, translator: nobody, ".repeat(12);
    String bread = head + "Knead the dough and let it rise for two hours. ".repeat(40);
    String trains = head + "The night train to Vienna was cancelled because of snow. ".repeat(40);
    try (Embedders one = Embedders.of(new EmbedConfig(128, 1, 0.3, null, null, Pooling.MEAN));
        Embedders four = Embedders.of(new EmbedConfig(128, 4, 0.3, null, null, Pooling.MEAN))) {
      OnnxEmbedder beginning = one.forLanguage("eng");
      OnnxEmbedder windows = four.forLanguage("eng");
      assertEquals("all-minilm-l6-v2-q:4x32", windows.name());
      assertArrayEquals(beginning.embedding(bread).vector(), beginning.embedding(trains).vector());
      float[] a = windows.embedding(bread).vector();
      float[] b = windows.embedding(trains).vector();
      assertEquals(1, cosine(a, a), 1e-5);
      assertTrue(cosine(a, b) < 0.7, "" + cosine(a, b));
      assertEquals(4 * 31 - 1 - 3, windows.embedding(bread).tokens(), 2);
      assertArrayEquals(
          beginning.embedding("a short text").vector(), windows.embedding("a short text").vector());
      assertArrayEquals(a, windows.embed(List.of("x", bread))[1]);
      for (String odd : List.of("", "\ud83d\ude00".repeat(4001), " ".repeat(50_000), "\ud800")) {
        float[] vector = windows.embedding(odd).vector();
        assertEquals(1, cosine(vector, vector), 1e-5);
      }
    }
  }

  @Test
  void badConfigurationsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new EmbedConfig(7, 1, 0.3, null, null, Pooling.MEAN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EmbedConfig(513, 1, 0.3, null, null, Pooling.MEAN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EmbedConfig(128, 1, Double.NaN, null, null, Pooling.MEAN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EmbedConfig(128, 1, 0.3, "a", null, Pooling.MEAN));
    assertThrows(
        IllegalArgumentException.class, () -> new EmbedConfig(128, 1, 0.3, null, null, null));
  }
}
