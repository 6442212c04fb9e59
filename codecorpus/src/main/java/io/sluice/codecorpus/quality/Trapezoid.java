package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import java.util.Arrays;

/**
 * How well a measured value fits a language's usual range: 1 inside, falling straight to 0 at the
 * outer ends.
 *
 * @param zeroLow 0 at and below
 * @param fullLow 1 from here
 * @param fullHigh 1 up to here
 * @param zeroHigh 0 at and above
 */
public record Trapezoid(double zeroLow, double fullLow, double fullHigh, double zeroHigh) {
  public Trapezoid {
    if (!(zeroLow <= fullLow && fullLow <= fullHigh && fullHigh <= zeroHigh)) {
      throw new IllegalArgumentException(
          "trapezoid: four numbers in order, got "
              + zeroLow
              + ", "
              + fullLow
              + ", "
              + fullHigh
              + ", "
              + zeroHigh);
    }
  }

  /** Four numbers, or two for a value that is better the smaller: {@code [full, zero]}. */
  static Trapezoid of(DataMap data, String key) {
    double[] at = data.numbers(key);
    double low = Double.NEGATIVE_INFINITY;
    try {
      if (at.length == 2) {
        return new Trapezoid(low, low, at[0], at[1]);
      }
      if (at.length == 4) {
        return new Trapezoid(at[0], at[1], at[2], at[3]);
      }
    } catch (IllegalArgumentException e) {
      throw data.error(key, Arrays.toString(at), "numbers in order");
    }
    throw data.error(key, Arrays.toString(at), "two or four numbers");
  }

  /** The fit of a value, 0..1; NaN for NaN. */
  public double fit(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (value >= fullLow && value <= fullHigh) {
      return 1;
    }
    return value < fullLow
        ? Math.max(0, (value - zeroLow) / (fullLow - zeroLow))
        : Math.max(0, (zeroHigh - value) / (zeroHigh - fullHigh));
  }
}
