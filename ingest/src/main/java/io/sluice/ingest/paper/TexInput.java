package io.sluice.ingest.paper;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reads TeX from a stack of texts: files that hold others, and what macros stand for. */
final class TexInput {
  private static final int MAX_ARGUMENT = 100_000;
  private static final int MAX_NAME = 100;

  /** A text being read. */
  private static final class Frame {
    final String text;
    final boolean file;
    int at;

    Frame(String text, boolean file) {
      this.text = text;
      this.file = file;
    }
  }

  private final Deque<Frame> frames = new ArrayDeque<>();
  private int files;
  private long wasted;

  /** Texts being read that are files. */
  int files() {
    return files;
  }

  /** Texts being read. */
  int depth() {
    return frames.size();
  }

  /** Characters read in search of an end that is not there: what the reader's owner must bound. */
  long wasted() {
    return wasted;
  }

  /** Reads a text before what is left of the others. */
  void push(String text, boolean file) {
    frames.push(new Frame(text, file));
    files += file ? 1 : 0;
  }

  /** The next character, or -1 at the end of all texts. */
  int peek() {
    while (!frames.isEmpty()) {
      Frame top = frames.peek();
      if (top.at < top.text.length()) {
        return top.text.charAt(top.at);
      }
      files -= frames.pop().file ? 1 : 0;
    }
    return -1;
  }

  int read() {
    int c = peek();
    if (c >= 0) {
      frames.peek().at++;
    }
    return c;
  }

  /** The name of a command, after its backslash: letters, or one other character. */
  String name() {
    int c = peek();
    if (c < 0) {
      return "";
    }
    if (!isLetter(c)) {
      read();
      return String.valueOf((char) c);
    }
    StringBuilder name = new StringBuilder();
    while (c >= 0 && isLetter(c)) {
      name.append((char) read());
      Frame top = frames.peek();
      c = top.at < top.text.length() ? top.text.charAt(top.at) : -1;
    }
    return name.toString();
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
  }

  void skipSpaces() {
    int c = peek();
    while (c == ' ' || c == '\n' || c == '\t') {
      read();
      c = peek();
    }
  }

  boolean take(char wanted) {
    if (peek() == wanted) {
      read();
      return true;
    }
    return false;
  }

  /** The text between braces, or a single token; null where braces do not match. */
  String argument() {
    skipSpaces();
    int c = peek();
    if (c < 0) {
      return null;
    }
    if (c == '{') {
      return group('{', '}');
    }
    read();
    return c == '\\' ? "\\" + name() : String.valueOf((char) c);
  }

  /** The text between brackets, or null where there is none. */
  String option() {
    Frame top = frames.peek();
    int at = top == null ? 0 : top.at;
    skipSpaces();
    if (peek() == '[') {
      return group('[', ']');
    }
    if (frames.peek() == top && top != null) {
      top.at = at;
    }
    return null;
  }

  /** Reads a group; what was read is put back where it has no end within the limit. */
  private String group(char open, char close) {
    StringBuilder text = new StringBuilder();
    read();
    int depth = open == '{' ? 1 : 0;
    while (text.length() < MAX_ARGUMENT) {
      int c = read();
      if (c < 0) {
        break;
      }
      if (c == '\\') {
        text.append('\\');
        int next = read();
        if (next >= 0) {
          text.append((char) next);
        }
        continue;
      }
      if (c == '%') {
        while (c >= 0 && c != '\n') {
          c = read();
        }
        continue;
      }
      if (c == '{') {
        depth++;
      } else if (c == close && depth == (close == '}' ? 1 : 0)) {
        return text.toString();
      } else if (c == '}') {
        depth--;
      }
      text.append((char) c);
    }
    wasted += text.length();
    push(text.toString(), false);
    return null;
  }

  void skipBlanks() {
    int c = peek();
    while (c == ' ' || c == '\t') {
      read();
      c = peek();
    }
  }

  /** The name in braces that comes next, which stays unread; null where there is none. */
  String nameAhead() {
    Frame top = frames.peek();
    if (top == null || peek() != '{' || frames.peek() != top) {
      return null;
    }
    int close = within(top, '}', MAX_NAME);
    return close < 0 ? null : top.text.substring(top.at + 1, close).strip();
  }

  /** Reads up to an ending and over it, as it stands; null where this text does not hold it. */
  String through(String ending) {
    Frame top = frames.peek();
    int end = top == null ? -1 : top.text.indexOf(ending, top.at);
    if (end < 0) {
      return null;
    }
    String raw = top.text.substring(top.at, end + ending.length());
    top.at = end + ending.length();
    return raw;
  }

  /** Reads a delimiter and over its next occurrence on the line; null where there is none. */
  String delimited(int limit) {
    int delimiter = peek();
    Frame top = frames.peek();
    if (delimiter <= ' ' || isLetter(delimiter) || top == null) {
      return null;
    }
    int end = within(top, (char) delimiter, limit);
    if (end < 0) {
      return null;
    }
    String raw = top.text.substring(top.at, end + 1);
    top.at = end + 1;
    return raw;
  }

  /** Where a character stands on the rest of the line, after the next one, or -1. */
  private static int within(Frame frame, char wanted, int limit) {
    int stop = Math.min(frame.text.length(), frame.at + limit);
    for (int i = frame.at + 1; i < stop && frame.text.charAt(i) != '\n'; i++) {
      if (frame.text.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }
}
