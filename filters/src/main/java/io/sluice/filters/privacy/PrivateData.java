package io.sluice.filters.privacy;

import java.util.EnumMap;
import java.util.Map;

/**
 * Finds private data in one walk over a text. Digits and letters are looked at where a word begins,
 * an at sign anywhere; what is found is passed over, so that nothing is masked twice. Immutable.
 */
public final class PrivateData {
  private final PrivacyConfig config;

  /** Masks what the configuration names. */
  public PrivateData(PrivacyConfig config) {
    this.config = config;
  }

  /** The text with its private data masked. */
  public Masked mask(String text) {
    int[] counts = new int[PrivateKind.values().length];
    StringBuilder masked = null;
    int copied = 0;
    int at = 0;
    int length = text.length();
    boolean word = false;
    while (at < length) {
      char c = text.charAt(at);
      boolean alphanumeric = isAlphanumeric(c);
      if (c == '@' || (!word && (alphanumeric || c == '+' || c == '(' || c == '-'))) {
        Found found = c == '@' ? email(text, at, copied) : starting(text, at);
        if (found != null) {
          masked = masked == null ? new StringBuilder(length) : masked;
          masked.append(text, copied, found.start).append(found.kind.mask());
          counts[found.kind.ordinal()]++;
          copied = found.end;
          at = found.end;
          word = false;
          continue;
        }
      }
      word = alphanumeric || (c >= 0x80 && Character.isLetterOrDigit(c) && !isHan(c));
      at++;
    }
    String result = masked == null ? text : masked.append(text, copied, length).toString();
    Map<PrivateKind, Integer> byKind = new EnumMap<>(PrivateKind.class);
    for (PrivateKind kind : PrivateKind.values()) {
      if (config.uses(kind)) {
        byKind.put(kind, counts[kind.ordinal()]);
      }
    }
    return new Masked(result, byKind);
  }

  /** A stretch to be masked. */
  private record Found(PrivateKind kind, int start, int end) {}

  private Found email(String text, int at, int from) {
    if (!config.emails()) {
      return null;
    }
    int start = Emails.start(text, at, from);
    int end = start < 0 ? -1 : Emails.end(text, at);
    return end < 0 ? null : new Found(PrivateKind.EMAIL, start, end);
  }

  private Found starting(String text, int at) {
    for (PrivateKind kind : PrivateKind.values()) {
      if (config.uses(kind)) {
        int end =
            switch (kind) {
              case EMAIL -> -1;
              case IP_ADDRESS -> IpAddresses.end(text, at);
              case PHONE_NUMBER -> -1;
              case IDENTITY_NUMBER -> IdentityNumbers.end(text, at);
              case SECRET -> Secrets.end(text, at);
            };
        if (end >= 0) {
          return new Found(kind, at, end);
        }
      }
    }
    // Last, since a phone number has no check digits.
    int end = config.phoneNumbers() ? PhoneNumbers.end(text, at) : -1;
    return end < 0 ? null : new Found(PrivateKind.PHONE_NUMBER, at, end);
  }

  /** Chinese characters stand next to numbers without a space. */
  private static boolean isHan(char c) {
    return c >= 0x2e80 && c < 0xa000;
  }

  /** Letter or digit of ASCII. */
  static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Digit of ASCII. */
  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a word goes on at this place: a letter or digit of ASCII stands there. */
  static boolean goesOn(String text, int at) {
    return at < text.length() && isAlphanumeric(text.charAt(at));
  }
}
