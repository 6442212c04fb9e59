package io.sluice.mixer.plan;

/**
 * Scores 0..1 quantised to 4,096 bins, equal in log odds from −16 to 16. A classifier's scores
 * crowd at 0 and 1, where equal steps of the score itself would put a tenth of the corpus into one
 * bin; in log odds a bin is 1/128 wide everywhere, down to the last steps of a float below 1.
 */
public final class ScoreBins {
  /** Number of bins. */
  public static final int COUNT = 4096;

  private static final int PER_UNIT = 128;
  private static final double LEAST = -16;

  private ScoreBins() {}

  /** The bin 0..4095 of a score, −1 for NaN. Higher scores never have lower bins. */
  public static int bin(double score) {
    if (Double.isNaN(score)) {
      return -1;
    }
    if (score <= 0) {
      return 0;
    }
    if (score >= 1) {
      return COUNT - 1;
    }
    double odds = StrictMath.log(score / (1 - score));
    return (int) Math.max(0, Math.min(COUNT - 1, Math.floor((odds - LEAST) * PER_UNIT)));
  }
}
