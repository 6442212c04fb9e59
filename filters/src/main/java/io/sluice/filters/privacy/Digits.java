package io.sluice.filters.privacy;

/**
 * A number written in groups of digits with single separators between them.
 *
 * @param digits the digits alone
 * @param groups lengths of the groups, as letters: {@code a} for 1
 * @param end after the last digit
 */
record Digits(String digits, String groups, int end) {
  private static final int MOST = 24;
  private static final String SEPARATORS = " -.()/";

  /** The number that begins here; a separator is a space, hyphen, full stop, bracket or slash. */
  static Digits at(String text, int start) {
    return at(text, start, MOST);
  }

  /** The same without its last group, since another number may stand behind; null for one group. */
  Digits shorter(String text, int start) {
    return groups.length() < 2 ? null : at(text, start, groups.length() - 1);
  }

  private static Digits at(String text, int start, int mostGroups) {
    StringBuilder digits = new StringBuilder(MOST);
    StringBuilder groups = new StringBuilder(8);
    int at = start;
    int end = start;
    while (at < text.length() && groups.length() < mostGroups) {
      int from = at;
      while (at < text.length() && PrivateData.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == from || digits.length() + at - from > MOST) {
        break;
      }
      digits.append(text, from, at);
      groups.append((char) ('a' + at - from - 1));
      end = at;
      int most = Math.min(text.length(), at + 2);
      while (at < most && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == end) {
        break;
      }
    }
    return new Digits(digits.toString(), groups.toString(), end);
  }

  int length() {
    return digits.length();
  }
}
