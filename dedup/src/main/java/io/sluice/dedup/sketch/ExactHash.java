package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import io.sluice.ingest.text.Words;
import java.text.Normalizer;
import java.util.Locale;

/**
 * 128-bit hash of a whole text in one of three forms. What is hashed is UTF-8, an unpaired
 * surrogate taking the three bytes that its number would.
 *
 * <ul>
 *   <li>{@link ExactForm#BYTES}: the text as it is.
 *   <li>{@link ExactForm#SPACES}: the text is brought to Unicode NFC; each run of white space
 *       (Unicode space separators, including no-break and ideographic space, and the controls that
 *       {@link Character#isWhitespace} names) becomes one space; white space at both ends goes.
 *       Case, punctuation and everything else stay.
 *   <li>{@link ExactForm#WORDS}: the words in NFC and lower case, a space between two.
 * </ul>
 *
 * <p>Not safe for use by several threads: it keeps a buffer.
 */
final class ExactHash {
  private static final int KEPT_BYTES = 1 << 20;

  /** Below this character every text is in NFC: nothing composes without a combining mark. */
  private static final char FIRST_COMBINING = '\u0300';

  private final ExactForm form;
  private byte[] buffer = new byte[4096];
  private char[] units = new char[4096];

  ExactHash(ExactForm form) {
    this.form = form;
  }

  /** The hash of the text that these words are of. */
  Hash128 of(Words words) {
    String read =
        switch (form) {
          case BYTES -> words.text();
          case SPACES -> compose(words.text());
          case WORDS -> compose(lowerCased(words));
        };
    byte[] bytes = room(read.length());
    read(read);
    int size = encode(read.length(), bytes);
    if (bytes.length <= KEPT_BYTES) {
      buffer = bytes;
    }
    return Hash128.of(0, bytes, 0, size);
  }

  private void read(String text) {
    if (units.length < text.length()) {
      units = new char[text.length()];
    }
    text.getChars(0, text.length(), units, 0);
  }

  private static String lowerCased(Words words) {
    StringBuilder joined = new StringBuilder(words.text().length());
    for (int i = 0; i < words.count(); i++) {
      joined.append(i == 0 ? "" : " ").append(words.text(), words.start(i), words.end(i));
    }
    return joined.toString().toLowerCase(Locale.ROOT);
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

  private int encode(int length, byte[] out) {
    char[] text = units;
    boolean folds = form != ExactForm.BYTES;
    int size = 0;
    boolean gap = false;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (folds && isSpace(c)) {
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
          && i + 1 < length
          && Character.isLowSurrogate(text[i + 1])) {
        int point = Character.toCodePoint(c, text[++i]);
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
      return c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f));
    }
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }
}
