package io.sluice.ingest.paper;

import java.util.Arrays;

/** A place in a TeX source, whose braces were matched once, beforehand. */
final class TexCursor {
  final String source;
  final int[] match;
  int at;

  TexCursor(String source) {
    this.source = source;
    this.match = braces(source);
  }

  /** For each opening brace, where its closing one stands; -1 where it has none. */
  private static int[] braces(String source) {
    int[] match = new int[source.length()];
    Arrays.fill(match, -1);
    int[] open = new int[16];
    int depth = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open = depth == open.length ? Arrays.copyOf(open, depth * 2) : open;
        open[depth++] = i;
      } else if (c == '}' && depth > 0) {
        match[open[--depth]] = i;
      }
    }
    return match;
  }

  /** White space after a command's name is no text. */
  void skipBlanks(boolean word) {
    while (word
        && at < source.length()
        && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
      at++;
    }
  }

  /** Leaves out an optional argument where there is one. */
  String option() {
    if (at >= source.length() || source.charAt(at) != '[') {
      return null;
    }
    int stop = Math.min(source.length(), at + 2_000);
    for (int i = at + 1; i < stop; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{' && match[i] > 0) {
        i = match[i];
      } else if (c == ']') {
        String text = source.substring(at + 1, i);
        at = i + 1;
        return text;
      }
    }
    return null;
  }

  /** The end of the group that begins here, after white space; -1 where there is none. */
  int groupHere() {
    int i = at;
    while (i < source.length() && source.charAt(i) <= ' ' && i - at < 100) {
      i++;
    }
    if (i < source.length() && source.charAt(i) == '{' && match[i] > 0) {
      at = i;
      return match[i];
    }
    return -1;
  }
}
