package io.sluice.filters.privacy;

/**
 * Identity, account and card numbers, by region: China (18 signs), Korea, India (Aadhaar), Brazil
 * (CPF), the United States (SSN, which has no check digit and must be written in its groups),
 * France, Spain (DNI, NIE), Poland (PESEL), IBANs and payment cards. Check digits and dates must be
 * right.
 */
final class IdentityNumbers {
  private static final int SHORTEST = 8;

  private IdentityNumbers() {}

  /** Where the number that begins here ends, negative where there is none. */
  static int end(String text, int start) {
    char c = text.charAt(start);
    if (c >= 'A' && c <= 'Z') {
      int end = iban(text, start);
      return end >= 0 ? end : spainForeign(text, start);
    }
    if (!PrivateData.isDigit(c)) {
      return -1;
    }
    Digits number = Digits.at(text, start);
    while (number != null && number.length() >= SHORTEST) {
      int end = end(text, number);
      if (end >= 0) {
        return end;
      }
      number = number.shorter(text, start);
    }
    return -1;
  }

  private static int end(String text, Digits number) {
    int end = number.end();
    if (number.length() == 17 && number.groups().length() == 1) {
      boolean china =
          end < text.length()
              && (text.charAt(end) == 'X' || text.charAt(end) == 'x')
              && isChina(number.digits(), 'X');
      return china && !PrivateData.goesOn(text, end + 1) ? end + 1 : -1;
    }
    if (number.length() == 8 && number.groups().length() == 1) {
      return spain(text, number);
    }
    return isIdentity(number) && !PrivateData.goesOn(text, end) ? end : -1;
  }

  private static boolean isIdentity(Digits number) {
    String digits = number.digits();
    String groups = number.groups();
    return switch (number.length()) {
      case 9 -> groups.equals("cbd") && isSocialSecurity(digits);
      case 11 ->
          (groups.equals("cccb") && Checksums.brazil(digits))
              || (groups.equals("k") && isPoland(digits));
      case 12 -> groups.equals("ddd") && digits.charAt(0) > '1' && Checksums.verhoeff(digits);
      case 13 -> groups.equals("fg") && isKorea(digits);
      case 15 -> (isFrance(digits) && Checksums.france(digits)) || isCard(digits, groups);
      case 14, 16, 19 -> isCard(digits, groups);
      case 18 -> groups.length() == 1 && isChina(digits, digits.charAt(17));
      default -> false;
    };
  }

  private static boolean isSocialSecurity(String digits) {
    String area = digits.substring(0, 3);
    return !area.equals("000")
        && !area.equals("666")
        && area.charAt(0) != '9'
        && !digits.startsWith("00", 3)
        && !digits.endsWith("0000");
  }

  private static boolean isChina(String digits, char check) {
    return isDate(digits, 6, 4) && digits.charAt(0) != '0' && Checksums.china(digits, check);
  }

  private static boolean isKorea(String digits) {
    return isDate(digits, 0, 2) && Checksums.korea(digits);
  }

  /** The month carries the century: 81 to 92 are of the 19th, 21 to 32 of the 21st. */
  private static boolean isPoland(String digits) {
    int month = Integer.parseInt(digits.substring(2, 4)) % 20;
    int day = Integer.parseInt(digits.substring(4, 6));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && Checksums.poland(digits);
  }

  private static boolean isFrance(String digits) {
    int month = Integer.parseInt(digits.substring(3, 5));
    return (digits.charAt(0) == '1' || digits.charAt(0) == '2') && month >= 1 && month <= 12;
  }

  private static boolean isDate(String digits, int start, int yearDigits) {
    int year = Integer.parseInt(digits.substring(start, start + yearDigits));
    int month = Integer.parseInt(digits.substring(start + yearDigits, start + yearDigits + 2));
    int day = Integer.parseInt(digits.substring(start + yearDigits + 2, start + yearDigits + 4));
    boolean yearFits = yearDigits == 2 || (year >= 1900 && year < 2100);
    return yearFits && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /** Beginnings of the great card networks; in one group or in the groups that cards show. */
  private static boolean isCard(String digits, String groups) {
    boolean shown =
        groups.length() == 1
            || groups.equals("dddd")
            || groups.equals("dddde")
            || groups.equals("ddddc")
            || groups.equals("dfe")
            || groups.equals("dfd");
    int two = Integer.parseInt(digits.substring(0, 2));
    int four = Integer.parseInt(digits.substring(0, 4));
    boolean network =
        switch (digits.length()) {
          case 14 -> two == 36 || two == 38 || four / 10 == 305;
          case 15 -> two == 34 || two == 37;
          case 16 ->
              two / 10 == 4
                  || (two >= 51 && two <= 55)
                  || (four >= 2221 && four <= 2720)
                  || two == 62
                  || two == 35
                  || four == 6011
                  || two == 65;
          default -> two == 62 || two / 10 == 4;
        };
    return shown && network && Checksums.luhn(digits);
  }

  private static int spain(String text, Digits number) {
    int end = number.end();
    end += end < text.length() && text.charAt(end) == '-' ? 1 : 0;
    boolean right =
        end < text.length()
            && Checksums.spain(Integer.parseInt(number.digits()), text.charAt(end))
            && !PrivateData.goesOn(text, end + 1);
    return right ? end + 1 : -1;
  }

  private static int spainForeign(String text, int start) {
    int first = "XYZ".indexOf(text.charAt(start));
    int at = start + 1;
    at += at < text.length() && text.charAt(at) == '-' ? 1 : 0;
    if (first < 0 || at >= text.length() || !PrivateData.isDigit(text.charAt(at))) {
      return -1;
    }
    Digits number = Digits.at(text, at);
    if (number.length() != 7 || number.groups().length() != 1) {
      return -1;
    }
    return spain(text, new Digits(first + number.digits(), "h", number.end()));
  }

  private static int iban(String text, int start) {
    if (start + 4 > text.length() || !isCapital(text, start + 1)) {
      return -1;
    }
    StringBuilder signs = new StringBuilder(34);
    int end = start;
    for (int at = start; at < text.length() && signs.length() < 35; at++) {
      char c = text.charAt(at);
      if (PrivateData.isDigit(c) || (c >= 'A' && c <= 'Z')) {
        signs.append(c);
        end = at + 1;
      } else if (c != ' ' || signs.length() % 4 != 0) {
        break;
      }
      if (signs.length() == 4
          && !(PrivateData.isDigit(signs.charAt(2)) && PrivateData.isDigit(signs.charAt(3)))) {
        return -1;
      }
    }
    boolean right =
        signs.length() >= 15 && signs.length() <= 34 && Checksums.iban(signs.toString());
    return right && !PrivateData.goesOn(text, end) ? end : -1;
  }

  private static boolean isCapital(String text, int at) {
    return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }
}
