package io.sluice.filters.lang;

import java.util.Arrays;

/**
 * Cuts a text into the pieces that its language is told by. A piece is a run without white space,
 * its punctuation at either end taken off; Chinese, Japanese and Korean runs end where another
 * script begins. Addresses and numbers are left out. Pieces that look like code, and those in lines
 * that do, are marked: they count as letters but not as prose. Of a long text, windows spread
 * evenly over it are read. Used again for each text.
 */
final class ProseReader {
  /** UTF-16 units that are read at most. */
  static final int UNITS = 16_384;

  private static final int WINDOWS = 16;
  private static final int LONGEST_WORD = 60;

  private static final String SYMBOLS = "{}[]()<>=;_|\\*#$%^~`+&@\"";
  private static final String INNER_SYMBOLS = "{}[]()<>=;_|\\*#$%^~`+@";
  private static final byte SYMBOL = 1;
  private static final byte INNER = 2;
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      ASCII[c] =
          (byte)
              ((SYMBOLS.indexOf(c) >= 0 ? SYMBOL : 0)
                  | (INNER_SYMBOLS.indexOf(c) >= 0 ? INNER : 0));
    }
  }

  private final ScriptCounts prose = new ScriptCounts();
  private final ScriptCounts code = new ScriptCounts();
  private CharSequence text = "";
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private short[] scripts = new short[256];
  private boolean[] codes = new boolean[256];
  private int pieces;
  private int visible;
  private int lineFirst;
  private int lineVisible;
  private int lineSymbols;

  /** Reads a text; what was read before is forgotten. */
  void read(CharSequence source) {
    text = source;
    pieces = 0;
    visible = 0;
    int length = source.length();
    if (length <= UNITS) {
      readWindow(0, length);
    } else {
      int width = UNITS / WINDOWS;
      for (int i = 0; i < WINDOWS; i++) {
        long start = (long) (length - width) * i / (WINDOWS - 1);
        readWindow((int) start, (int) start + width);
      }
    }
    count();
  }

  private void readWindow(int from, int to) {
    int at = from;
    while (at > 0
        && at < to
        && from > 0
        && !Character.isWhitespace(text.charAt(at - 1))
        && at - from < LONGEST_WORD) {
      at++;
    }
    startLine();
    while (at < to) {
      char c = text.charAt(at);
      if (c == '\n') {
        endLine();
        startLine();
        at++;
      } else if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at++;
      } else {
        at = chunk(at, to);
      }
    }
    endLine();
  }

  private void startLine() {
    lineFirst = pieces;
    lineVisible = 0;
    lineSymbols = 0;
  }

  /** A line is code where a tenth of it, and at least three characters, are symbols. */
  private void endLine() {
    visible += lineVisible;
    if (lineSymbols >= 3 && lineSymbols * 10 >= lineVisible) {
      Arrays.fill(codes, lineFirst, pieces, true);
    }
  }

  /** Reads a run without white space; returns its end. */
  private int chunk(int start, int to) {
    int end = start;
    int letters = 0;
    int digits = 0;
    int firstLetter = -1;
    int lastLetter = start;
    int script = -1;
    boolean ascii = true;
    while (end < to) {
      int c = text.charAt(end);
      int width = 1;
      if (c < 128) {
        if (c <= ' ') {
          break;
        }
        lineSymbols += ASCII[c] & SYMBOL;
      } else {
        ascii = false;
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
          break;
        }
        if (Character.isHighSurrogate((char) c)) {
          c = Character.codePointAt(text, end);
          width = Character.charCount(c);
        }
      }
      int of = Scripts.of(c);
      if (of >= 0) {
        if (script >= 0 && Scripts.isDense(of) != Scripts.isDense(script)) {
          break;
        }
        script = script < 0 ? of : script;
        letters++;
        firstLetter = firstLetter < 0 ? end : firstLetter;
        lastLetter = end + width;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (firstLetter >= 0 && lastLetter == end && isMark(c)) {
        lastLetter = end + width;
      }
      end += width;
    }
    lineVisible += end - start;
    if (letters > 0 && !isAddress(start, end)) {
      boolean dense = Scripts.isDense(script);
      boolean odd = !dense && (digits > 0 || looksLikeCode(firstLetter, lastLetter, ascii));
      piece(firstLetter, lastLetter, script, odd);
    }
    return Math.max(end, start + 1);
  }

  private static boolean isMark(int c) {
    int type = c < 0x300 ? Character.CONTROL : Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Symbols within, a full stop or colon between letters, an inner capital, or great length. */
  private boolean looksLikeCode(int start, int end, boolean ascii) {
    if (ascii && end - start > LONGEST_WORD) {
      return true;
    }
    int small = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < 128 && (ASCII[c] & INNER) != 0) {
        return true;
      }
      if (c >= 'a' && c <= 'z') {
        small++;
      } else {
        boolean capital = c >= 'A' && c <= 'Z';
        boolean stop = (c == '.' || c == ':') && at + 1 < end && text.charAt(at + 1) >= 'a';
        if (small >= 2 && (capital || (stop && text.charAt(at + 1) <= 'z'))) {
          return true;
        }
        small = 0;
      }
    }
    return false;
  }

  private boolean isAddress(int start, int end) {
    if (startsWith(start, end, "http://")
        || startsWith(start, end, "https://")
        || startsWith(start, end, "www.")) {
      return true;
    }
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == '@') {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int start, int end, String prefix) {
    if (end - start < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text.charAt(start + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void piece(int start, int end, int script, boolean odd) {
    if (pieces == starts.length) {
      int more = pieces * 2;
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      scripts = Arrays.copyOf(scripts, more);
      codes = Arrays.copyOf(codes, more);
    }
    starts[pieces] = start;
    ends[pieces] = end;
    scripts[pieces] = (short) script;
    codes[pieces++] = odd;
  }

  private void count() {
    prose.clear();
    code.clear();
    for (int i = 0; i < pieces; i++) {
      ScriptCounts counts = codes[i] ? code : prose;
      int at = starts[i];
      while (at < ends[i]) {
        int c = Character.codePointAt(text, at);
        int script = Scripts.of(c);
        if (script >= 0) {
          counts.add(script);
        }
        at += Character.charCount(c);
      }
    }
  }

  /** Letters of prose. */
  ScriptCounts prose() {
    return prose;
  }

  /** Letters of code. */
  ScriptCounts code() {
    return code;
  }

  /** Characters that are no white space. */
  int visible() {
    return visible;
  }

  int pieces() {
    return pieces;
  }

  int start(int piece) {
    return starts[piece];
  }

  int end(int piece) {
    return ends[piece];
  }

  /** Script of the piece's first letter. */
  int script(int piece) {
    return scripts[piece];
  }

  boolean isCode(int piece) {
    return codes[piece];
  }
}
