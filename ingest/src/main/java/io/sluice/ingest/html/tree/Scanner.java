package io.sluice.ingest.html.tree;

/**
 * Cuts a page into tags and text, by the HTML standard, 13.2.5. It goes once over the bytes;
 * comments are passed over, and a tag that the page's end cuts off is dropped.
 */
final class Scanner {
  static final int EOF = 0;
  static final int TEXT = 1;
  static final int START = 2;
  static final int END = 3;
  static final int DOCTYPE = 4;

  private static final long LESS = Bytes.repeat('<');
  private static final long AMPERSAND = Bytes.repeat('&');
  private static final long RETURN = Bytes.repeat('\r');

  private final TagReader tags;
  private final OpenElements open;
  private byte[] page;
  private int at;
  private int end;

  // the text read last
  private int textStart;
  private int textEnd;
  private int decoding;

  private boolean quirks;

  Scanner(HtmlTree tree, OpenElements open) {
    tags = new TagReader(tree);
    this.open = open;
  }

  void begin(byte[] bytes, int from, int until) {
    page = bytes;
    at = from;
    end = until;
    tags.begin(bytes, until);
  }

  int tag() {
    return tags.tag();
  }

  void setTag(int other) {
    tags.setTag(other);
  }

  int nameStart() {
    return tags.nameStart();
  }

  int nameEnd() {
    return tags.nameEnd();
  }

  boolean selfClosing() {
    return tags.selfClosing();
  }

  /** Of a formatting element a sum over the attributes that the tree does not keep. */
  int mark() {
    return tags.mark();
  }

  int textStart() {
    return textStart;
  }

  int textEnd() {
    return textEnd;
  }

  /** How the text is decoded, by the bits of {@link References}; 0 where it is as it stands. */
  int decoding() {
    return decoding;
  }

  /** Whether the doctype read last asks for quirks mode. */
  boolean quirks() {
    return quirks;
  }

  /** Cuts blanks off the front of the text; whether any text is left. */
  boolean skipBlanks() {
    textStart = blanksEnd();
    return textStart < textEnd;
  }

  /** Where the blanks at the text's front end; NULs, which leave no text, are taken for such. */
  int blanksEnd() {
    int i = textStart;
    while (i < textEnd && (Chars.isBlank(page[i]) || page[i] == 0)) {
      i++;
    }
    return i;
  }

  /** Whether the tag read last has the name of an element, of whatever case. */
  boolean isNamed(int node) {
    return tags.isNamed(node);
  }

  /** Reads on and says what came. */
  int next() {
    while (at < end) {
      if (page[at] != '<' || !isMarkup(at)) {
        return text();
      }
      byte c = page[at + 1];
      if (Chars.isLetter(c)) {
        return startTag();
      }
      if (c == '/') {
        byte d = page[at + 2];
        if (Chars.isLetter(d)) {
          return endTag();
        }
        at = d == '>' ? at + 3 : skipPast('>', at + 2);
      } else if (c == '?') {
        at = skipPast('>', at + 1);
      } else {
        int token = declaration();
        if (token != EOF) {
          return token;
        }
      }
    }
    return EOF;
  }

  /** Whether a less-than sign begins markup rather than standing for itself. */
  private boolean isMarkup(int less) {
    if (less + 1 >= end) {
      return false;
    }
    byte c = page[less + 1];
    return Chars.isLetter(c) || c == '!' || c == '?' || (c == '/' && less + 2 < end);
  }

  private int skipPast(int b, int from) {
    return Math.min(end, Bytes.find(page, from, end, b) + 1);
  }

  // ---- text ----

  private int text() {
    byte[] s = page;
    int stop = end;
    int i = at;
    long special = 0;
    while (true) {
      if (i + 8 <= stop) {
        long word = Bytes.load(s, i);
        long less = Bytes.equal(word, LESS);
        long odd = Bytes.equal(word, AMPERSAND) | Bytes.equal(word, RETURN) | Bytes.zero(word);
        if (less == 0) {
          special |= odd;
          i += 8;
          continue;
        }
        special |= Bytes.below(odd, less);
        i += Bytes.first(less);
      } else if (i < stop) {
        byte b = s[i];
        if (b != '<') {
          special |= b == '&' || b == '\r' || b == 0 ? 1 : 0;
          i++;
          continue;
        }
      } else {
        break;
      }
      if (isMarkup(i)) {
        break;
      }
      i++;
    }
    textStart = at;
    textEnd = i;
    decoding = special != 0 ? References.TEXT : 0;
    at = i;
    return TEXT;
  }

