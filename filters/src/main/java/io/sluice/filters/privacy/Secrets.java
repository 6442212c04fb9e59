package io.sluice.filters.privacy;

import java.util.List;

/**
 * Keys and tokens that services give with a prefix of their own, JSON web tokens, and private keys
 * in PEM. What follows the prefix must be as long as the service makes it and hold a digit and a
 * letter, lest a word be taken for a key.
 */
final class Secrets {
  /**
   * A kind of key.
   *
   * @param prefix as written
   * @param least signs that follow it at least
   * @param most signs that follow it at most
   */
  private record Shape(String prefix, int least, int most) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("AKIA", 16, 16),
          new Shape("ASIA", 16, 16),
          new Shape("AIza", 35, 35),
          new Shape("ghp_", 36, 36),
          new Shape("gho_", 36, 36),
          new Shape("ghu_", 36, 36),
          new Shape("ghs_", 36, 36),
          new Shape("ghr_", 36, 76),
          new Shape("github_pat_", 82, 82),
          new Shape("glpat-", 20, 30),
          new Shape("hf_", 34, 40),
          new Shape("npm_", 36, 36),
          new Shape("pypi-", 50, 250),
          new Shape("sk-", 32, 200),
          new Shape("sk_live_", 24, 120),
          new Shape("rk_live_", 24, 120),
          new Shape("xoxb-", 24, 120),
          new Shape("xoxp-", 24, 120),
          new Shape("xoxa-", 24, 120),
          new Shape("SG.", 40, 80),
          new Shape("ya29.", 40, 400));

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String PRIVATE = "PRIVATE KEY-----";
  private static final int LONGEST_KEY = 20_000;

  private Secrets() {}

  /** Where the secret that begins here ends, negative where there is none. */
  static int end(String text, int start) {
    char first = text.charAt(start);
    if (first == '-') {
      return privateKey(text, start);
    }
    if (first == 'e') {
      return webToken(text, start);
    }
    for (Shape shape : SHAPES) {
      if (shape.prefix.charAt(0) == first && text.startsWith(shape.prefix, start)) {
        int from = start + shape.prefix.length();
        int end = run(text, from);
        int length = end - from;
        if (length >= shape.least && length <= shape.most && isMixed(text, from, end)) {
          return end;
        }
      }
    }
    return -1;
  }

  private static int run(String text, int start) {
    int at = start;
    while (at < text.length() && isSign(text.charAt(at))) {
      at++;
    }
    while (at > start && text.charAt(at - 1) == '.') {
      at--;
    }
    return at;
  }

  private static boolean isSign(char c) {
    return PrivateData.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }

  private static boolean isMixed(String text, int start, int end) {
    boolean digit = false;
    boolean letter = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digit |= PrivateData.isDigit(c);
      letter |= PrivateData.isAlphanumeric(c) && !PrivateData.isDigit(c);
    }
    return digit && letter;
  }

  /** Three parts in base64 whose first begins a JSON object. */
  private static int webToken(String text, int start) {
    if (!text.startsWith("eyJ", start)) {
      return -1;
    }
    int end = run(text, start);
    int first = text.indexOf('.', start);
    int second = first < 0 ? -1 : text.indexOf('.', first + 1);
    boolean parts = first > 0 && second > first + 10 && second < end - 10 && first > start + 10;
    return parts ? end : -1;
  }

  private static int privateKey(String text, int start) {
    if (!text.startsWith(BEGIN, start)) {
      return -1;
    }
    int kind = text.indexOf(PRIVATE, start);
    if (kind < 0 || kind - start > BEGIN.length() + 20) {
      return -1;
    }
    int end = text.indexOf(END, kind);
    int last = end < 0 ? -1 : text.indexOf(PRIVATE, end);
    boolean near = last > 0 && last - start < LONGEST_KEY && last - end < 40;
    return near ? last + PRIVATE.length() : -1;
  }
}
