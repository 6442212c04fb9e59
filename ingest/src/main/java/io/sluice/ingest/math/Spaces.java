package io.sluice.ingest.math;

import java.util.Locale;

/** Widths of spaces in MathML as LaTeX's spaces; what is narrower than a thin space is dropped. */
final class Spaces {
  private static final double POINTS_AN_EM = 10;

  private Spaces() {}

  /** The LaTeX of a width, which may be null; empty for none. */
  static String tex(String width) {
    double em = em(width == null ? "" : width.strip().toLowerCase(Locale.ROOT));
    if (em < 0.14) {
      return "";
    }
    return em < 0.19
        ? "\\,"
        : em < 0.25 ? "\\:" : em < 0.6 ? "\\;" : em < 1.6 ? "\\quad" : "\\qquad";
  }

  private static double em(String width) {
    switch (width) {
      case "thinmathspace" -> {
        return 3 / 18.0;
      }
      case "mediummathspace" -> {
        return 4 / 18.0;
      }
      case "thickmathspace", "verythickmathspace", "veryverythickmathspace" -> {
        return 5 / 18.0;
      }
      default -> {
        // a number and its unit
      }
    }
    int digits = 0;
    while (digits < width.length() && "+-.0123456789".indexOf(width.charAt(digits)) >= 0) {
      digits++;
    }
    double number;
    try {
      number = Double.parseDouble(width.substring(0, digits));
    } catch (NumberFormatException e) {
      return 0;
    }
    return switch (width.substring(digits)) {
      case "em" -> number;
      case "ex" -> number / 2;
      case "pt" -> number / POINTS_AN_EM;
      case "px" -> number / 16;
      case "mu" -> number / 18;
      case "cm" -> number * 28.45 / POINTS_AN_EM;
      case "mm" -> number * 2.845 / POINTS_AN_EM;
      case "in" -> number * 72.27 / POINTS_AN_EM;
      default -> 0;
    };
  }
}
