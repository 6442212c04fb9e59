package io.sluice.filters.privacy;

/**
 * Public IP addresses. Private, loopback, link-local, shared, documentation, benchmark, multicast
 * and reserved ranges (IANA's special-purpose registries) say nothing of a person and are kept.
 */
final class IpAddresses {
  private IpAddresses() {}

  /** Where the public address that begins here ends, negative where there is none. */
  static int end(String text, int start) {
    int end = version4(text, start);
    return end >= 0 ? end : version6(text, start);
  }

  private static int version4(String text, int start) {
    int[] parts = new int[4];
    int at = start;
    for (int i = 0; i < 4; i++) {
      int digits = at;
      while (at < text.length() && at - digits < 4 && PrivateData.isDigit(text.charAt(at))) {
        parts[i] = parts[i] * 10 + text.charAt(at++) - '0';
      }
      int length = at - digits;
      if (length == 0
          || length > 3
          || parts[i] > 255
          || (length > 1 && text.charAt(digits) == '0')) {
        return -1;
      }
      if (i < 3 && (at >= text.length() || text.charAt(at++) != '.')) {
        return -1;
      }
    }
    boolean longer =
        PrivateData.goesOn(text, at)
            || (at + 1 < text.length()
                && text.charAt(at) == '.'
                && PrivateData.isDigit(text.charAt(at + 1)));
    boolean within =
        start > 1 && text.charAt(start - 1) == '.' && PrivateData.isDigit(text.charAt(start - 2));
    return longer || within || !isPublic(parts[0], parts[1], parts[2]) ? -1 : at;
  }

  private static boolean isPublic(int a, int b, int c) {
    return !(a == 0
        || a == 10
        || a == 127
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 169 && b == 254)
        || (a == 172 && b >= 16 && b < 32)
        || (a == 192 && b == 168)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113));
  }

  private static int version6(String text, int start) {
    int groups = 0;
    int first = 0;
    int second = 0;
    int value = 0;
    int digits = 0;
    boolean gap = false;
    int at = start;
    for (; at < text.length(); at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit >= 0 && text.charAt(at) < 0x80) {
        value = value * 16 + digit;
        if (++digits > 4) {
          return -1;
        }
        continue;
      }
      if (text.charAt(at) != ':') {
        break;
      }
      if (digits == 0) {
        return -1;
      }
      first = groups == 0 ? value : first;
      second = groups == 1 ? value : second;
      groups++;
      value = 0;
      digits = 0;
      if (at + 1 < text.length() && text.charAt(at + 1) == ':') {
        if (gap) {
          return -1;
        }
        gap = true;
        at++;
      }
    }
    second = groups == 1 && !gap ? value : second;
    groups += digits > 0 ? 1 : 0;
    boolean whole = gap ? groups < 8 && groups > 1 : groups == 8 && digits > 0;
    boolean global = first >> 13 == 1 && !(first == 0x2001 && second == 0xdb8);
    return whole && global && !PrivateData.goesOn(text, at) ? at : -1;
  }
}
