package io.sluice.filters.fasttext;

import java.util.Arrays;

/** A growing buffer of UTF-8, used again for each text. An unpaired surrogate becomes U+FFFD. */
public final class Utf8 {
  private static final int REPLACEMENT = 0xfffd;

  private byte[] bytes = new byte[4096];
  private int length;

  /** Empties the buffer. */
  public void clear() {
    length = 0;
  }

  /** The bytes; valid up to {@link #length} and until the next addition. */
  public byte[] bytes() {
    return bytes;
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /** Adds one byte of ASCII. */
  public void ascii(int c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  /** Adds a code point. */
  public void add(int codePoint) {
    int c =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
            ? REPLACEMENT
            : codePoint;
    room(4);
    if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | (c >> 6));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
      bytes[length++] = (byte) (0xe0 | (c >> 12));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    } else {
      bytes[length++] = (byte) (0xf0 | (c >> 18));
      bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3f));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }
  }

  /** Adds the UTF-16 units from {@code start} to {@code end}. */
  public void add(CharSequence text, int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c < 0x80) {
        ascii(c);
        at++;
      } else {
        int codePoint = Character.codePointAt(text, at);
        boolean cut = at + 1 == end && Character.isSupplementaryCodePoint(codePoint);
        add(cut ? c : codePoint);
        at += cut ? 1 : Character.charCount(codePoint);
      }
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
