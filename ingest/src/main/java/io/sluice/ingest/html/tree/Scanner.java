package io.sluice.ingest.html.tree;

import java.util.Arrays;

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
  private static final long GREATER = Bytes.repeat('>');
  private static final long SLASH = Bytes.repeat('/');
  private static final long EQUALS = Bytes.repeat('=');
  private static final long AMPERSAND = Bytes.repeat('&');
  private static final long RETURN = Bytes.repeat('\r');

  // how a byte is met
  private static final int BLANK = 1;
  private static final int LETTER = 2;
  private static final int ENDS_TAG_NAME = 4;
  private static final int ENDS_ATTRIBUTE_NAME = 8;
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

  private final HtmlTree tree;
  private final OpenElements open;
  private byte[] page;
  private int at;
  private int end;

  // the tag read last
  private int tag;
  private int nameStart;
  private int nameEnd;
  private boolean selfClosing;
  private int mark;

  // the text read last
  private int textStart;
  private int textEnd;
  private int decoding;

  private boolean quirks;

  Scanner(HtmlTree tree, OpenElements open) {
    this.tree = tree;
    this.open = open;
  }

  void begin(byte[] bytes, int from, int until) {
    page = bytes;
    at = from;
    end = until;
  }

  int tag() {
    return tag;
  }

  void setTag(int other) {
    tag = other;
  }

  int nameStart() {
    return nameStart;
  }

  int nameEnd() {
    return nameEnd;
  }

  boolean selfClosing() {
    return selfClosing;
  }

  /** Of a formatting element a sum over the attributes that the tree does not keep. */
  int mark() {
    return mark;
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
    while (i < textEnd && (isBlank(page[i]) || page[i] == 0)) {
      i++;
    }
    return i;
  }

  static boolean isBlank(byte b) {
    return (CLASS[b & 0xff] & BLANK) != 0;
  }

  private static boolean isLetter(byte b) {
    return (CLASS[b & 0xff] & LETTER) != 0;
  }

  /** Reads on and says what came. */
  int next() {
    while (at < end) {
      if (page[at] != '<' || !isMarkup(at)) {
        return text();
      }
      byte c = page[at + 1];
      if (isLetter(c)) {
        return startTag();
      }
      if (c == '/') {
        byte d = page[at + 2];
        if (isLetter(d)) {
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
    return isLetter(c) || c == '!' || c == '?' || (c == '/' && less + 2 < end);
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
    byte[] name = Tag.bytes(element);
    boolean references = element == Tag.TITLE || element == Tag.TEXTAREA;
    if (element == Tag.TEXTAREA) {
      skipNewline();
    }
    int close;
    if (element == Tag.PLAINTEXT) {
      close = end;
    } else if (element == Tag.SCRIPT) {
      close = scriptEnd(name);
    } else {
      close = Bytes.find(page, at, end, '<');
      while (close < end && !isEndTag(close, name)) {
        close = Bytes.find(page, close + 1, end, '<');
      }
    }
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

  /** Whether {@code </name} and the end of a name stand here. */
  private boolean isEndTag(int less, byte[] name) {
    return less + 1 < end && page[less + 1] == '/' && isName(less + 2, name);
  }

  private boolean isName(int from, byte[] name) {
    int behind = from + name.length;
    if (behind >= end || (CLASS[page[behind] & 0xff] & ENDS_TAG_NAME) == 0) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if ((page[from + i] | 32) != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** The script data states: within a comment, {@code <script>} must be closed before it counts. */
  private int scriptEnd(byte[] name) {
    byte[] s = page;
    int i = at;
    while (true) {
      i = Bytes.find(s, i, end, '<');
      if (i >= end || isEndTag(i, name)) {
        return i;
      }
      if (i + 3 < end && s[i + 1] == '!' && s[i + 2] == '-' && s[i + 3] == '-') {
        i = scriptCommentEnd(i + 2, name);
        if (i < 0) {
          return ~i;
        }
      } else {
        i++;
      }
    }
  }

  /**
   * From the first dash of a comment's beginning.
   *
   * @return the place after the comment; where the script or the page ends within it, the
   *     complement of that place
   */
  private int scriptCommentEnd(int from, byte[] name) {
    byte[] s = page;
    boolean doubled = false;
    for (int i = from; i < end; i++) {
      byte b = s[i];
      if (b == '-') {
        if (i + 2 < end && s[i + 1] == '-' && s[i + 2] == '>') {
          return i + 3;
        }
      } else if (b == '<') {
        if (isEndTag(i, name)) {
          if (!doubled) {
            return ~i;
          }
          doubled = false;
        } else if (!doubled && isName(i + 1, name)) {
          doubled = true;
        }
      }
    }
    return ~end;
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
    nameStart = at + 1;
    tag = tagName(nameStart);
    tree.beginAttributes();
    mark = 0;
    selfClosing = false;
    int i = nameEnd;
    if (i < end && page[i] == '>') {
      at = i + 1;
      return START;
    }
    i = attributes(i, true);
    at = Math.min(end, i + 1);
    return i < end ? START : EOF;
  }

  private int endTag() {
    nameStart = at + 2;
    tag = tagName(nameStart);
    int i = nameEnd;
    if (i < end && page[i] == '>') {
      at = i + 1;
      return END;
    }
    i = attributes(i, false);
    at = Math.min(end, i + 1);
    return i < end ? END : EOF;
  }

  /** Reads a tag's name. */
  private int tagName(int from) {
    if (from + 16 <= end) {
      long word = Bytes.load(page, from);
      long stop = Bytes.blank(word) | Bytes.equal(word, GREATER) | Bytes.equal(word, SLASH);
      if (stop != 0) {
        int length = Bytes.first(stop);
        if (length > 0 && endsName(from + length, ENDS_TAG_NAME)) {
          nameEnd = from + length;
          return NameTable.TAGS.find(NameTable.fold(word, length), 0);
        }
      } else {
        long more = Bytes.load(page, from + 8);
        stop = Bytes.blank(more) | Bytes.equal(more, GREATER) | Bytes.equal(more, SLASH);
        int length = stop == 0 ? 8 : Bytes.first(stop);
        if (length < 8 && endsName(from + 8 + length, ENDS_TAG_NAME)) {
          nameEnd = from + 8 + length;
          return NameTable.TAGS.find(
              NameTable.fold(word, 8), length == 0 ? 0 : NameTable.fold(more, length));
        }
      }
    }
    return slowName(from, ENDS_TAG_NAME, NameTable.TAGS, Tag.OTHER);
  }

  private int attributeName(int from) {
    if (from + 16 <= end) {
      long word = Bytes.load(page, from);
      long stop =
          Bytes.blank(word)
              | Bytes.equal(word, EQUALS)
              | Bytes.equal(word, GREATER)
              | Bytes.equal(word, SLASH);
      if (stop != 0) {
        int length = Bytes.first(stop);
        if (length > 0 && endsName(from + length, ENDS_ATTRIBUTE_NAME)) {
          nameEnd = from + length;
          return NameTable.ATTRIBUTES.find(NameTable.fold(word, length), 0);
        }
      } else {
        long more = Bytes.load(page, from + 8);
        stop =
            Bytes.blank(more)
                | Bytes.equal(more, EQUALS)
                | Bytes.equal(more, GREATER)
                | Bytes.equal(more, SLASH);
        int length = stop == 0 ? 8 : Bytes.first(stop);
        if (length < 8 && endsName(from + 8 + length, ENDS_ATTRIBUTE_NAME)) {
          nameEnd = from + 8 + length;
          return NameTable.ATTRIBUTES.find(
              NameTable.fold(word, 8), length == 0 ? 0 : NameTable.fold(more, length));
        }
      }
    }
    return slowName(from, ENDS_ATTRIBUTE_NAME, NameTable.ATTRIBUTES, HtmlTree.NONE);
  }

  private boolean endsName(int i, int stops) {
    return (CLASS[page[i] & 0xff] & stops) != 0;
  }

  /** Names near the page's end, long ones, and those with control characters or a leading "=". */
  private int slowName(int from, int stops, NameTable names, int none) {
    int i = from + 1;
    while (i < end && !endsName(i, stops)) {
      i++;
    }
    nameEnd = i;
    int length = i - from;
    if (length > 16) {
      return none;
    }
    long first = 0;
    long second = 0;
    for (int k = 0; k < length; k++) {
      int b = page[from + k] & 0xff;
      if (b < 0x21) {
        return none;
      }
      if (k < 8) {
        first |= (b | 0x20L) << (8 * k);
      } else {
        second |= (b | 0x20L) << (8 * (k - 8));
      }
    }
    return names.find(first, second);
  }

  /**
   * Reads a tag's attributes from the end of its name; those of a start tag go to the tree.
   *
   * @return where the tag's closing bracket is, or the page's end
   */
  private int attributes(int from, boolean kept) {
    byte[] s = page;
    int stop = end;
    int tagNameEnd = nameEnd;
    long seen = 0;
    long seenToo = 0;
    int i = from;
    while (i < stop) {
      byte c = s[i];
      if (c == '>') {
        break;
      }
      if (c == '/') {
        i++;
        if (i < stop && s[i] == '>') {
          selfClosing = true;
          break;
        }
        continue;
      }
      if (isBlank(c)) {
        i++;
        continue;
      }
      int name = kept ? attributeName(i) : slowName(i, ENDS_ATTRIBUTE_NAME);
      int attributeStart = i;
      i = nameEnd;
      int valueStart = i;
      int valueEnd = i;
      decoding = 0;
      int j = i;
      while (j < stop && isBlank(s[j])) {
        j++;
      }
      if (j < stop && s[j] == '=') {
        j++;
        while (j < stop && isBlank(s[j])) {
          j++;
        }
        if (j >= stop) {
          nameEnd = tagNameEnd;
          return stop;
        }
        byte quote = s[j];
        if (quote == '"' || quote == '\'') {
          valueStart = j + 1;
          valueEnd =
              name >= 0 ? valueEnd(valueStart, quote) : Bytes.find(s, valueStart, stop, quote);
          i = valueEnd + 1;
        } else {
          valueStart = j;
          valueEnd = unquotedEnd(j);
          i = valueEnd;
        }
      } else {
        i = j;
      }
      if (name < 0) {
        if (kept && isFormatting(tag)) {
          mark += hash(attributeStart, Math.min(stop, valueEnd));
        }
      } else {
        long bit = 1L << name;
        boolean first = name < 64 ? (seen & bit) == 0 : (seenToo & bit) == 0;
        if (first) {
          tree.addAttribute(name, valueStart, Math.min(stop, valueEnd), decoding);
          seen |= name < 64 ? bit : 0;
          seenToo |= name < 64 ? 0 : bit;
        }
      }
    }
    nameEnd = tagNameEnd;
    return Math.min(i, stop);
  }

  private int slowName(int from, int stops) {
    int i = from + 1;
    while (i < end && !endsName(i, stops)) {
      i++;
    }
    nameEnd = i;
    return HtmlTree.NONE;
  }

  /** Where a quoted value ends; sets how it is decoded. */
  private int valueEnd(int from, byte quote) {
    byte[] s = page;
    int stop = end;
    int i = from;
    long special = 0;
    long quotes = Bytes.repeat(quote);
    while (true) {
      if (i + 8 <= stop) {
        long word = Bytes.load(s, i);
        long found = Bytes.equal(word, quotes);
        long odd = Bytes.equal(word, AMPERSAND) | Bytes.equal(word, RETURN) | Bytes.zero(word);
        if (found == 0) {
          special |= odd;
          i += 8;
          continue;
        }
        special |= Bytes.below(odd, found);
        i += Bytes.first(found);
        break;
      }
      if (i >= stop || s[i] == quote) {
        break;
      }
      byte b = s[i];
      special |= b == '&' || b == '\r' || b == 0 ? 1 : 0;
      i++;
    }
    decoding = special != 0 ? References.VALUE : 0;
    return i;
  }

  private int unquotedEnd(int from) {
    int i = from;
    int special = 0;
    while (i < end && page[i] != '>' && !isBlank(page[i])) {
      special |= page[i] == '&' || page[i] == 0 ? 1 : 0;
      i++;
    }
    decoding = special != 0 ? References.VALUE : 0;
    return i;
  }

  private int hash(int from, int until) {
    int hash = 7;
    for (int i = from; i < until; i++) {
      hash = hash * 31 + page[i];
    }
    return hash;
  }

  private static boolean isFormatting(int tag) {
    return switch (tag) {
      case Tag.B,
          Tag.BIG,
          Tag.CODE,
          Tag.EM,
          Tag.FONT,
          Tag.I,
          Tag.NOBR,
          Tag.S,
          Tag.SMALL,
          Tag.STRIKE,
          Tag.STRONG,
          Tag.TT,
          Tag.U ->
          true;
      default -> false;
    };
  }

  /** Whether the tag read last has the name of an element, of whatever case. */
  boolean isNamed(int node) {
    if (tree.tag(node) != tag) {
      return false;
    }
    if (tag != Tag.OTHER) {
      return true;
    }
    int length = Math.min(nameEnd - nameStart, HtmlTree.NAME_LIMIT);
    int from = tree.start(node);
    if (tree.end(node) - from != length) {
      return false;
    }
    if (Arrays.equals(page, from, from + length, page, nameStart, nameStart + length)) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      byte a = page[from + i];
      byte b = page[nameStart + i];
      if (a != b && !(isLetter(a) && (a | 32) == (b | 32) && isLetter(b))) {
        return false;
      }
    }
    return true;
  }
}
