package io.sluice.ingest.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Dates as archives and data sets write them: W3C's profile of ISO 8601 (WARC 1.1 allows any
 * precision from the year to the nanosecond), a space instead of the T, and ARC's 12 to 18 digits.
 */
public final class Dates {
  private Dates() {}

  /** The instant, the earliest that the precision allows; null where the text is no date. */
  public static Instant parse(String text) {
    if (text == null || text.length() < 4) {
      return null;
    }
    int[] parts = {0, 1, 1, 0, 0, 0};
    int at = 0;
    for (int i = 0; i < parts.length && at < text.length() && text.charAt(at) != 'Z'; i++) {
      if (i > 0 && !Character.isDigit(text.charAt(at))) {
        if ("-T: tt".indexOf(text.charAt(at)) < 0) {
          break;
        }
        at++;
      }
      int size = i == 0 ? 4 : 2;
      int value = number(text, at, size);
      if (value < 0) {
        return offset(text);
      }
      parts[i] = value;
      at += size;
    }
    int nanos = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      int unit = 100_000_000;
      for (at++; at < text.length() && number(text, at, 1) >= 0; at++) {
        nanos += number(text, at, 1) * unit;
        unit /= 10;
      }
    }
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      return offset(text);
    }
    try {
      return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], nanos)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String text, int at, int size) {
    if (at + size > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = at; i < at + size; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }

  private static Instant offset(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
