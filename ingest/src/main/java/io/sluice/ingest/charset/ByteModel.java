package io.sluice.ingest.charset;

/** A language in a single-byte charset: what a byte costs behind another. */
final class ByteModel {
  private static final String COMMON_MARKS = "\u00a0“”„’«»–—…·•©°";
  private static final float COMMON_MARK = 5.5f;
  private static final float OTHER_MARK = 8f;
  private static final float FOREIGN_LETTER = 9.5f;
  private static final float ODD = 13f;
  private static final float NOTHING = 15f;

  private static final byte NO_CASE = 0;
  private static final byte LOWER = 1;
  private static final byte UPPER = 2;

  /** Cost of a letter's case (column) behind another's (row). */
  private static final float[][] CASES = {
    {0, 0.25f, 1.6f},
    {0, 0.02f, 6f},
    {0, 0.7f, 0.7f},
  };

  private final String charset;
  private final LetterModel letters;
  private final byte[] symbols = new byte[256];
  private final byte[] cases = new byte[256];
  private final float[] extra = new float[256];
  private final float[] table;
  private final int width;

  ByteModel(String charset, LetterModel letters) {
    this.charset = charset;
    this.letters = letters;
    width = letters.symbols();
    char[] upper = Transcoder.upperHalf(charset);
    for (int b = 0; b < 256; b++) {
      classify(b, b < 0x80 ? (char) b : upper[b - 0x80]);
    }
    table = new float[width * width];
    for (int before = 0; before < width; before++) {
      for (int symbol = 0; symbol < width; symbol++) {
        table[before * width + symbol] = letters.cost(before, symbol);
      }
    }
  }

  private void classify(int b, char c) {
    char lower = Character.toLowerCase(c);
    int symbol = letters.symbol(lower);
    symbols[b] = (byte) Math.max(symbol, 0);
    if (Character.isLetter(c)) {
      cases[b] = c != lower ? UPPER : Character.toUpperCase(c) != c ? LOWER : NO_CASE;
    }
    if (symbol < 0) {
      extra[b] = extra(c);
    }
  }

  private static float extra(char c) {
    if (COMMON_MARKS.indexOf(c) >= 0) {
      return COMMON_MARK;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK ->
          FOREIGN_LETTER;
      case Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.DASH_PUNCTUATION ->
          OTHER_MARK;
      case Character.CONTROL -> NOTHING;
      default -> "§®™€£²³½¿¡ºª´±×№".indexOf(c) >= 0 ? OTHER_MARK : c == '\uFFFD' ? NOTHING : ODD;
    };
  }

  String charset() {
    return charset;
  }

  String language() {
    return letters.language();
  }

  /** What the bytes cost, or any number over the limit where they cost more than that. */
  double cost(byte[] sample, double limit) {
    double sum = 0;
    int before = 0;
    int caseBefore = NO_CASE;
    for (int i = 0; i < sample.length && sum <= limit; i++) {
      int b = sample[i] & 0xff;
      int symbol = symbols[b];
      int letterCase = cases[b];
      sum += extra[b] > 0 ? extra[b] : table[before * width + symbol];
      sum += CASES[caseBefore][letterCase];
      before = symbol;
      caseBefore = letterCase;
    }
    return sum;
  }
}
