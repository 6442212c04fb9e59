package io.sluice.ingest.html.tree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Decodes character references, carriage returns and NULs, by the HTML standard, 13.2.5.72 to
 * 13.2.5.80: all 2,231 names, of which 106 also without a semicolon.
 */
final class References {
  /** The bytes hold references, carriage returns or NULs. */
  static final int TEXT = 1;

  /** As {@link #TEXT}, but ampersands are only ampersands: script, style, CDATA. */
  static final int LITERAL = 2;

  /** To be added to either: a NUL becomes U+FFFD; it is dropped without this. */
  static final int KEEP_NUL = 4;

  /** The value of an attribute: references without a semicolon count only at a word's end. */
  static final int VALUE = TEXT | LITERAL | KEEP_NUL;

  private static final int LONGEST_BARE = 6;
  private static final int REPLACEMENT = 0xFFFD;

  /** What 0x80 to 0x9F stand for: windows-1252. */
  private static final char[] WINDOWS =
      ("\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
              + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A"
              + "\u0153\u009D\u017E\u0178")
          .toCharArray();

  /** Open addressing by the name's hash: the name, and its one or two code points in UTF-8. */
  private static final int SLOTS = 8192;

  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final byte[][] TEXTS = new byte[SLOTS][];
  private static final boolean[] BARE = new boolean[SLOTS];

  static {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(References.class.getResourceAsStream("references.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        enter(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private References() {}

  /** A line is a name and its code points in hexadecimal; "!" marks a name that needs no ";". */
  private static void enter(String line) {
    String[] parts = line.split(" ");
    boolean bare = parts[0].startsWith("!");
    byte[] name = parts[0].substring(bare ? 1 : 0).getBytes(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      text.appendCodePoint(Integer.parseInt(parts[i], 16));
    }
    int slot = slot(name, 0, name.length);
    while (NAMES[slot] != null) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    NAMES[slot] = name;
    TEXTS[slot] = text.toString().getBytes(StandardCharsets.UTF_8);
    BARE[slot] = bare;
  }

  private static int slot(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash >>> (32 - 13);
  }

  /** The slot of a name, or -1. */
  private static int find(byte[] bytes, int start, int end) {
    int slot = slot(bytes, start, end);
    while (NAMES[slot] != null) {
      byte[] name = NAMES[slot];
      if (Arrays.equals(name, 0, name.length, bytes, start, end)) {
        return slot;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }

  /** The text of bytes that are to be decoded as {@code decoding} says. */
  static String decode(byte[] source, int start, int end, int decoding) {
    byte[] text = new byte[room(end - start, decoding)];
    int length = decode(source, start, end, decoding, text, 0);
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  /**
   * The most bytes that so many decode to: a NUL may become three bytes, and a reference never
   * gives more than five bytes for four.
   */
  static int room(int length, int decoding) {
    return (decoding & KEEP_NUL) != 0 ? 3 * length : length + length / 4;
  }

  /** Writes the decoded bytes, at most {@link #room} of them, and returns the place after them. */
  static int decode(byte[] source, int start, int end, int decoding, byte[] into, int at) {
    boolean references = decoding != LITERAL && decoding != (LITERAL | KEEP_NUL);
    int to = at;
    for (int i = start; i < end; ) {
      byte b = source[i];
      if (b == '&' && references) {
        long read = reference(source, i, end, decoding == VALUE, into, to);
        i = (int) (read >>> 32);
        to = (int) read;
      } else if (b == '\r') {
        into[to++] = '\n';
        i += i + 1 < end && source[i + 1] == '\n' ? 2 : 1;
      } else if (b == 0) {
        to = (decoding & KEEP_NUL) != 0 ? put(REPLACEMENT, into, to) : to;
        i++;
      } else {
        into[to++] = b;
        i++;
      }
    }
    return to;
  }

  /** Decodes at an ampersand; the next place to read is above, that to write below. */
  private static long reference(
      byte[] source, int from, int end, boolean value, byte[] into, int at) {
    int i = from + 1;
    if (i < end && source[i] == '#') {
      return number(source, from, end, into, at);
    }
    int limit = Math.min(end, i + 40);
    int stop = i;
    while (stop < limit && isAlphanumeric(source[stop])) {
      stop++;
    }
    if (stop < end && source[stop] == ';' && stop > i) {
      int slot = find(source, i, stop);
      if (slot >= 0) {
        return put(TEXTS[slot], stop + 1, into, at);
      }
    }
    for (int cut = Math.min(stop, i + LONGEST_BARE); cut >= i + 2; cut--) {
      int slot = find(source, i, cut);
      if (slot >= 0 && BARE[slot]) {
        boolean goesOn = cut < end && (isAlphanumeric(source[cut]) || source[cut] == '=');
        if (value && goesOn) {
          break;
        }
        return put(TEXTS[slot], cut, into, at);
      }
    }
    into[at] = '&';
    return ((long) i << 32) | (at + 1);
  }

  private static long number(byte[] source, int from, int end, byte[] into, int at) {
    int i = from + 2;
    boolean hex = i < end && (source[i] | 32) == 'x';
    if (hex) {
      i++;
    }
    int first = i;
    int code = 0;
    for (; i < end; i++) {
      int digit = Character.digit(source[i], hex ? 16 : 10);
      if (digit < 0) {
        break;
      }
      code = Math.min(code * (hex ? 16 : 10) + digit, 0x110000);
    }
    if (i == first) {
      into[at] = '&';
      return ((long) (from + 1) << 32) | (at + 1);
    }
    if (i < end && source[i] == ';') {
      i++;
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
      code = REPLACEMENT;
    } else if (code >= 0x80 && code <= 0x9F) {
      code = WINDOWS[code - 0x80];
    }
    return ((long) i << 32) | put(code, into, at);
  }

  /**
   * The place after a reference to a line feed that stands here; the same place where none does.
   */
  static int skipLineFeed(byte[] source, int from, int end) {
    if (from + 1 >= end || source[from + 1] != '#') {
      return from;
    }
    byte[] text = new byte[4];
    long read = number(source, from, end, text, 0);
    return (int) read == 1 && text[0] == '\n' ? (int) (read >>> 32) : from;
  }

  private static boolean isAlphanumeric(byte b) {
    int letter = b | 32;
    return (letter >= 'a' && letter <= 'z') || (b >= '0' && b <= '9');
  }

  private static long put(byte[] text, int next, byte[] into, int at) {
    System.arraycopy(text, 0, into, at, text.length);
    return ((long) next << 32) | (at + text.length);
  }

  private static int put(int code, byte[] into, int at) {
    int to = at;
    if (code < 0x80) {
      into[to++] = (byte) code;
    } else if (code < 0x800) {
      into[to++] = (byte) (0xC0 | (code >> 6));
      into[to++] = (byte) (0x80 | (code & 63));
    } else if (code < 0x10000) {
      into[to++] = (byte) (0xE0 | (code >> 12));
      into[to++] = (byte) (0x80 | ((code >> 6) & 63));
      into[to++] = (byte) (0x80 | (code & 63));
    } else {
      into[to++] = (byte) (0xF0 | (code >> 18));
      into[to++] = (byte) (0x80 | ((code >> 12) & 63));
      into[to++] = (byte) (0x80 | ((code >> 6) & 63));
      into[to++] = (byte) (0x80 | (code & 63));
    }
    return to;
  }
}
