package io.sluice.ingest.html.tree;

/** Finds where the text of an element ends that holds text only, 13.2.5.2 to 13.2.5.31. */
final class RawText {
  private final byte[] page;
  private final int end;
  private final byte[] name;

  private RawText(byte[] page, int end, byte[] name) {
    this.page = page;
    this.end = end;
    this.name = name;
  }

  /** The end tag of the element whose text begins at a place, or the page's end. */
  static int end(byte[] page, int from, int end, int element) {
    if (element == Tag.PLAINTEXT) {
      return end;
    }
    RawText text = new RawText(page, end, Tag.bytes(element));
    return element == Tag.SCRIPT ? text.scriptEnd(from) : text.end(from);
  }

  private int end(int from) {
    int close = Bytes.find(page, from, end, '<');
    while (close < end && !isEndTag(close)) {
      close = Bytes.find(page, close + 1, end, '<');
    }
    return close;
  }

  /** Whether {@code </name} and the end of a name stand here. */
  private boolean isEndTag(int less) {
    return less + 1 < end && page[less + 1] == '/' && isName(less + 2);
  }

  private boolean isName(int from) {
    int behind = from + name.length;
    if (behind >= end || !Chars.is(page[behind], Chars.ENDS_TAG_NAME)) {
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
  private int scriptEnd(int from) {
    byte[] s = page;
    int i = from;
    while (true) {
      i = Bytes.find(s, i, end, '<');
      if (i >= end || isEndTag(i)) {
        return i;
      }
      if (i + 3 < end && s[i + 1] == '!' && s[i + 2] == '-' && s[i + 3] == '-') {
        i = scriptCommentEnd(i + 2);
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
  private int scriptCommentEnd(int from) {
    byte[] s = page;
    boolean doubled = false;
    for (int i = from; i < end; i++) {
      byte b = s[i];
      if (b == '-') {
        if (i + 2 < end && s[i + 1] == '-' && s[i + 2] == '>') {
          return i + 3;
        }
      } else if (b == '<') {
        if (isEndTag(i)) {
          if (!doubled) {
            return ~i;
          }
          doubled = false;
        } else if (!doubled && isName(i + 1)) {
          doubled = true;
        }
      }
    }
    return ~end;
  }
}
