package io.sluice.ingest.html.select;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A sum of regression trees over rows of features, in flat arrays. A node asks whether a feature is
 * at most a threshold; a leaf gives its value. The sum, in the order of the trees, is the log-odds.
 *
 * <p>Four trees are walked side by side, so that one's loads wait beside the others', and without
 * branches on what a row holds, which no processor could foresee: a node's answer is a mask, and a
 * leaf leads to itself.
 */
final class Forest {
  private static final int ABREAST = 4;

  /** Log-odds from which the trees to come do not lead back; the rest is left out. */
  private static final float HOPELESS = -5;

  private static final int FARTHER = (1 << 17) - 1;

  private final int[] roots;

  /**
   * Of a node, from the highest bits: 32 of its threshold in the order of {@link #ordered}, 14 of
   * its feature's number, 1 that is the step to the node for those at most the threshold, 0 of a
   * leaf, and 17 that tell how much farther the other node is.
   */
  private final long[] nodes;

  private final float[] values;

  /** Most questions on the way to a leaf, in each set of trees walked side by side. */
  private final byte[] depths;

  private Forest(int[] roots, short[] features, float[] numbers, short[] lefts, short[] rights) {
    int count = features.length;
    // trees of no weight make the number whole
    this.roots = new int[(roots.length + ABREAST - 1) / ABREAST * ABREAST];
    Arrays.fill(this.roots, count);
    System.arraycopy(roots, 0, this.roots, 0, roots.length);
    this.nodes = new long[count + 1];
    this.values = new float[count + 1];
    for (int i = 0; i < count; i++) {
      if (features[i] < 0) {
        values[i] = numbers[i];
      } else {
        if (lefts[i] != 1 || rights[i] < 1) {
          throw new IllegalArgumentException("a node's left child must follow it");
        }
        long parts = ((long) features[i] << 18) | (1L << 17) | (rights[i] - lefts[i]);
        nodes[i] = ((long) ordered(numbers[i]) << 32) | parts;
      }
    }
    this.depths = new byte[this.roots.length / ABREAST];
    for (int i = 0; i < this.roots.length; i++) {
      int set = i / ABREAST;
      depths[set] = (byte) Math.max(depths[set], depth(this.roots[i]));
    }
  }

  private int depth(int node) {
    if (isLeaf(node)) {
      return 0;
    }
    return 1 + Math.max(depth(node + 1), depth(node + 1 + (int) (nodes[node] & FARTHER)));
  }

  private boolean isLeaf(int node) {
    return (nodes[node] >>> 17 & 1) == 0;
  }

  /**
   * Reads a forest: number of trees, of nodes; the trees' first nodes; of each node its feature (-1
   * of a leaf), steps to the nodes below, threshold or value.
   */
  static Forest read(ByteBuffer in) {
    int trees = in.getInt();
    int nodes = in.getInt();
    int[] roots = new int[trees];
    for (int i = 0; i < trees; i++) {
      roots[i] = in.getInt();
    }
    short[] features = new short[nodes];
    float[] numbers = new float[nodes];
    short[] lefts = new short[nodes];
    short[] rights = new short[nodes];
    for (int i = 0; i < nodes; i++) {
      features[i] = in.getShort();
      lefts[i] = in.getShort();
      rights[i] = in.getShort();
      numbers[i] = in.getFloat();
    }
    return new Forest(roots, features, numbers, lefts, rights);
  }

  /** An integer that is to others as the number is to others; it must not be NaN. */
  static int ordered(float number) {
    // 0 added, for -0 is no less than 0
    int bits = Float.floatToRawIntBits(number + 0f);
    return bits ^ (bits >> 31 & 0x7fffffff);
  }

  /** The number that {@link #ordered} made this of. */
  static float number(int ordered) {
    return Float.intBitsToFloat(ordered ^ (ordered >> 31 & 0x7fffffff));
  }

  /**
   * The log-odds of the row, of numbers as {@link #ordered} has them, that begins at {@code row};
   * or what the first trees give, if that is below any doubt.
   */
  float score(int[] rows, int row) {
    float sum = 0;
    for (int set = 0; set < depths.length; set++) {
      int tree = set * ABREAST;
      int a = roots[tree];
      int b = roots[tree + 1];
      int c = roots[tree + 2];
      int d = roots[tree + 3];
      for (int level = depths[set]; level > 0; level--) {
        a = next(rows, row, a);
        b = next(rows, row, b);
        c = next(rows, row, c);
        d = next(rows, row, d);
      }
      sum += values[a];
      sum += values[b];
      sum += values[c];
      sum += values[d];
      if (sum < HOPELESS) {
        return sum;
      }
    }
    return sum;
  }

  private int next(int[] rows, int row, int at) {
    long node = nodes[at];
    long more = ((node >> 32) - rows[row + ((int) node >>> 18)]) >> 63;
    return at + (((int) node >>> 17) & 1) + ((int) more & ((int) node & FARTHER));
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
