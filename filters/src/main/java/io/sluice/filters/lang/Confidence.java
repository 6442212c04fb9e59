package io.sluice.filters.lang;

/**
 * Turns evidence into a score: the probability that the answer is right, by logistic regression,
 * times the shares of the text's letters that are in the script, prose, and in parts that agree.
 *
 * <p>The coefficients were fitted (gradient descent, soft targets) to 41,000 texts made from 75
 * languages' sentences and 532 declarations of human rights, of 1 to 200 words, eight of the 75
 * languages and 349 of the declarations being in languages that the model does not know (right
 * share 0); to mixtures of two languages, of prose and program code, to code alone (0), and to
 * random letters (0). A third was held out; {@code docs/languages.md} has the reliability on it. A
 * factor n / (n + 5) for n letters is set on top: a few words may be right and yet are no page.
 */
final class Confidence {
  private static final double FEW = 5;

  /** From here on, more letters do not make the answer surer. */
  private static final double ENOUGH = 300;

  private static final double[] COEFFICIENTS = {
    19.3527, 1.999, -3.1236, -0.103, 3.4907, 1.9782, 0.4146, 0.2092, -12.8085, 0.1314, 2.4868,
    -0.3761, 1.1469
  };

  private Confidence() {}

  /** The score, 0..1. */
  static float score(Evidence e) {
    double[] features = features(e);
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += COEFFICIENTS[i] * features[i];
    }
    return (float) (shares(e) * e.letters() / (e.letters() + FEW) / (1 + Math.exp(-sum)));
  }

  /** Share of the text that the answer can be right about. */
  static double shares(Evidence e) {
    return e.scriptShare() * e.proseShare() * e.agreement();
  }

  /** What the regression weighs: a constant first. */
  static double[] features(Evidence e) {
    double length = Math.log1p(Math.min(ENOUGH, e.weight()));
    double probability = logit(e.probability());
    double second = logit(e.second());
    return new double[] {
      1,
      probability,
      length,
      probability * length,
      Math.log(e.scriptShare()),
      Math.log(Math.max(0.01, e.proseShare())),
      e.letterShare(),
      Math.log(Math.max(1e-4, e.mass())),
      1 / (1 + e.weight()),
      logit(e.first()),
      second,
      second * length,
      Math.log(Math.max(0.01, e.density()))
    };
  }

  private static double logit(double p) {
    double x = Math.min(0.9995, Math.max(0.0005, p));
    return Math.log(x / (1 - x));
  }
}
