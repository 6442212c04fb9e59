package io.sluice.filters.rule;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.Hash128;

/**
 * Measures lines and paragraphs. A line ends at a line feed; a paragraph ends at two or more of
 * them. Work and memory are linear in the text.
 */
final class LineMeasures {
  private final Duplicates lines = new Duplicates();
  private final Duplicates paragraphs = new Duplicates();
  private final WebLines webLines = new WebLines();

  private int allLines;
  private int bullets;
  private int ellipsisEnds;
  private int hashes;
  private int ellipses;
  private int written;
  private int punctuated;
  private int shortOnes;
  private long writtenRepeated;

  /** Lines that are not blank. */
  int written() {
    return written;
  }

  /** Number signs in the text. */
  int hashes() {
    return hashes;
  }

  /** Ellipses in the text: the character, and each three full stops in a row. */
  int ellipses() {
    return ellipses;
  }

  /** Fills the signals that need no words. */
  void measure(String text, int shortLine, Measures<Signal> signals) {
    allLines = 0;
    bullets = 0;
    ellipsisEnds = 0;
    hashes = 0;
    ellipses = 0;
    written = 0;
    punctuated = 0;
    shortOnes = 0;
    writtenRepeated = 0;
    int lineFeeds = lineFeeds(text);
    webLines.clear();
    lines.clear(lineFeeds + 1);
    walkLines(text, shortLine);
    walkParagraphs(text, lineFeeds);
    webLines.fill(signals);
    int characters = text.codePointCount(0, text.length());
    signals
        .put(Signal.CHARACTERS, characters)
        .put(Signal.LINES, written)
        .put(Signal.BULLET_LINES, ratio(bullets, allLines))
        .put(Signal.ELLIPSIS_LINES, ratio(ellipsisEnds, allLines))
        .put(Signal.DUPLICATE_LINES, lines.share())
        .put(Signal.DUPLICATE_LINE_CHARS, ratio(lines.characters(), characters))
        .put(Signal.DUPLICATE_PARAGRAPHS, paragraphs.share())
        .put(Signal.DUPLICATE_PARAGRAPH_CHARS, ratio(paragraphs.characters(), characters))
        .put(Signal.PUNCTUATION_LINES, ratio(punctuated, written))
        .put(Signal.SHORT_LINES, ratio(shortOnes, written))
        .put(Signal.DUPLICATE_CHARS, ratio(writtenRepeated, characters - lineFeeds));
  }

  static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  static int lineFeeds(String text) {
    int count = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }

  private void walkLines(String text, int shortLine) {
    int start = 0;
    while (true) {
      int lineFeed = text.indexOf('\n', start);
      boolean last = lineFeed < 0;
      int end = last ? text.length() : lineFeed;
      if (!last || end > start) {
        allLines++;
      }
      // Blank lines inside the text only separate; at either end they count as an empty piece.
      if (end > start || start == 0 || last) {
        line(text, start, end, shortLine);
      }
      if (last) {
        return;
      }
      start = lineFeed + 1;
    }
  }

  private void line(String text, int start, int end, int shortLine) {
    long hash = (long) end - start;
    int first = -1;
    int lastWritten = -1;
    int dots = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      hash = Characters.step(hash, c);
      if (!Characters.isBlank(c)) {
        first = first < 0 ? at : first;
        lastWritten = at;
        dots = c == '.' ? dots + 1 : 0;
        if (c == '#') {
          hashes++;
        } else if (c == '…' || (dots > 0 && dots % 3 == 0)) {
          ellipses++;
        }
      } else {
        dots = 0;
      }
    }
    int characters = text.codePointCount(start, end);
    boolean repeated = lines.add(Hash128.mix(hash), characters);
    if (first < 0) {
      return;
    }
    written++;
    webLines.add(text, first, lastWritten + 1);
    char opening = text.charAt(first);
    bullets += opening == '•' || opening == '-' ? 1 : 0;
    boolean ellipsis =
        text.charAt(lastWritten) == '…'
            || (lastWritten - first >= 2 && text.startsWith("...", lastWritten - 2));
    ellipsisEnds += ellipsis ? 1 : 0;
    punctuated += Characters.endsSentence(text.codePointBefore(end)) ? 1 : 0;
    shortOnes += characters <= shortLine ? 1 : 0;
    writtenRepeated += repeated ? characters : 0;
  }

  private void walkParagraphs(String text, int lineFeeds) {
    paragraphs.clear(lineFeeds / 2 + 1);
    int start = 0;
    int end = text.length();
    while (start < end && Characters.isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && Characters.isBlank(text.charAt(end - 1))) {
      end--;
    }
    while (start < end) {
      int gap = text.indexOf("\n\n", start);
      int stop = gap < 0 || gap > end ? end : gap;
      paragraphs.add(Characters.hash(text, start, stop), text.codePointCount(start, stop));
      start = stop;
      while (start < end && text.charAt(start) == '\n') {
        start++;
      }
    }
  }
}
