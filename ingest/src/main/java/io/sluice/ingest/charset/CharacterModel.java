package io.sluice.ingest.charset;

import java.util.List;

/**
 * How likely the characters of one language are that is written with thousands of them. Costs are
 * negative logarithms of probabilities, in nats.
 */
final class CharacterModel {
  private static final float ASCII_LETTER = 4f;
  private static final float ASCII_OTHER = 2f;
  private static final float RARE = 13f;
  private static final float OTHER_SCRIPT = 12f;
  private static final float WIDE_FORM = 8f;
  private static final float PRIVATE = 17f;
  private static final float BROKEN = 15f;

  private final String language;
  private final List<String> charsets;
  private final byte[] eighths;

  /**
   * @param charsets names of the charsets that the language was written in
   * @param eighths cost of each character of the basic plane, in eighths of a nat; 0 for unknown
   */
  CharacterModel(String language, List<String> charsets, byte[] eighths) {
    this.language = language;
    this.charsets = List.copyOf(charsets);
    this.eighths = eighths;
  }

  String language() {
    return language;
  }

  List<String> charsets() {
    return charsets;
  }

  /** What the text costs, or any number over the limit where it costs more than that. */
  double cost(String text, double limit) {
    double sum = 0;
    for (int i = 0; i < text.length() && sum <= limit; i++) {
      char c = text.charAt(i);
      sum += eighths[c] != 0 ? eighths[c] / 8f : unknown(c);
    }
    return sum;
  }

  private static float unknown(char c) {
    if (c < 0x80) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? ASCII_LETTER : ASCII_OTHER;
    }
    if (c == '\uFFFD' || c < 0xA0) {
      return BROKEN;
    }
    if ((c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4)) {
      return RARE;
    }
    if (c >= 0xE000 && c < 0xF900) {
      return PRIVATE;
    }
    return c >= 0xFF00 && c < 0xFF5F ? WIDE_FORM : OTHER_SCRIPT;
  }
}
