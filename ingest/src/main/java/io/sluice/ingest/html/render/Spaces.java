package io.sluice.ingest.html.render;

import io.sluice.ingest.html.block.Characters;
import io.sluice.ingest.html.block.Utf8;

/**
 * Copies UTF-8 text with its white space collapsed, or as it stands, and without what cannot be
 * seen.
 */
final class Spaces {
  /** Bytes at which a run of plain text may end: white space, and leads of what may be dropped. */
  private static final boolean[] LOOK = new boolean[256];

  static {
    for (int c = 0; c <= ' '; c++) {
      LOOK[c] = true;
    }
    for (int lead : new int[] {0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF}) {
      LOOK[lead] = true;
    }
  }

  private Spaces() {}

  /** One past the last byte of the run of visible text that begins at {@code at}. */
  static int runEnd(byte[] text, int at, int end) {
    int i = at;
    while (i < end) {
      int b = text[i] & 0xff;
      if (!LOOK[b]) {
        i++;
      } else if (b < 0x80 || kind(text, i, end) != 0) {
        return i;
      } else {
        i += Utf8.length(b);
      }
    }
    return end;
  }

  /**
   * What stands at {@code at}, where a run ended: {@link Characters#SPACE}, {@link
   * Characters#INVISIBLE} or, of other characters, 0.
   */
  static int kind(byte[] text, int at, int end) {
    int b = text[at];
    if (b >= 0) {
      return b <= ' ' ? Characters.SPACE : b == 127 ? Characters.INVISIBLE : 0;
    }
    return Characters.of(Utf8.decode(text, at, end)) & (Characters.SPACE | Characters.INVISIBLE);
  }

  /** Appends preformatted text: line ends as line feeds, no-break spaces as spaces. */
  static void copyVerbatim(byte[] text, int start, int end, Buffer out) {
    int i = start;
    while (i < end) {
      int run = verbatimEnd(text, i, end);
      out.add(text, i, run);
      if (run >= end) {
        return;
      }
      int b = text[run];
      if (b >= 0) {
        if (b == '\r' && (run + 1 == end || text[run + 1] != '\n')) {
          out.add('\n');
        }
        i = run + 1;
        continue;
      }
      int c = Utf8.decode(text, run, end);
      if (c == 0xA0) {
        out.add(' ');
      }
      i = run + Utf8.length(b);
    }
  }

  private static int verbatimEnd(byte[] text, int at, int end) {
    int i = at;
    while (i < end) {
      int b = text[i] & 0xff;
      if (b < ' ') {
        if (b != '\n' && b != '\t') {
          return i;
        }
        i++;
      } else if (b < 0x80) {
        i++;
      } else {
        if (LOOK[b]) {
          int c = Utf8.decode(text, i, end);
          if (c == 0xA0 || c == 0x200B || c == 0xFEFF) {
            return i;
          }
        }
        i += Utf8.length(b);
      }
    }
    return end;
  }
}
