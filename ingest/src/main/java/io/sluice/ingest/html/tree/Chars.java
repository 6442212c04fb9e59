package io.sluice.ingest.html.tree;

/** What a byte means to the scanner. */
final class Chars {
  static final int BLANK = 1;
  static final int LETTER = 2;
  static final int ENDS_TAG_NAME = 4;
  static final int ENDS_ATTRIBUTE_NAME = 8;

  private static final byte[] CLASS = new byte[256];

  static {
    for (char c : "\t\n\f\r ".toCharArray()) {
      CLASS[c] = BLANK | ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME;
    }
    CLASS['/'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME;
    CLASS['>'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME;
    CLASS['='] = ENDS_ATTRIBUTE_NAME;
    for (char c = 'a'; c <= 'z'; c++) {
      CLASS[c] = LETTER;
      CLASS[c - 32] = LETTER;
    }
  }

  private Chars() {}

  static boolean is(byte b, int classes) {
    return (CLASS[b & 0xff] & classes) != 0;
  }

  static boolean isBlank(byte b) {
    return is(b, BLANK);
  }

  static boolean isLetter(byte b) {
    return is(b, LETTER);
  }
}
