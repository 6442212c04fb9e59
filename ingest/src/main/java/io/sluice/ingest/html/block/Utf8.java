package io.sluice.ingest.html.block;

/** Reads code points out of UTF-8 bytes; bytes that are none give U+FFFD. */
public final class Utf8 {
  private Utf8() {}

  /** Bytes of the sequence that begins with this byte. */
  public static int length(int lead) {
    int b = lead & 0xff;
    return b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF8 ? 4 : 1;
  }

  /** The code point whose sequence begins at {@code at}. */
  public static int decode(byte[] text, int at, int end) {
    int b = text[at] & 0xff;
    if (b < 0x80) {
      return b;
    }
    int length = length(b);
    if (length == 1 || at + length > end) {
      return 0xFFFD;
    }
    int second = text[at + 1] & 0x3f;
    if (length == 2) {
      return (b & 0x1f) << 6 | second;
    }
    int third = text[at + 2] & 0x3f;
    if (length == 3) {
      return (b & 0x0f) << 12 | second << 6 | third;
    }
    return (b & 0x07) << 18 | second << 12 | third << 6 | (text[at + 3] & 0x3f);
  }
}
