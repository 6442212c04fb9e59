package io.sluice.filters.rule;

import io.sluice.ingest.text.Hash128;
import io.sluice.ingest.text.Words;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The words of a text and the punctuation marks and symbols between them, as hashes. A run of one
 * same mark is one token. Sums over the tokens before each make any n-gram's hash and length a
 * subtraction, so no n-gram is ever built.
 */
final class Tokens {
  private static final long BASE = 0xd6e8feb86659fd93L;

  private long[] hashSums = new long[1024];
  private int[] lengthSums = new int[1024];
  private final BitSet stopWords = new BitSet();
  private int count;
  private int words;
  private long wordCharacters;
  private int alphabetic;
  private int blocked;
  private int parts;
  private int alphabeticParts;

  /** Reads a text. */
  void read(Words source, LanguageRules rules, BlockLists lists) {
    count = 0;
    words = source.count();
    wordCharacters = 0;
    alphabetic = 0;
    stopWords.clear();
    blocked = 0;
    parts = 0;
    alphabeticParts = 0;
    boolean hasList = lists.hasWords();
    String text = source.text();
    int at = 0;
    for (int i = 0; i < words; i++) {
      marks(text, at, source.start(i));
      word(text, source.start(i), source.end(i), rules);
      if (hasList && lists.holdsWord(text, source.start(i), source.end(i))) {
        blocked++;
      }
      at = source.end(i);
    }
    marks(text, at, text.length());
  }

  private void word(String text, int start, int end, LanguageRules rules) {
    long hash = (long) end - start;
    int characters = 0;
    boolean letter = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      hash = Characters.step(hash, c);
      if (!Character.isLowSurrogate(c)) {
        characters++;
        letter = letter || Character.isLetter(text.codePointAt(at));
      }
    }
    hash = Hash128.mix(hash);
    add(hash, characters);
    if (letter) {
      parts(text, start, end);
    }
    wordCharacters += characters;
    alphabetic += letter ? 1 : 0;
    int stopWord = rules.stopWord(hash);
    if (stopWord >= 0) {
      stopWords.set(stopWord);
    }
  }

  /**
   * Counts the parts that datatrove's splitter (spaCy's for English) makes of one word: what stands
   * behind an apostrophe, and hyphens with what stands behind them.
   */
  private void parts(String text, int start, int end) {
    for (int at = start + 1; at + 1 < end; at++) {
      char c = text.charAt(at);
      if (c == '-') {
        parts += 2;
        alphabeticParts++;
      } else if (c == '\'' || c == '\u2019') {
        parts++;
        alphabeticParts++;
      }
    }
  }

  /** Whether a full stop belongs to an initial before it: {@code J. S. Bach}. */
  private static boolean isInitial(String text, int at, int stop) {
    return stop - at == 1
        && text.charAt(at) == '.'
        && at > 0
        && text.charAt(at - 1) >= 'A'
        && text.charAt(at - 1) <= 'Z'
        && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
  }

  /**
   * Whether a mark joins what stands on its sides without a space, as in {@code std::sort} and
   * {@code f(x)}: no part of its own then, save for a single one of {@code <>=/:,} before a letter.
   */
  private static boolean isWithin(String text, int start, int end) {
    if (start == 0
        || end == text.length()
        || !isAlphanumeric(text.charAt(start - 1))
        || !isAlphanumeric(text.charAt(end))) {
      return false;
    }
    boolean splits = end - start == 1 && "<>=/:,".indexOf(text.charAt(start)) >= 0;
    return !splits || Character.isDigit(text.charAt(end));
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private void marks(String text, int start, int end) {
    int at = start;
    while (at < end) {
      int mark = text.codePointAt(at);
      int width = Character.charCount(mark);
      if (!Characters.isMark(mark)) {
        at += width;
        continue;
      }
      int stop = at + width;
      while (stop < end && text.codePointAt(stop) == mark) {
        stop += width;
      }
      add(Characters.hash(text, at, stop), (stop - at) / width);
      parts -= isInitial(text, at, stop) || isWithin(text, at, stop) ? 1 : 0;
      at = stop;
    }
  }

  private void add(long hash, int characters) {
    if (count + 1 == hashSums.length) {
      hashSums = Arrays.copyOf(hashSums, hashSums.length * 2);
      lengthSums = Arrays.copyOf(lengthSums, lengthSums.length * 2);
    }
    hashSums[count + 1] = hashSums[count] * BASE + hash;
    lengthSums[count + 1] = lengthSums[count] + characters;
    count++;
  }

  /** Number of words and marks. */
  int count() {
    return count;
  }

  /** Number of words. */
  int words() {
    return words;
  }

  /** Code points of the words. */
  long wordCharacters() {
    return wordCharacters;
  }

  /**
   * Tokens as datatrove's splitter counts them, which cuts words at hyphens and apostrophes, not at
   * marks within.
   */
  int fineCount() {
    return count + parts;
  }

  /** Those of {@link #fineCount} that hold a letter. */
  int alphabetic() {
    return alphabetic + alphabeticParts;
  }

  /** Words that are on the list of blocked ones. */
  int blocked() {
    return blocked;
  }

  /** Different stop words that occur. */
  int stopWords() {
    return stopWords.cardinality();
  }

  /** What {@link #ngram} takes for n-grams of this length. */
  static long power(int n) {
    long power = 1;
    for (int i = 0; i < n; i++) {
      power *= BASE;
    }
    return power;
  }

  /** Hash of the n tokens from token {@code i}. */
  long ngram(int i, int n, long power) {
    return Hash128.mix(hashSums[i + n] - hashSums[i] * power);
  }

  /** Code points of the n tokens from token {@code i}. */
  int characters(int i, int n) {
    return lengthSums[i + n] - lengthSums[i];
  }
}
