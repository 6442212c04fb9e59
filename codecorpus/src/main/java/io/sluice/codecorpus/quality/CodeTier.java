package io.sluice.codecorpus.quality;

/** The three tiers of code (arXiv 2508.06471, section 2.2). Cuts are the recipe's. */
public enum CodeTier {
  /** Up-sampled. */
  HIGH,
  /** Kept as it is. */
  MEDIUM,
  /** Excluded. */
  LOW;

  /**
   * The tier of a score.
   *
   * @param score 0..1; NaN (not measured) is low
   * @param highCut smallest score of the high tier
   * @param mediumCut smallest score of the medium tier, at most {@code highCut}
   */
  public static CodeTier of(double score, double highCut, double mediumCut) {
    if (!(mediumCut <= highCut)) {
      throw new IllegalArgumentException(
          "medium_cut: got " + mediumCut + ", allowed up to high_cut " + highCut);
    }
    if (score >= highCut) {
      return HIGH;
    }
    return score >= mediumCut ? MEDIUM : LOW;
  }
}
