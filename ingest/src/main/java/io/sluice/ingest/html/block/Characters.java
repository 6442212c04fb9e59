package io.sluice.ingest.html.block;

/** Classes of characters, as the counts of blocks and their text need them. */
public final class Characters {
  /** White space, of any width; also where it must not break a line. */
  public static final int SPACE = 1;

  /** Nothing to see: soft hyphens, zero-width spaces, marks of direction. */
  public static final int INVISIBLE = 2;

  public static final int LETTER = 4;
  public static final int UPPER = 8;
  public static final int DIGIT = 16;

  /** Ends a sentence. */
  public static final int END = 32;

  public static final int COMMA = 64;

  /** Parts clauses, or ends a sentence: commas and ends are stops too. */
  public static final int STOP = 128;

  /** Of a script that is written without spaces between words. */
  public static final int UNSPACED = 256;

  /** Counts double. */
  public static final int DOUBLE = 512;

  private static final short[] ASCII = new short[128];

  static {
    for (int c = 0; c < 128; c++) {
      ASCII[c] = (short) ofAscii(c);
    }
  }

  private Characters() {}

  private static int ofAscii(int c) {
    if (c <= ' ') {
      return SPACE;
    }
    if (c >= 'a' && c <= 'z') {
      return LETTER;
    }
    if (c >= 'A' && c <= 'Z') {
      return LETTER | UPPER;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    return switch (c) {
      case '.', '!', '?' -> END | STOP;
      case ',' -> COMMA | STOP;
      case ';', ':' -> STOP;
      case 127 -> INVISIBLE;
      default -> 0;
    };
  }

  /** Class of a byte below 128. */
  public static int ascii(int c) {
    return ASCII[c];
  }

  /** Class of a code point beyond ASCII. */
  public static int of(int c) {
    if (c < 0x2000) {
      return ofLow(c);
    }
    if (c < 0x2070) {
      return ofPunctuation(c);
    }
    if (c < 0x2E80) {
      return c >= 0x2C00 || (c >= 0x2C60 && c < 0x2C80) ? LETTER : 0;
    }
    if (c >= 0x3000 && c < 0x3040) {
      return switch (c) {
        case 0x3000 -> SPACE;
        case 0x3001 -> COMMA | STOP | DOUBLE;
        case 0x3002 -> END | STOP | DOUBLE;
        case 0x300D -> STOP | DOUBLE;
        default -> DOUBLE;
      };
    }
    if (c >= 0xAC00 && c < 0xD7B0) {
      return LETTER | DOUBLE;
    }
    if (c < 0xFB00) {
      return LETTER | DOUBLE | UNSPACED;
    }
    if (c < 0xFF00) {
      return c == 0xFEFF ? INVISIBLE : c >= 0xFE10 && c < 0xFE70 ? 0 : LETTER;
    }
    if (c < 0x10000) {
      return ofFullWidth(c);
    }
    return c >= 0x20000 && c < 0x40000 ? LETTER | DOUBLE | UNSPACED : c < 0x1D000 ? LETTER : 0;
  }

  private static int ofLow(int c) {
    if (c < 0xC0) {
      return switch (c) {
        case 0x85, 0xA0 -> SPACE;
        case 0xAD -> INVISIBLE;
        case 0xB7 -> STOP;
        case 0xAA, 0xB5, 0xBA -> LETTER;
        default -> c < 0xA0 ? INVISIBLE : 0;
      };
    }
    if (c < 0x590) {
      return Character.isUpperCase(c) ? LETTER | UPPER : LETTER;
    }
    if (c < 0x780) {
      return switch (c) {
        case 0x60C -> COMMA | STOP;
        case 0x61B -> STOP;
        case 0x61F, 0x6D4 -> END | STOP;
        case 0x61C -> INVISIBLE;
        default -> LETTER;
      };
    }
    if (c == 0x964 || c == 0x965) {
      return END | STOP;
    }
    boolean unspaced =
        (c >= 0xE00 && c < 0xF00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
    if (c == 0x104A || c == 0x104B || c == 0x17D4 || c == 0x17D5) {
      return END | STOP | DOUBLE;
    }
    return unspaced ? LETTER | DOUBLE | UNSPACED : c == 0x1680 ? SPACE : LETTER;
  }

  private static int ofPunctuation(int c) {
    if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) {
      return SPACE;
    }
    // joiners (200C, 200D) shape letters, and stay
    if (c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) {
      return INVISIBLE;
    }
    return c == 0x2026 ? END | STOP : 0;
  }

  private static int ofFullWidth(int c) {
    return switch (c) {
      case 0xFF0C -> COMMA | STOP;
      case 0xFF0E, 0xFF01, 0xFF1F, 0xFF61 -> END | STOP;
      case 0xFF1B, 0xFF1A, 0xFF64 -> STOP;
      default ->
          (c >= 0xFF21 && c < 0xFF3B) || (c >= 0xFF41 && c < 0xFF5B) || (c >= 0xFF66 && c < 0xFFE0)
              ? LETTER
              : c >= 0xFFF0 && c < 0xFFFC ? INVISIBLE : 0;
    };
  }
}
