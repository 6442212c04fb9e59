package io.sluice.ingest.text;

import java.util.Arrays;

/**
 * Splits a text into words, whatever its scripts.
 *
 * <ul>
 *   <li>A word is a run of letters, numbers and combining marks. An apostrophe, hyphen, low line or
 *       zero-width joiner between two of them holds them together ({@code don't}, {@code
 *       well-known}), as does a full stop ({@code U.S}, {@code 3.14}, {@code example.org}) that no
 *       small letter precedes and capital one follows, and a comma or colon between two digits
 *       ({@code 1,000}, {@code 12:30}).
 *   <li>Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar do not separate words: their runs are
 *       segmented by ICU's dictionaries through Lucene's {@code ICUTokenizer}. Where such a script
 *       meets another one, a word ends.
 * </ul>
 *
 * <p>Words never overlap, never begin or end inside a surrogate pair, and hold no lone surrogate.
 * Offsets are UTF-16 units. One instance serves one thread.
 */
public final class WordSplitter {
  private final DictionarySegmenter dictionary = new DictionarySegmenter();
  private final Spans spans = new Spans();

  /** The words of a text, in order. */
  public Words split(String text) {
    spans.clear();
    int length = text.length();
    int at = 0;
    while (at < length) {
      int codePoint = text.codePointAt(at);
      switch (CharClass.of(codePoint)) {
        case CharClass.LETTER, CharClass.DIGIT -> {
          int end = endOfWord(text, at);
          spans.add(at, end);
          at = end;
        }
        case CharClass.DICTIONARY -> at = dictionary.segment(text, at, spans);
        default -> at += Character.charCount(codePoint);
      }
    }
    return spans.toWords(text);
  }

  private static int endOfWord(String text, int start) {
    int length = text.length();
    byte last = CharClass.NONE;
    int at = start;
    while (at < length) {
      int codePoint = text.codePointAt(at);
      byte kind = CharClass.of(codePoint);
      switch (kind) {
        case CharClass.LETTER, CharClass.DIGIT -> last = kind;
        case CharClass.MARK -> {
          // belongs to the letter before it
        }
        case CharClass.JOINER -> {
          byte next = classAt(text, at + 1);
          if (next != CharClass.LETTER && next != CharClass.DIGIT) {
            return at;
          }
        }
        case CharClass.DIGIT_JOINER -> {
          if (last != CharClass.DIGIT || classAt(text, at + 1) != CharClass.DIGIT) {
            return at;
          }
        }
        case CharClass.FULL_STOP -> {
          byte next = classAt(text, at + 1);
          if ((next != CharClass.LETTER && next != CharClass.DIGIT) || mayEndSentence(text, at)) {
            return at;
          }
        }
        default -> {
          return at;
        }
      }
      at += Character.charCount(codePoint);
    }
    return length;
  }

  /** Whether a small letter stands before the full stop and a capital one after it. */
  private static boolean mayEndSentence(String text, int fullStop) {
    return Character.isLowerCase(text.codePointBefore(fullStop))
        && Character.isUpperCase(text.codePointAt(fullStop + 1));
  }

  private static byte classAt(String text, int at) {
    return at < text.length() ? CharClass.of(text.codePointAt(at)) : CharClass.NONE;
  }

  /** Growing arrays of starts and ends, used again for each text. */
  static final class Spans {
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int count;

    void clear() {
      count = 0;
    }

    void add(int start, int end) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      starts[count] = start;
      ends[count++] = end;
    }

    Words toWords(String text) {
      return new Words(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count), count);
    }
  }
}
