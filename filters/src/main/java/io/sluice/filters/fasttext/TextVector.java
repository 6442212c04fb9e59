package io.sluice.filters.fasttext;

import java.util.Arrays;

/**
 * Sums the vectors of a text's tokens: each token's own row where the model knows it, its character
 * n-grams, and the n-grams of tokens. The mean is what fastText's output layer takes. Sums of parts
 * of a text may be added up. One instance serves one thread.
 */
public final class TextVector {
  /** Longer tokens are not kept for the next time. */
  private static final int LONGEST_KEPT = 64;

  private static final long WORD_NGRAM = 116049371L;

  private final FastTextModel model;
  private final Settings settings;
  private final Vocabulary vocabulary;
  private final Subwords subwords;
  private final InputMatrix input;
  private final TokenCache cache;
  private final float[] sum;
  private final float[] one;
  private byte[] framed = new byte[256];
  private int[] hashes = new int[64];
  private int tokens;
  private long rows;

  /** An empty sum of a model. */
  public TextVector(FastTextModel model) {
    this.model = model;
    this.settings = model.settings();
    this.vocabulary = model.vocabulary();
    this.subwords = model.subwords();
    this.input = model.input();
    this.cache = new TokenCache(model.dimension());
    this.sum = new float[model.dimension()];
    this.one = new float[model.dimension()];
  }

  /** The model whose vectors are summed. */
  public FastTextModel model() {
    return model;
  }

  /** Starts a text. */
  public void clear() {
    Arrays.fill(sum, 0);
    rows = 0;
    tokens = 0;
  }

  /**
   * Adds a line of UTF-8 as fastText reads it: tokens end at white space of ASCII and at the zero
   * byte; what follows a line feed is left out; the end of the line is a token too.
   */
  public void addLine(byte[] utf8, int start, int end) {
    int at = start;
    boolean ended = false;
    while (!ended && at < end && utf8[at] != '\n') {
      if (isSpace(utf8[at])) {
        at++;
        continue;
      }
      int from = at;
      while (at < end && !isSpace(utf8[at])) {
        at++;
      }
      addToken(utf8, from, at);
      ended = isEndOfLine(utf8, from, at);
    }
    if (!ended) {
      addToken(Vocabulary.END_OF_LINE, 0, Vocabulary.END_OF_LINE.length);
    }
    addWordNgrams();
  }

  private static boolean isEndOfLine(byte[] utf8, int start, int end) {
    return Arrays.equals(
        Vocabulary.END_OF_LINE, 0, Vocabulary.END_OF_LINE.length, utf8, start, end);
  }

  private static boolean isSpace(byte b) {
    return b <= ' ' && (b == ' ' || (b >= '\t' && b <= '\r') || b == 0);
  }

  /** Adds one token: bytes without white space. Word n-grams need {@link #addLine}. */
  public void addToken(byte[] utf8, int start, int end) {
    if (settings.wordNgrams() > 1 && !Vocabulary.isLabel(utf8, start, end)) {
      remember(Vocabulary.hash(utf8, start, end));
    }
    if (end - start > LONGEST_KEPT) {
      rows += compute(utf8, start, end, sum);
      return;
    }
    long key = (long) end - start;
    for (int at = start; at < end; at++) {
      key = (key ^ utf8[at]) * 0x9e3779b97f4a7c15L;
      key ^= key >>> 29;
    }
    key = key == 0 ? 1 : key;
    int slot = cache.slot(key);
    if (!cache.holds(slot, key)) {
      Arrays.fill(one, 0);
      cache.put(slot, key, one, compute(utf8, start, end, one));
    }
    rows += cache.add(slot, sum);
  }

  /** Adds the rows of one token; returns their number. */
  private int compute(byte[] utf8, int start, int end, float[] target) {
    int hash = Vocabulary.hash(utf8, start, end);
    int row = vocabulary.row(utf8, start, end, hash);
    if (row < 0 && Vocabulary.isLabel(utf8, start, end)) {
      return 0;
    }
    int count = 0;
    if (row >= 0) {
      input.add(row, target);
      count++;
    }
    return settings.maxChars() > 0 && !isEndOfLine(utf8, start, end)
        ? count + addSubwords(utf8, start, end, target)
        : count;
  }

  /** Adds the character n-grams of {@code <token>}; returns the number of rows. */
  private int addSubwords(byte[] utf8, int start, int end, float[] target) {
    int length = end - start + 2;
    if (framed.length < length) {
      framed = new byte[Math.max(length, framed.length * 2)];
    }
    byte[] word = framed;
    word[0] = '<';
    System.arraycopy(utf8, start, word, 1, end - start);
    word[length - 1] = '>';
    int min = settings.minChars();
    int max = settings.maxChars();
    int count = 0;
    for (int i = 0; i < length; i++) {
      if ((word[i] & 0xc0) == 0x80) {
        continue;
      }
      int hash = 0x811c9dc5;
      int j = i;
      for (int n = 1; n <= max && j < length; n++) {
        hash = (hash ^ word[j++]) * 0x01000193;
        while (j < length && (word[j] & 0xc0) == 0x80) {
          hash = (hash ^ word[j++]) * 0x01000193;
        }
        if (n >= min && !(n == 1 && (i == 0 || j == length))) {
          int row = subwords.row(hash);
          if (row >= 0) {
            input.add(row, target);
            count++;
          }
        }
      }
    }
    return count;
  }

  private void remember(int hash) {
    if (tokens == hashes.length) {
      hashes = Arrays.copyOf(hashes, tokens * 2);
    }
    hashes[tokens++] = hash;
  }

  private void addWordNgrams() {
    for (int i = 0; i < tokens; i++) {
      long hash = hashes[i];
      int last = Math.min(tokens, i + settings.wordNgrams());
      for (int j = i + 1; j < last; j++) {
        hash = hash * WORD_NGRAM + hashes[j];
        int row = subwords.wideRow(hash);
        if (row >= 0) {
          input.add(row, sum);
          rows++;
        }
      }
    }
    tokens = 0;
  }

  /** Rows added since {@link #clear}. */
  public long rows() {
    return rows;
  }

  /** Adds this sum to another one. */
  public void addTo(float[] total) {
    for (int i = 0; i < sum.length; i++) {
      total[i] += sum[i];
    }
  }

  /** Fills the mean of the rows; all zero where there is none. */
  public void mean(float[] vector) {
    float share = rows == 0 ? 0 : (float) (1.0 / rows);
    for (int i = 0; i < sum.length; i++) {
      vector[i] = sum[i] * share;
    }
  }
}
