package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
