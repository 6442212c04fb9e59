package io.sluice.filters.privacy;

import java.util.regex.Pattern;

/**
 * Phone numbers: international ones (a plus sign and 8 to 15 digits, ITU-T E.164), and those of
 * North America, China, France, the United Kingdom, Japan, Korea, Russia and Brazil as they are
 * written there. A run of digits without separators is taken for one in China alone, whose mobile
 * numbers are known by their beginning.
 */
final class PhoneNumbers {
  /** Lengths of the groups, as {@link Digits} writes them, then the digits. */
  private static final Pattern NATIONAL =
      Pattern.compile(
          "(?:ccd [2-9]\\d{2}[2-9]\\d{6}" // North America
              + "|(?:k|cdd) 1[3-9]\\d{9}" // China, mobile
              + "|(?:ch|dg|dh) 0[1-9]\\d{9,10}" // China, fixed
              + "|bbbbb 0[1-9]\\d{8}" // France
              + "|(?:ef|cdd|eee|ddc) 0[1-37]\\d{8,9}" // United Kingdom
              + "|(?:bdd|cdd|cbd|ccd) 0[1-9]\\d{8,9}" // Japan, Korea
              + "|acc(?:bb|d) 8[3489]\\d{9}" // Russia
              + "|b(?:ed|dd) [1-9]\\d{9,10}" // Brazil
              + ")");

  private static final int SHORTEST = 8;
  private static final int LONGEST = 15;

  private PhoneNumbers() {}

  /** Where the number that begins here ends, negative where there is none. */
  static int end(String text, int start) {
    char c = text.charAt(start);
    if (c == '+') {
      if (start + 1 >= text.length() || !isFirst(text.charAt(start + 1))) {
        return -1;
      }
      return longest(text, start + 1, true);
    }
    int at = c == '(' ? start + 1 : start;
    boolean digit = at < text.length() && PrivateData.isDigit(text.charAt(at));
    return digit ? longest(text, at, false) : -1;
  }

  private static int longest(String text, int start, boolean international) {
    Digits number = Digits.at(text, start);
    while (number != null && number.length() >= SHORTEST) {
      if (!PrivateData.goesOn(text, number.end())
          && (international ? number.length() <= LONGEST : isNational(text, start, number))) {
        return number.end();
      }
      number = number.shorter(text, start);
    }
    return -1;
  }

  private static boolean isNational(String text, int start, Digits number) {
    return number.length() >= 10
        && number.length() <= 12
        && text.substring(start, number.end()).indexOf('/') < 0
        && NATIONAL.matcher(number.groups() + " " + number.digits()).matches();
  }

  /** No country code begins with 0. */
  private static boolean isFirst(char c) {
    return c >= '1' && c <= '9';
  }
}
