package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import java.util.Arrays;

/**
 * The values that a limit allows, both ends included.
 *
 * @param min smallest, or negative infinity
 * @param max greatest, or positive infinity
 */
public record Range(double min, double max) {
  /** Allows everything. */
  public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Range {
    if (!(min <= max)) {
      throw new IllegalArgumentException(
          "range: got " + min + ", " + max + ", allowed two numbers in order");
    }
  }

  /** The range at a key: {@code [min, max]}, either null where open; all where the key is null. */
  static Range of(DataMap data, String key) {
    if (!data.has(key)) {
      return ALL;
    }
    double[] ends = data.numbers(key);
    double min = ends.length > 0 && !Double.isNaN(ends[0]) ? ends[0] : Double.NEGATIVE_INFINITY;
    double max = ends.length > 1 && !Double.isNaN(ends[1]) ? ends[1] : Double.POSITIVE_INFINITY;
    if (ends.length != 2 || min > max) {
      throw data.error(key, Arrays.toString(ends), "[min, max] in order");
    }
    return new Range(min, max);
  }

  /**
   * Whether a value is within, in the precision that signals are stored in; a value that was not
   * measured (NaN) is.
   */
  public boolean holds(float value) {
    return !(value < (float) min) && !(value > (float) max);
  }
}
