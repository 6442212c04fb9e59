package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import java.text.Normalizer;

/**
 * 128-bit hash of a whole text, equal for texts that differ only in white space or in the way their
 * accents are encoded.
 *
 * <p>The text is brought to Unicode NFC; each run of white space (Unicode space separators,
 * including no-break and ideographic space, and the controls that {@link Character#isWhitespace}
 * names) becomes one space; white space at both ends goes. Case, punctuation and everything else
 * stay. What is hashed is the UTF-8 form, an unpaired surrogate taking the three bytes that its
 * number would.
 *
 * <p>Not safe for use by several threads: it keeps a buffer.
 */
final class ExactHash {
  private static final int KEPT_BYTES = 1 << 20;

  /** Below this character every text is in NFC: nothing composes without a combining mark. */
  private static final char FIRST_COMBINING = '\u0300';

  private byte[] buffer = new byte[4096];

  Hash128 of(String text) {
    String composed = compose(text);
    byte[] bytes = room(composed.length());
    int size = encode(composed, bytes);
    if (bytes.length <= KEPT_BYTES) {
      buffer = bytes;
    }
    return Hash128.of(0, bytes, 0, size);
  }

  private static String compose(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private byte[] room(int chars) {
    int bytes = Math.multiplyExact(chars, 3);
    return buffer.length >= bytes ? buffer : new byte[bytes];
  }

  private static int encode(String text, byte[] out) {
    int size = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = size > 0;
        continue;
      }
      if (gap) {
        out[size++] = ' ';
        gap = false;
      }
      if (c < 0x80) {
        out[size++] = (byte) c;
      } else if (c < 0x800) {
        out[size++] = (byte) (0xc0 | (c >> 6));
        out[size++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        out[size++] = (byte) (0xf0 | (point >> 18));
        out[size++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        out[size++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        out[size++] = (byte) (0x80 | (point & 0x3f));
      } else {
        out[size++] = (byte) (0xe0 | (c >> 12));
        out[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        out[size++] = (byte) (0x80 | (c & 0x3f));
      }
    }
    return size;
  }

  private static boolean isSpace(char c) {
    if (c < 0x80) {
      return c <= ' ' && Character.isWhitespace(c);
    }
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }
}
