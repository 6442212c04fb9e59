package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.Transliterator;
import io.sluice.ingest.SharedData;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies planted among real Chinese passages: found as theory says for their similarity. */
class ChineseNearDuplicatesTest {
  private static final int LENGTH = 400;
  private static final int MOST = 1200;

  private final SplittableRandom random = new SplittableRandom(17);

  /** Passages of 400 characters, mostly Chinese. */
  private static List<String> passages() throws IOException {
    Path folder = SharedData.file("zh");
    List<String> passages = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      for (int at = 0; at + LENGTH <= text.length() && passages.size() < MOST; at += LENGTH) {
        String passage = text.substring(at, at + LENGTH);
        if (passage.codePoints().filter(c -> c >= 0x4e00 && c < 0xa000).count() > LENGTH / 2) {
          passages.add(passage);
        }
      }
    }
    assumeTrue(passages.size() > 300, "few Chinese passages are here");
    return passages;
  }

  /** A twentieth of the words taken from elsewhere in the text. */
  private String wordsChanged(String text) {
    Words words = new WordSplitter().split(text);
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (int i = 0; i < words.count(); i++) {
      changed.append(text, at, words.start(i));
      int taken = random.nextInt(20) == 0 ? random.nextInt(words.count()) : i;
      changed.append(words.word(taken));
      at = words.end(i);
    }
    return changed.append(text.substring(at)).toString();
  }

  private static boolean meet(Signature one, Signature other) {
    for (int i = 0; i < one.bands(); i++) {
      if (one.band(i) == other.band(i)) {
        return true;
      }
    }
    return false;
  }

  private static double found(
      SketchConfig config, List<String> passages, UnaryOperator<String> change, boolean theory) {
    Sketcher sketcher = new Sketcher(config);
    double sum = 0;
    for (String passage : passages) {
      String copy = change.apply(passage);
      if (theory) {
        double jaccard = sketcher.shingles(passage).jaccard(sketcher.shingles(copy));
        sum += 1 - Math.pow(1 - Math.pow(jaccard, config.rows()), config.bands());
      } else {
        sum +=
            meet(Signature.of(sketcher.sketch(passage)), Signature.of(sketcher.sketch(copy)))
                ? 1
                : 0;
      }
    }
    return sum / passages.size();
  }

  @ParameterizedTest
  @EnumSource(Analysis.class)
  void changedWordsAreFoundAsOftenAsTheorySays(Analysis analysis) throws IOException {
    List<String> passages = passages();
    List<String> copies = passages.stream().map(this::wordsChanged).toList();
    UnaryOperator<String> copy = passage -> copies.get(passages.indexOf(passage));
    SketchConfig config = SketchConfig.presets().withAnalysis(analysis, false);
    double theory = found(config, passages, copy, true);
    assertEquals(
        theory,
        found(config, passages, copy, false),
        4 * Math.sqrt(theory * (1 - theory) / passages.size()));
    assertTrue(theory > 0.2, "theory " + theory);
  }

  @Test
  void changedPunctuationIsNoChange() throws IOException {
    UnaryOperator<String> change =
        text -> text.replace('，', ',').replace("。", " 。 ").replace('、', '；');
    double found = found(SketchConfig.presets(), passages(), change, false);
    assertTrue(found > 0.97, "found " + found);
  }

  @Test
  void traditionalCopiesAreFoundWhereCharactersAreSimplified() throws IOException {
    Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
    List<String> passages = passages();
    double apart = found(SketchConfig.presets(), passages, traditional::transliterate, false);
    SketchConfig together = SketchConfig.presets().withAnalysis(Analysis.WORDS, true);
    double joined = found(together, passages, traditional::transliterate, false);
    assertTrue(apart < 0.2 && joined > 0.98, "found " + apart + " and " + joined);
  }
}
