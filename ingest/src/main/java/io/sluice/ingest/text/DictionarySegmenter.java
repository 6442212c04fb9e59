package io.sluice.ingest.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Segments stretches of text in scripts that do not separate words, by ICU's dictionaries. A
 * stretch runs over punctuation and spaces, so that a page is handed over in few pieces, and ends
 * at a letter or digit of another script, at a line end, at a lone surrogate (ICU's dictionaries
 * take it for a letter), or when it is long.
 */
final class DictionarySegmenter {
  /** Longest stretch in UTF-16 units; below the 4,096 that the tokenizer reads at once. */
  static final int LONGEST = 2048;

  private final ICUTokenizer tokenizer =
      new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
  private final OffsetAttribute offsets = tokenizer.getAttribute(OffsetAttribute.class);

  /**
   * Adds the words of the stretch that begins at {@code start} with a letter of such a script.
   *
   * @return UTF-16 offset after the stretch's last letter, greater than {@code start}
   */
  int segment(String text, int start, WordSplitter.Spans words) {
    int end = endOfStretch(text, start);
    int done = start;
    try {
      tokenizer.setReader(new StringReader(text.substring(start, end)));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        int tokenEnd = start + offsets.endOffset();
        int wordStart = firstLetter(text, start + offsets.startOffset(), tokenEnd);
        if (wordStart < tokenEnd) {
          addMissed(text, done, wordStart, words);
          words.add(wordStart, tokenEnd);
          done = tokenEnd;
        }
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: read from memory", e);
    }
    addMissed(text, done, end, words);
    return end;
  }

  /** Passes over what ICU also takes into a token but is no word here: an emoji, a stray mark. */
  private static int firstLetter(String text, int start, int end) {
    int at = start;
    while (at < end && CharClass.of(text.codePointAt(at)) != CharClass.DICTIONARY) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Adds letters that ICU put into no token (after stray marks it can), each as a word. */
  private static void addMissed(String text, int start, int end, WordSplitter.Spans words) {
    int at = firstLetter(text, start, end);
    while (at < end) {
      int next = at + Character.charCount(text.codePointAt(at));
      words.add(at, next);
      at = firstLetter(text, next, end);
    }
  }

  /**
   * Offset after the stretch's last letter or mark. A long stretch is cut after the last letter
   * that punctuation or a space follows; without any, where it has become too long.
   */
  private static int endOfStretch(String text, int start) {
    int limit = Math.min(text.length(), start + LONGEST);
    int end = start;
    int lastBreak = start;
    boolean inside = true;
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (next > limit) {
        return lastBreak > start ? lastBreak : end;
      }
      switch (CharClass.of(codePoint)) {
        case CharClass.DICTIONARY -> {
          end = next;
          inside = true;
        }
        case CharClass.MARK -> {
          if (inside) {
            end = next;
          }
        }
        case CharClass.LETTER, CharClass.DIGIT -> {
          return end;
        }
        default -> {
          if (codePoint == '\n' || Character.getType(codePoint) == Character.SURROGATE) {
            return end;
          }
          lastBreak = end;
          inside = false;
        }
      }
      at = next;
    }
    return end;
  }
}
