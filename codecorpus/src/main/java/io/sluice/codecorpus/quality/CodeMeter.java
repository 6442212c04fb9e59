package io.sluice.codecorpus.quality;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.Hash128;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a source file. Lengths are in code points and leave the line end out; {@code
 * MEAN_LINE_LENGTH} is over all lines, blank ones too; {@code LETTERS}, {@code DIGITS} and {@code
 * COMMENTS} are shares of the characters that are no white space, so that indentation does not
 * count. A line of code is one whose first character belongs to no comment. What a file has none of
 * (lines of code, comments in a language without them) is not measured.
 */
public final class CodeMeter {
  /** Lines over this many characters are long. */
  static final int LONG_LINE = 120;

  /** A line of code shorter than this, without its indentation, may repeat. */
  static final int SHORTEST_REPEAT = 15;

  private static final int TAB = 4;
  private static final int MAX_DEPTH = 200;

  private final String text;
  private final LanguageRules rules;
  private final byte[] kinds;
  private final Matcher[] boilerplate;
  private final Set<Long> seen = new HashSet<>();
  private final int[] indents = new int[MAX_DEPTH];
  private int depth;

  private long characters;
  private long bytes;
  private long solid;
  private long letters;
  private long digits;
  private long comments;
  private long lines;
  private long filled;
  private long longest;
  private long longLines;
  private long lineLengths;
  private long codeLines;
  private long depths;
  private long repeatable;
  private long repeated;
  private long boilerplateLines;

  private CodeMeter(String text, LanguageRules rules) {
    this.text = text;
    this.rules = rules;
    this.kinds = Lexer.kinds(text, rules.syntax());
    List<Pattern> patterns = rules.boilerplate();
    this.boilerplate = new Matcher[patterns.size()];
    for (int i = 0; i < boilerplate.length; i++) {
      boilerplate[i] = patterns.get(i).matcher(text);
    }
  }

  /** The signals of a text with Unix line ends, written in a language with these rules. */
  public static Measures<Signal> measure(String text, LanguageRules rules) {
    CodeMeter meter = new CodeMeter(text, rules);
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      boolean last = end < 0;
      meter.line(from, last ? text.length() : end);
      meter.characters += last ? 0 : 1;
      meter.bytes += last ? 0 : 1;
      from = last ? text.length() : end + 1;
    }
    return meter.signals();
  }

  private Measures<Signal> signals() {
    Measures<Signal> signals =
        Measures.signals()
            .put(Signal.CHARACTERS, (double) characters)
            .put(Signal.BYTES, (double) bytes)
            .put(Signal.LINES, (double) filled);
    if (lines == 0) {
      return signals;
    }
    signals.put(Signal.MEAN_LINE_LENGTH, (double) lineLengths / lines);
    signals.put(Signal.MAX_LINE_LENGTH, (double) longest);
    signals.put(Signal.LONG_LINES, (double) longLines / lines);
    CodeWords words = CodeWords.count(text, kinds);
    signals.put(Signal.ENCODED, (double) words.encodedChars() / text.length());
    if (words.words() > 0) {
      signals.put(Signal.HEX_WORDS, (double) words.hexWords() / words.words());
    }
    if (words.identifiers() > 0) {
      signals.put(Signal.IDENTIFIER_LENGTH, (double) words.identifierChars() / words.identifiers());
    }
    if (solid > 0) {
      signals.put(Signal.LETTERS, (double) letters / solid);
      signals.put(Signal.DIGITS, (double) digits / solid);
      if (rules.syntax().hasComments()) {
        signals.put(Signal.COMMENTS, (double) comments / solid);
      }
    }
    if (codeLines > 0) {
      signals.put(Signal.NESTING, (double) depths / codeLines);
      signals.put(Signal.BOILERPLATE, (double) boilerplateLines / codeLines);
    }
    if (repeatable > 0) {
      signals.put(Signal.REPEATED_LINES, (double) repeated / repeatable);
    }
    return signals;
  }

  private void line(int from, int end) {
    int length = 0;
    int first = -1;
    int lastSolid = -1;
    for (int i = from; i < end; ) {
      int c = text.codePointAt(i);
      length++;
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (!Character.isWhitespace(c)) {
        first = first < 0 ? i : first;
        lastSolid = i;
        solid++;
        letters += Character.isLetter(c) ? 1 : 0;
        digits += Character.isDigit(c) ? 1 : 0;
        comments += kinds[i] == Lexer.COMMENT ? 1 : 0;
      }
      i += Character.charCount(c);
    }
    characters += length;
    lines++;
    lineLengths += length;
    longest = Math.max(longest, length);
    longLines += length > LONG_LINE ? 1 : 0;
    if (first >= 0) {
      filled++;
      if (kinds[first] != Lexer.COMMENT) {
        codeLine(from, first, lastSolid + 1);
      }
    }
  }

  private void codeLine(int from, int first, int end) {
    codeLines++;
    int indent = 0;
    for (int i = from; i < first; i++) {
      indent += text.charAt(i) == '\t' ? TAB : 1;
    }
    while (depth > 0 && indents[depth - 1] >= indent) {
      depth--;
    }
    if (indent > 0 && depth < MAX_DEPTH) {
      indents[depth++] = indent;
    }
    depths += depth;
    if (end - first >= SHORTEST_REPEAT) {
      repeatable++;
      repeated += seen.add(hash(first, end)) ? 0 : 1;
    }
    for (Matcher matcher : boilerplate) {
      if (matcher.region(first, end).lookingAt()) {
        boilerplateLines++;
        break;
      }
    }
  }

  private long hash(int from, int end) {
    long hash = 0;
    for (int i = from; i < end; i++) {
      hash = hash * 0x9e3779b97f4a7c15L + text.charAt(i);
    }
    return Hash128.mix(hash);
  }
}
