package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates and collisions over many seeded pairs of known similarity, against theory. */
class MinHashTheoryTest {
  private static final int PAIRS = 600;

  // Shingles of one word, all distinct: c common and p private to each give Jaccard c / (c + 2p).
  @ParameterizedTest
  @CsvSource({
    "0, 40",
    "20, 40",
    "50, 25",
    "70, 15",
    "80, 10",
    "90, 5",
    "98, 1",
    "8, 1",
    "600, 100"
  })
  void estimateAndBandCollisionsFollowTheSimilarity(int common, int own) {
    SketchConfig config = new SketchConfig(14, 8, 1, 1);
    Sketcher sketcher = new Sketcher(config);
    double jaccard = (double) common / (common + 2 * own);
    double sum = 0;
    int met = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      String shared = Texts.random(3L * pair, common);
      Signature one = sign(sketcher, shared + ' ' + Texts.random(3L * pair + 1, own));
      Signature other = sign(sketcher, shared + ' ' + Texts.random(3L * pair + 2, own));
      sum += one.similarity(other);
      met += meet(one, other) ? 1 : 0;
    }
    // Four standard errors. At similarity 0 the estimate is cut at 0, hence a mean near 0.009.
    double share = jaccard + (1 - jaccard) / 16;
    double error = Math.sqrt(share * (1 - share) / config.values() / PAIRS) * 16 / 15;
    double bias = common == 0 ? 0.009 : 0;
    assertEquals(jaccard + bias, sum / PAIRS, 4 * error, "estimate at " + jaccard);

    double theory = 1 - Math.pow(1 - Math.pow(jaccard, config.rows()), config.bands());
    double spread = Math.sqrt(theory * (1 - theory) / PAIRS);
    assertEquals(theory, (double) met / PAIRS, 4 * spread + 1e-9, "collisions at " + jaccard);
  }

  // Of 200 words in the union, 200·J are common: 6,000 pairs a point, so that two percent are at
  // least three standard errors.
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95})
  void theCurveOfCollisionsLiesWithinTwoPercentOfTheory(double jaccard) {
    Sketcher sketcher = new Sketcher(new SketchConfig(14, 8, 1, 1));
    int pairs = 6000;
    int common = (int) Math.round(200 * jaccard);
    int own = (200 - common) / 2;
    int met = 0;
    for (int pair = 0; pair < pairs; pair++) {
      String words = Texts.random(77L + pair, common + 2 * own);
      int first = words.length();
      int second = words.length();
      for (int i = 0; i < 2 * own; i++) {
        first = words.lastIndexOf(' ', first - 1);
        second = i < own ? first : second;
      }
      String one = words.substring(0, second);
      String other = words.substring(0, Math.max(first, 0)) + words.substring(second);
      met += meet(sign(sketcher, one), sign(sketcher, other)) ? 1 : 0;
    }
    double theory = 1 - Math.pow(1 - Math.pow(jaccard, 8), 14);
    assertEquals(theory, (double) met / pairs, 0.02);
  }

  private static Signature sign(Sketcher sketcher, String text) {
    return Signature.of(sketcher.sketch(Texts.words(text)));
  }

  private static boolean meet(Signature one, Signature other) {
    for (int i = 0; i < one.bands(); i++) {
      if (one.band(i) == other.band(i)) {
        return true;
      }
    }
    return false;
  }
}
