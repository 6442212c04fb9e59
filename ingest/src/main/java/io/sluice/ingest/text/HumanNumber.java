package io.sluice.ingest.text;

import java.util.Locale;

/** Numbers as people say them: 15.0T, 312.4M, 999. */
public final class HumanNumber {
  private static final String[] UNITS = {"", "k", "M", "B", "T", "P", "E"};

  private HumanNumber() {}

  /** A count with one decimal and a unit; below 1,000 as it is. */
  public static String of(long number) {
    if (Math.abs((double) number) < 1000) {
      return Long.toString(number);
    }
    double value = number;
    int unit = 0;
    while (Math.abs(value) >= 999.95 && unit + 1 < UNITS.length) {
      value /= 1000;
      unit++;
    }

    return String.format(Locale.ROOT, "%.1f%s", value, UNITS[unit]);
  }

  /** As {@link #of} with its sign, plus included; 0 stays 0. */
  public static String signed(long number) {
    return number > 0 ? "+" + of(number) : of(number);
  }

  /** Epochs with two decimals; a smaller number than 0.005 that is not 0 shows as such. */
  public static String epochs(double epochs) {
    return epochs > 0 && epochs < 0.005 ? "<0.01" : String.format(Locale.ROOT, "%.2f", epochs);
  }
}