  /** Skips a line feed that follows at once, as {@code pre} and {@code textarea} want it. */
  void skipNewline() {
    if (at < end && page[at] == '\r') {
      at++;
      if (at < end && page[at] == '\n') {
        at++;
      }
    } else if (at < end && page[at] == '\n') {
      at++;
    } else if (at < end && page[at] == '&') {
      at = References.skipLineFeed(page, at, end);
    }
  }

  /**
   * Reads the text of an element that holds text only, up to and past its end tag, or all there is.
   */
  void rawText(int element) {
    boolean references = element == Tag.TITLE || element == Tag.TEXTAREA;
    if (element == Tag.TEXTAREA) {
      skipNewline();
    }
    int close = RawText.end(page, at, end, element);
    textStart = at;
    textEnd = close;
    decoding = 0;
    if (isSpecial(textStart, close, references)) {
      decoding = (references ? References.TEXT : References.LITERAL) | References.KEEP_NUL;
    }
    at = close;
    if (close < end) {
      // its attributes are read and forgotten
      endTag();
    }
  }

  /** Whether a carriage return, a NUL or, if asked for, an ampersand is among these bytes. */
  private boolean isSpecial(int from, int until, boolean references) {
    byte[] s = page;
    int i = from;
    for (; i + 8 <= until; i += 8) {
      long word = Bytes.load(s, i);
      long odd = Bytes.equal(word, RETURN) | Bytes.zero(word);
      if (odd != 0 || (references && Bytes.equal(word, AMPERSAND) != 0)) {
        return true;
      }
    }
    for (; i < until; i++) {
      if (s[i] == '\r' || s[i] == 0 || (s[i] == '&' && references)) {
        return true;
      }
    }
    return false;
  }

  // ---- comments, doctypes, CDATA ----

  /** Reads what begins with an exclamation mark; EOF where that gives nothing. */
  private int declaration() {
    int from = at + 2;
    if (from + 1 < end && page[from] == '-' && page[from + 1] == '-') {
      at = commentEnd(from + 2);
      return EOF;
    }
    if (startsWith(from, "doctype")) {
      int close = Bytes.find(page, from, end, '>');
      quirks = Doctype.isQuirks(page, from + 7, close, close < end);
      at = Math.min(end, close + 1);
      return DOCTYPE;
    }
    if (startsWith(from, "[cdata[") && open.depth() > 0 && open.topKind() >= 1 << 8) {
      return cdata(from + 7);
    }
    at = skipPast('>', from);
    return EOF;
  }

  private boolean startsWith(int from, String lower) {
    if (from + lower.length() > end) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int c = page[from + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int commentEnd(int from) {
    byte[] s = page;
    if (from < end && s[from] == '>') {
      return from + 1;
    }
    if (from + 1 < end && s[from] == '-' && s[from + 1] == '>') {
      return from + 2;
    }
    int close = from;
    while (true) {
      close = Bytes.find(s, close, end, '>');
      if (close >= end) {
        return end;
      }
      int dashes = s[close - 1] == '!' ? close - 3 : close - 2;
      if (dashes >= from && s[dashes] == '-' && s[dashes + 1] == '-') {
        return close + 1;
      }
      close++;
    }
  }

  private int cdata(int from) {
    int close = Bytes.find(page, from, end, ']');
    while (close < end && !(close + 2 < end && page[close + 1] == ']' && page[close + 2] == '>')) {
      close = Bytes.find(page, close + 1, end, ']');
    }
    textStart = from;
    textEnd = close;
    at = Math.min(end, close + 3);
    decoding = isSpecial(from, close, false) ? References.LITERAL : 0;
    return textStart < textEnd ? TEXT : EOF;
  }

  // ---- tags ----

  private int startTag() {
    int close = tags.startTag(at + 1);
    at = Math.min(end, close + 1);
    return close < end ? START : EOF;
  }

  private int endTag() {
    int close = tags.endTag(at + 2);
    at = Math.min(end, close + 1);
    return close < end ? END : EOF;
  }
}
