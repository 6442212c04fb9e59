package io.sluice.ingest.html.tree;

import java.util.Arrays;

/** Reads tags: their names as numbers, and of start tags the attributes that the tree keeps. */
final class TagReader {
  private static final long GREATER = Bytes.repeat('>');
  private static final long SLASH = Bytes.repeat('/');
  private static final long EQUALS = Bytes.repeat('=');
  private static final long AMPERSAND = Bytes.repeat('&');
  private static final long RETURN = Bytes.repeat('\r');

  private final HtmlTree tree;
  private byte[] page;
  private int end;

  private int tag;
  private int nameStart;
  private int nameEnd;
  private boolean selfClosing;
  private int mark;
  // of the value read last
  private int decoding;

  TagReader(HtmlTree tree) {
    this.tree = tree;
  }

  void begin(byte[] bytes, int until) {
    page = bytes;
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

  int mark() {
    return mark;
  }

  /**
   * Reads a start tag from the first letter of its name.
   *
   * @return where its closing bracket is, or the page's end
   */
  int startTag(int from) {
    nameStart = from;
    tag = tagName(from);
    tree.beginAttributes();
    mark = 0;
    selfClosing = false;
    int i = nameEnd;
    return i < end && page[i] == '>' ? i : attributes(i, true);
  }

  /** As {@link #startTag}; an end tag's attributes are forgotten. */
  int endTag(int from) {
    nameStart = from;
    tag = tagName(from);
    int i = nameEnd;
    return i < end && page[i] == '>' ? i : attributes(i, false);
  }

  /** Reads a tag's name. */
  private int tagName(int from) {
    if (from + 16 <= end) {
      long word = Bytes.load(page, from);
      long stop = Bytes.blank(word) | Bytes.equal(word, GREATER) | Bytes.equal(word, SLASH);
      if (stop != 0) {
        int length = Bytes.first(stop);
        if (length > 0 && endsName(from + length, Chars.ENDS_TAG_NAME)) {
          nameEnd = from + length;
          return NameTable.TAGS.find(NameTable.fold(word, length), 0);
        }
      } else {
        long more = Bytes.load(page, from + 8);
        stop = Bytes.blank(more) | Bytes.equal(more, GREATER) | Bytes.equal(more, SLASH);
        int length = stop == 0 ? 8 : Bytes.first(stop);
        if (length < 8 && endsName(from + 8 + length, Chars.ENDS_TAG_NAME)) {
          nameEnd = from + 8 + length;
          return NameTable.TAGS.find(
              NameTable.fold(word, 8), length == 0 ? 0 : NameTable.fold(more, length));
        }
      }
    }
    return slowName(from, Chars.ENDS_TAG_NAME, NameTable.TAGS, Tag.OTHER);
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
        if (length > 0 && endsName(from + length, Chars.ENDS_ATTRIBUTE_NAME)) {
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
        if (length < 8 && endsName(from + 8 + length, Chars.ENDS_ATTRIBUTE_NAME)) {
          nameEnd = from + 8 + length;
          return NameTable.ATTRIBUTES.find(
              NameTable.fold(word, 8), length == 0 ? 0 : NameTable.fold(more, length));
        }
      }
    }
    return slowName(from, Chars.ENDS_ATTRIBUTE_NAME, NameTable.ATTRIBUTES, HtmlTree.NONE);
  }

  private boolean endsName(int i, int stops) {
    return Chars.is(page[i], stops);
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
      if (Chars.isBlank(c)) {
        i++;
        continue;
      }
      int name = kept ? attributeName(i) : slowName(i, Chars.ENDS_ATTRIBUTE_NAME);
      int attributeStart = i;
      i = nameEnd;
      int valueStart = i;
      int valueEnd = i;
      decoding = 0;
      int j = i;
      while (j < stop && Chars.isBlank(s[j])) {
        j++;
      }
      if (j < stop && s[j] == '=') {
        j++;
        while (j < stop && Chars.isBlank(s[j])) {
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
    while (i < end && page[i] != '>' && !Chars.isBlank(page[i])) {
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
      if (a != b && !(Chars.isLetter(a) && (a | 32) == (b | 32) && Chars.isLetter(b))) {
        return false;
      }
    }
    return true;
  }
}
