package io.sluice.codecorpus.quality;

import java.util.Arrays;
import java.util.Locale;

/**
 * Tells code, comments and strings apart, one pass over the text. It knows delimiters, not grammar:
 * a quote inside a regular expression literal is read as a string up to the end of its line, and
 * here-documents are read as code.
 */
final class Lexer {
  static final byte CODE = 0;
  static final byte COMMENT = 1;
  static final byte STRING = 2;

  private final String text;
  private final CommentSyntax syntax;
  private final byte[] kinds;
  private final boolean[] starts = new boolean[128];
  private int at;
  // Where a kind of long string was opened and never closed; no later one can be closed either.
  private boolean longUnclosed;
  private boolean rawUnclosed;

  private Lexer(String text, CommentSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
    this.kinds = new byte[text.length()];
    syntax.line().forEach(this::start);
    syntax.blocks().forEach(block -> start(block.open().replaceFirst("^\\^", "")));
    syntax.quotes().forEach(this::start);
    syntax.longQuotes().forEach(this::start);
    syntax.rawQuotes().forEach(this::start);
    starts['\''] |= syntax.chars();
  }

  /** A kind for each UTF-16 unit of the text. */
  static byte[] kinds(String text, CommentSyntax syntax) {
    Lexer lexer = new Lexer(text, syntax);
    while (lexer.at < text.length()) {
      lexer.step();
    }
    return lexer.kinds;
  }

  private void start(String open) {
    char c = open.charAt(0);
    if (c < starts.length) {
      starts[c] = true;
      starts[String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0)] = true;
    }
  }

  private void step() {
    char c = text.charAt(at);
    if (c < starts.length && starts[c]) {
      if (!(block() || line() || longString() || rawString() || string() || character())) {
        at++;
      }
    } else {
      at++;
    }
  }

  private boolean block() {
    for (CommentSyntax.Block block : syntax.blocks()) {
      boolean atLineStart = block.open().charAt(0) == '^';
      String open = atLineStart ? block.open().substring(1) : block.open();
      if (text.startsWith(open, at) && (!atLineStart || lineStart())) {
        mark(COMMENT, blockEnd(open, atLineStart ? "\n" + block.close() : block.close()));
        return true;
      }
    }
    return false;
  }

  private int blockEnd(String open, String close) {
    int from = at + open.length();
    if (!syntax.nested()) {
      int end = text.indexOf(close, from);
      return end < 0 ? text.length() : end + close.length();
    }
    int depth = 1;
    while (from < text.length() && depth > 0) {
      if (text.startsWith(close, from)) {
        depth--;
        from += close.length();
      } else if (text.startsWith(open, from)) {
        depth++;
        from += open.length();
      } else {
        from++;
      }
    }
    return from;
  }

  private boolean line() {
    for (String open : syntax.line()) {
      if (text.regionMatches(true, at, open, 0, open.length()) && atWord(open)) {
        mark(COMMENT, lineEnd(at));
        return true;
      }
    }
    return false;
  }

  private boolean atWord(String open) {
    if (Character.isLetter(open.charAt(0))) { // REM: a statement of its own
      return firstOnLine();
    }
    return !syntax.lineAtWord()
        || at == 0
        || Character.isWhitespace(text.charAt(at - 1))
        || text.charAt(at - 1) == ';';
  }

  private boolean longString() {
    if (longUnclosed) {
      return false;
    }
    for (String quote : syntax.longQuotes()) {
      if (text.startsWith(quote, at)) {
        int end = at + quote.length();
        while (end < text.length() && !text.startsWith(quote, end)) {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
          longUnclosed = true;
          return false;
        }
        mark(syntax.docstrings() && standsAlone() ? COMMENT : STRING, end + quote.length());
        return true;
      }
    }
    return false;
  }

  private boolean rawString() {
    if (rawUnclosed) {
      return false;
    }
    for (String quote : syntax.rawQuotes()) {
      if (text.startsWith(quote, at)) {
        int end = text.indexOf(quote, at + quote.length());
        if (end < 0) {
          rawUnclosed = true;
          return false;
        }
        mark(STRING, end + quote.length());
        return true;
      }
    }
    return false;
  }

  private boolean string() {
    for (String quote : syntax.quotes()) {
      if (text.startsWith(quote, at)) {
        int end = at + quote.length();
        while (end < text.length() && text.charAt(end) != '\n' && !text.startsWith(quote, end)) {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        boolean closed = end < text.length() && text.charAt(end) != '\n';
        mark(STRING, closed ? end + quote.length() : end);
        return true;
      }
    }
    return false;
  }

  private boolean character() {
    if (!syntax.chars() || text.charAt(at) != '\'') {
      return false;
    }
    boolean escaped = at + 1 < text.length() && text.charAt(at + 1) == '\\';
    int from = escaped ? at + 3 : at + 2;
    int end = text.indexOf('\'', from);
    int longest = escaped ? 12 : 2; // \\u{10ffff} and the like; one character, two units at most
    if (end < 0 || end - from > longest - (escaped ? 0 : 1)) {
      return false;
    }
    mark(STRING, end + 1);
    return true;
  }

  /** Whether the string at hand is a statement of its own. */
  private boolean standsAlone() {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return firstOnLine() && (before < 0 || "=(,[{+\\".indexOf(text.charAt(before)) < 0);
  }

  private boolean firstOnLine() {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private boolean lineStart() {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void mark(byte kind, int end) {
    int stop = Math.min(end, text.length());
    Arrays.fill(kinds, at, stop, kind);
    at = stop;
  }
}
