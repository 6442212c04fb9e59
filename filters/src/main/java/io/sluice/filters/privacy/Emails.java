package io.sluice.filters.privacy;

/** E-mail addresses: a plain local part, an at sign, and a domain with a top level of letters. */
final class Emails {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;

  private Emails() {}

  /**
   * Where the local part before the at sign begins, negative where there is none.
   *
   * @param from nothing before it belongs to the address
   */
  static int start(String text, int at, int from) {
    int start = at;
    while (start > from && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !PrivateData.isAlphanumeric(text.charAt(start))) {
      start++;
    }
    return start < at && text.charAt(at - 1) != '.' ? start : -1;
  }

  private static boolean isLocal(char c) {
    return PrivateData.isAlphanumeric(c)
        || c == '.'
        || c == '_'
        || c == '%'
        || c == '+'
        || c == '-';
  }

  /** Where the domain after the at sign ends, negative where there is none. */
  static int end(String text, int at) {
    int end = -1;
    int label = at + 1;
    for (int i = at + 1; i <= text.length() && i - at <= LONGEST_DOMAIN; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (PrivateData.isAlphanumeric(c) || (c == '-' && i > label)) {
        continue;
      }
      if (i == label) {
        break;
      }
      if (label > at + 1 && isTopLevel(text, label, i)) {
        end = i;
      }
      if (c != '.') {
        break;
      }
      label = i + 1;
    }
    return end;
  }

  private static boolean isTopLevel(String text, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!PrivateData.isAlphanumeric(c) || PrivateData.isDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
