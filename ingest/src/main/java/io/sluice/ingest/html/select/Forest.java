package io.sluice.ingest.html.select;

import java.nio.ByteBuffer;

/**
 * A sum of regression trees over rows of features, in flat arrays. A node asks whether a feature is
 * at most a threshold; a leaf gives its value. The sum, in the order of the trees, is the log-odds.
 */
final class Forest {
  private final int[] roots;
  private final short[] features;
  private final float[] thresholds;
  private final short[] lefts;
  private final short[] rights;

  private Forest(int[] roots, short[] features, float[] thresholds, short[] lefts, short[] rights) {
    this.roots = roots;
    this.features = features;
    this.thresholds = thresholds;
    this.lefts = lefts;
    this.rights = rights;
  }

  /**
   * Reads a forest: number of trees, of nodes; the trees' first nodes; of each node its feature (-1
   * of a leaf), threshold or value, and steps to the nodes below.
   */
  static Forest read(ByteBuffer in) {
    int trees = in.getInt();
    int nodes = in.getInt();
    int[] roots = new int[trees];
    for (int i = 0; i < trees; i++) {
      roots[i] = in.getInt();
    }
    short[] features = new short[nodes];
    float[] thresholds = new float[nodes];
    short[] lefts = new short[nodes];
    short[] rights = new short[nodes];
    for (int i = 0; i < nodes; i++) {
      features[i] = in.getShort();
      lefts[i] = in.getShort();
      rights[i] = in.getShort();
      thresholds[i] = in.getFloat();
    }
    return new Forest(roots, features, thresholds, lefts, rights);
  }

  /** The log-odds of the row that begins at {@code row}. */
  float score(float[] rows, int row) {
    float sum = 0;
    for (int root : roots) {
      int node = root;
      int feature = features[node];
      while (feature >= 0) {
        node += rows[row + feature] <= thresholds[node] ? lefts[node] : rights[node];
        feature = features[node];
      }
      sum += thresholds[node];
    }
    return sum;
  }

  /**
   * The probability of log-odds. Its arithmetic is the same everywhere, which that of {@code
   * Math.exp} need not be; it is exact to 0.0001.
   */
  static float probability(float odds) {
    // e^-x = 2^k * 2^f with f in 0..1, the latter by its series
    double power = Math.max(-40, Math.min(40, -odds)) * 1.4426950408889634;
    double whole = Math.floor(power);
    double f = power - whole;
    double fraction =
        1
            + f
                * (0.6931471805599453
                    + f
                        * (0.2402265069591007
                            + f
                                * (0.05550410866482158
                                    + f * (0.009618129107628477 + f * 0.0013333558146428443))));
    double exp = Double.longBitsToDouble((long) (whole + 1023) << 52) * fraction;
    return (float) (1 / (1 + exp));
  }
}
