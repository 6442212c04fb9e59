package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.text.Words;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {
  private static final SketchConfig PRESETS = SketchConfig.presets();

  private static Signature sign(SketchConfig config, String text) {
    return Signature.of(new Sketcher(config).sketch(text));
  }

  private static List<String> words(Analysis analysis, String text) {
    Words words = new LuceneWords(analysis).split(text);
    List<String> list = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      list.add(words.word(i));
    }
    return list;
  }

  @Test
  void eachAnalysisCutsChineseInItsOwnWay() {
    String text = "我们今天去北京，well-known!";
    assertEquals(
        List.of("我", "们", "今", "天", "去", "北", "京", "well", "known"),
        words(Analysis.STANDARD, text));
    assertEquals(List.of("我们", "今天", "去", "北京", "well", "known"), words(Analysis.ICU, text));
    assertEquals(List.of(), words(Analysis.ICU, ""));
  }

  @Test
  void traditionalIsSimplifiedWhereAsked() {
    String simplified = "我们认为这个问题应该由国会讨论，图书馆的发展与经济体制有关。";
    String traditional = "我們認為這個問題應該由國會討論，圖書館的發展與經濟體制有關。";
    assertEquals(simplified, SimplifiedChinese.of(traditional));
    assertEquals(simplified, SimplifiedChinese.of(simplified));
    for (Analysis analysis : Analysis.values()) {
      SketchConfig config = PRESETS.withAnalysis(analysis, true);
      assertArrayEquals(
          new Sketcher(config).sketch(simplified), new Sketcher(config).sketch(traditional));
      SketchConfig apart = PRESETS.withAnalysis(analysis, false);
      assertTrue(sign(apart, simplified).similarity(sign(apart, traditional)) < 0.3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void eitherWidthEstimatesAlike(int bits) {
    SketchConfig config = new SketchConfig(32, 32, 1, 3).withBits(bits);
    String shared = Texts.random(1, 400);
    double estimate =
        sign(config, shared + ' ' + Texts.random(2, 50))
            .similarity(sign(config, shared + ' ' + Texts.random(3, 50)));
    assertEquals(0.8, estimate, 4 * Math.sqrt(0.8 * 0.2 / 1024) * 16 / 15);
  }

  /** Lucene's own filter over the same words and shingles: one minimum a hash function. */
  private static List<String> reference(String text) throws IOException {
    Tokenizer tokenizer = LuceneWords.tokenizer(Analysis.STANDARD);
    tokenizer.setReader(new StringReader(text));
    ShingleFilter shingles = new ShingleFilter(new LowerCaseFilter(tokenizer), 5, 5);
    shingles.setOutputUnigrams(false);
    List<String> minima = new ArrayList<>();
    try (TokenStream stream = new MinHashFilter(shingles, 112, 1, 1, false)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        minima.add(term.toString());
      }
      stream.end();
    }
    return minima;
  }

  @Test
  void estimatesAgreeWithLucenesMinHashFilter() throws IOException {
    SketchConfig config = PRESETS.withAnalysis(Analysis.STANDARD, false);
    Sketcher sketcher = new Sketcher(config);
    int pairs = 24;
    double ours = 0;
    double theirs = 0;
    double truth = 0;
    for (int pair = 0; pair < pairs; pair++) {
      String[] words = Texts.random(pair, 120).split(" ");
      String one = String.join(" ", words);
      for (int k = 0; k <= pair % 5; k++) {
        words[(pair * 31 + k * 29) % words.length] = "changed" + k;
      }
      String other = String.join(" ", words);
      List<String> a = reference(one);
      List<String> b = reference(other);
      assertEquals(112, a.size());
      int same = 0;
      for (int i = 0; i < a.size(); i++) {
        same += a.get(i).equals(b.get(i)) ? 1 : 0;
      }
      theirs += same / 112.0 / pairs;
      ours += sign(config, one).similarity(sign(config, other)) / pairs;
      truth += sketcher.shingles(one).jaccard(sketcher.shingles(other)) / pairs;
    }
    double error = Math.sqrt(truth * (1 - truth) / 112 / pairs);
    assertEquals(truth, ours, 4 * error * 16 / 15);
    assertEquals(truth, theirs, 4 * error);
  }
}
