package io.sluice.mixer.tokenize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Classes of code points that the splitting patterns of vocabularies ask for. They come from a
 * table of our own and not from the platform, whose Unicode version decides the ids otherwise.
 */
final class CodePoints {
  static final byte OTHER = 0;

  /** Upper and title case letters. */
  static final byte UPPER = 1;

  static final byte LOWER = 2;

  /** Letters without case, modifier letters. */
  static final byte LETTER = 3;

  static final byte MARK = 4;
  static final byte NUMBER = 5;

  /** White space but for {@link #NEWLINE}. */
  static final byte SPACE = 6;

  /** Carriage return and line feed. */
  static final byte NEWLINE = 7;

  private static final byte[] CLASSES = load();

  private CodePoints() {}

  private static byte[] load() {
    byte[] classes = new byte[Character.MAX_CODE_POINT + 1];
    try (InputStream resource = CodePoints.class.getResourceAsStream("unicode-classes.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          fill(classes, line.split(" ", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of code points", e);
    }
    classes['\r'] = NEWLINE;
    classes['\n'] = NEWLINE;
    return classes;
  }

  private static void fill(byte[] classes, String[] line) {
    byte as =
        switch (line[0]) {
          case "upper" -> UPPER;
          case "lower" -> LOWER;
          case "letter" -> LETTER;
          case "mark" -> MARK;
          case "number" -> NUMBER;
          case "space" -> SPACE;
          default -> throw new IllegalStateException("no class of code points: " + line[0]);
        };
    for (int i = 1; i < line.length; i++) {
      int dash = line[i].indexOf('-');
      int first = Integer.parseInt(dash < 0 ? line[i] : line[i].substring(0, dash), 16);
      int last = dash < 0 ? first : Integer.parseInt(line[i].substring(dash + 1), 16);
      for (int codePoint = first; codePoint <= last; codePoint++) {
        classes[codePoint] = as;
      }
    }
  }

  /** The class of the code point that starts at a byte of well-formed UTF-8. */
  static int classAt(byte[] utf8, int at) {
    int lead = utf8[at];
    if (lead >= 0) {
      return CLASSES[lead];
    }
    if (lead < (byte) 0xE0) {
      return CLASSES[((lead & 0x1F) << 6) | (utf8[at + 1] & 0x3F)];
    }
    if (lead < (byte) 0xF0) {
      return CLASSES[((lead & 0xF) << 12) | ((utf8[at + 1] & 0x3F) << 6) | (utf8[at + 2] & 0x3F)];
    }
    return CLASSES[
        ((lead & 7) << 18)
            | ((utf8[at + 1] & 0x3F) << 12)
            | ((utf8[at + 2] & 0x3F) << 6)
            | (utf8[at + 3] & 0x3F)];
  }

  /** Bytes of the code point that starts with this byte. */
  static int width(byte lead) {
    return lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
  }

  static boolean isLetter(int type) {
    return type >= UPPER && type <= LETTER;
  }

  static boolean isSpace(int type) {
    return type >= SPACE;
  }
}
