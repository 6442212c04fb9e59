package io.sluice.filters.privacy;

/** Check digits of identity, account and card numbers. */
final class Checksums {
  private static final String CHINA = "10X98765432";
  private static final String SPAIN = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] KOREA = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
  private static final int[] POLAND = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

  private static final int[][] PERMUTED = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };

  private Checksums() {}

  /** Luhn's (ISO/IEC 7812): cards. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
    }
    return sum % 10 == 0;
  }

  /** ISO 7064 MOD 11-2 over 17 digits (GB 11643): China. */
  static boolean china(String digits, char check) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return CHINA.charAt(sum % 11) == Character.toUpperCase(check);
  }

  /** The number modulo 23 chooses a letter: Spain. */
  static boolean spain(int number, char letter) {
    return SPAIN.charAt(number % 23) == letter;
  }

  /** Two digits modulo 11: CPF of Brazil. */
  static boolean brazil(String digits) {
    if (digits.chars().distinct().count() == 1) {
      return false;
    }
    for (int length = 9; length <= 10; length++) {
      int sum = 0;
      for (int i = 0; i < length; i++) {
        sum += (digits.charAt(i) - '0') * (length + 1 - i);
      }
      if (sum * 10 % 11 % 10 != digits.charAt(length) - '0') {
        return false;
      }
    }
    return true;
  }

  /** Weights modulo 11: Korea. */
  static boolean korea(String digits) {
    return (11 - weighted(digits, KOREA) % 11) % 10 == digits.charAt(12) - '0';
  }

  /** Weights modulo 10: PESEL of Poland. */
  static boolean poland(String digits) {
    return (10 - weighted(digits, POLAND) % 10) % 10 == digits.charAt(10) - '0';
  }

  private static int weighted(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  /** Verhoeff's: Aadhaar of India. */
  static boolean verhoeff(String digits) {
    int state = 0;
    for (int i = 0; i < digits.length(); i++) {
      state = dihedral(state, PERMUTED[i % 8][digits.charAt(digits.length() - 1 - i) - '0']);
    }
    return state == 0;
  }

  /** Product in the dihedral group of order ten. */
  private static int dihedral(int a, int b) {
    if (a < 5) {
      return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
    }
    return b < 5 ? 5 + (a - b) % 5 : (a - b + 5) % 5;
  }

  /** The first 13 digits and the key make 97: France. */
  static boolean france(String digits) {
    long number = Long.parseLong(digits.substring(0, 13));
    return 97 - number % 97 == Integer.parseInt(digits.substring(13));
  }

  /** ISO 7064 MOD 97-10 with the first four signs behind: IBAN. */
  static boolean iban(String signs) {
    int rest = 0;
    String turned = signs.substring(4) + signs.substring(0, 4);
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }
}
