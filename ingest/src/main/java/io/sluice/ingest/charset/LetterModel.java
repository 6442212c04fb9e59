package io.sluice.ingest.charset;

import java.util.List;

/**
 * How likely letters follow each other in one language that is written with an alphabet. Costs are
 * negative logarithms of probabilities, in nats.
 */
final class LetterModel {
  /** Symbols that every model has: what stands between words, then the letters a to z. */
  static final int BASIC = 27;

  private final String language;
  private final List<String> charsets;
  private final String alphabet;
  private final float[][] costs;

  /**
   * @param charsets names of the charsets that the language was written in
   * @param alphabet its lower-case letters beyond a to z
   * @param costs of a symbol (column) behind another (row)
   */
  LetterModel(String language, List<String> charsets, String alphabet, float[][] costs) {
    this.language = language;
    this.charsets = List.copyOf(charsets);
    this.alphabet = alphabet;
    this.costs = costs;
  }

  String language() {
    return language;
  }

  List<String> charsets() {
    return charsets;
  }

  int symbols() {
    return costs.length;
  }

  /** The symbol of a lower-case letter; -1 for a character that the language does not have. */
  int symbol(char lower) {
    if (lower < 0x80) {
      return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
    }
    int place = alphabet.indexOf(lower);
    return place < 0 ? -1 : BASIC + place;
  }

  float cost(int before, int symbol) {
    return costs[before][symbol];
  }
}
