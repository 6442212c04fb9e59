package io.sluice.ingest.math;

/**
 * Unicode's mathematical alphanumeric symbols (U+1D400 to U+1D7FF, and the letters that Unicode had
 * before in Letterlike Symbols) as plain letters and the style that they were.
 */
final class Alphanumerics {
  private static final String[] STYLES = {
    "bold",
    "italic",
    "bold-italic",
    "script",
    "bold-script",
    "fraktur",
    "double-struck",
    "bold-fraktur",
    "sans-serif",
    "bold-sans-serif",
    "sans-serif-italic",
    "sans-serif-bold-italic",
    "monospace"
  };
  private static final String[] GREEK_STYLES = {
    "bold", "italic", "bold-italic", "bold-sans-serif", "sans-serif-bold-italic"
  };
  private static final String[] DIGIT_STYLES = {
    "bold", "double-struck", "sans-serif", "bold-sans-serif", "monospace"
  };
  private static final String GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";
  private static final String LETTERLIKE = "ℂCℊgℋHℌHℍHℐIℒLℕNℙPℚQℛRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴo";
  private static final String LETTERLIKE_STYLES = "dssfdssdddsddfsfsssss";

  private Alphanumerics() {}

  /** The plain letter or digit; the character itself where it is none of these. */
  static int plain(int c) {
    if (c >= 0x1D400 && c < 0x1D6A4) {
      int place = (c - 0x1D400) % 52;
      return place < 26 ? 'A' + place : 'a' + place - 26;
    }
    if (c >= 0x1D6A8 && c < 0x1D7CA) {
      return GREEK.charAt((c - 0x1D6A8) % 58);
    }
    if (c >= 0x1D7CE && c < 0x1D800) {
      return '0' + (c - 0x1D7CE) % 10;
    }
    int place = letterlike(c);
    return place < 0 ? c : LETTERLIKE.charAt(place + 1);
  }

  /** The {@code mathvariant} that the character stands for; null where it is none of these. */
  static String variant(int c) {
    if (c >= 0x1D400 && c < 0x1D6A4) {
      return STYLES[(c - 0x1D400) / 52];
    }
    if (c >= 0x1D6A8 && c < 0x1D7CA) {
      return GREEK_STYLES[(c - 0x1D6A8) / 58];
    }
    if (c >= 0x1D7CE && c < 0x1D800) {
      return DIGIT_STYLES[(c - 0x1D7CE) / 10];
    }
    int place = letterlike(c);
    if (place < 0) {
      return null;
    }
    return switch (LETTERLIKE_STYLES.charAt(place / 2)) {
      case 'd' -> "double-struck";
      case 'f' -> "fraktur";
      default -> "script";
    };
  }

  private static int letterlike(int c) {
    if (c < 0x2102 || c > 0x2134) {
      return -1;
    }
    int place = LETTERLIKE.indexOf(c);
    return place >= 0 && place % 2 == 0 ? place : -1;
  }
}
