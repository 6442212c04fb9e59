package io.sluice.filters.quality;

import io.sluice.ingest.text.Hash128;

/**
 * The features of a text, version 1: hashed words, word pairs and character n-grams, after fastText
 * (Joulin et al., arXiv 1607.01759). The rules, in order:
 *
 * <ol>
 *   <li>A text of up to three windows is read whole; of a longer one, its first, middle and last
 *       window. Nothing spans two windows.
 *   <li>Code points are lower-cased one by one (no locale); every decimal digit becomes {@code 0}.
 *       Format characters are skipped. White space, controls and unpaired surrogates separate and
 *       are no feature themselves: how lines are broken does not change the features.
 *   <li>A word is a run of letters, marks and numbers. In scripts written without spaces (Han,
 *       Kana, Bopomofo, Yi, Thai, Lao, Khmer, Myanmar) each code point is a word. A run of one
 *       symbol is a word too; its length counts as 1, 2, or 3 and over.
 *   <li>Features: each word; each pair of neighbouring words; the character n-grams of each word
 *       between marks for its start and end, and of each run of code points of a script without
 *       spaces. For n-grams only the first 64 code points of a word count, and a run is cut every
 *       64.
 *   <li>Each feature is hashed to 64 bits under the seed and keeps its lowest {@code bits}. A
 *       feature that occurs twice counts twice.
 * </ol>
 *
 * <p>Immutable, for any number of threads. Work and memory are bounded whatever the text's length.
 */
public final class HashedFeatures {
  private static final int SEPARATOR = 0;
  private static final int SKIPPED = 1;
  private static final int SYMBOL = 2;
  private static final int WORD = 3;
  private static final int SPACELESS = 4;

  private static final int RUN = 64;
  private static final int START_MARK = -1;
  private static final int END_MARK = -2;
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long PAIR = 0xd6e8feb86659fd93L;
  private static final long GRAM = 0xa0761d6478bd642fL;

  private static final byte[] ASCII = asciiKinds();

  private final FeatureSpec spec;
  private final int mask;

  /** Features under a specification. */
  public HashedFeatures(FeatureSpec spec) {
    this.spec = spec;
    this.mask = spec.buckets() - 1;
  }

  /** The specification. */
  public FeatureSpec spec() {
    return spec;
  }

  /**
   * All features of a text in order of occurrence.
   *
   * @return indices in [0, {@code spec().buckets()}), repeated as often as they occur
   */
  public int[] indices(CharSequence text) {
    Collected collected = new Collected();
    each(text, collected);
    return java.util.Arrays.copyOf(collected.indices, collected.count);
  }

  /** Hands every feature of a text to a sink. */
  void each(CharSequence text, FeatureSink sink) {
    int length = text.length();
    int window = spec.window();
    Scan scan = new Scan(text, sink);
    if (length <= 3L * window) {
      scan.read(0, length);
    } else {
      int middle = (length - window) / 2;
      scan.read(0, window);
      scan.read(middle, middle + window);
      scan.read(length - window, length);
    }
  }

  private static int kind(int codePoint) {
    if (codePoint < 128) {
      return ASCII[codePoint];
    }
    switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE -> {
        return SEPARATOR;
      }
      case Character.FORMAT -> {
        return SKIPPED;
      }
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER -> {
        return writtenWithoutSpaces(codePoint) ? SPACELESS : WORD;
      }
      default -> {
        return SYMBOL;
      }
    }
  }

  private static boolean writtenWithoutSpaces(int c) {
    return (c >= 0x0e00 && c <= 0x0eff) // Thai, Lao
        || (c >= 0x1000 && c <= 0x109f) // Myanmar
        || (c >= 0x1780 && c <= 0x17ff) // Khmer
        || (c >= 0x2e80 && c <= 0x312f) // radicals, Hiragana, Katakana, Bopomofo
        || (c >= 0x3190 && c <= 0x4dbf) // Kanbun to Han extension A
        || (c >= 0x4e00 && c <= 0xa4cf) // Han, Yi
        || (c >= 0xf900 && c <= 0xfaff) // Han compatibility
        || (c >= 0xff66 && c <= 0xff9f) // half-width Katakana
        || (c >= 0x1b000 && c <= 0x1b16f) // Kana supplements
        || (c >= 0x20000 && c <= 0x3ffff); // Han extensions
  }

  private static byte[] asciiKinds() {
    byte[] kinds = new byte[128];
    for (int c = 0; c < 128; c++) {
      if (Character.isLetterOrDigit(c)) {
        kinds[c] = WORD;
      } else if (c > ' ' && c < 127) {
        kinds[c] = SYMBOL;
      } else {
        kinds[c] = SEPARATOR;
      }
    }
    return kinds;
  }

  private static int fold(int codePoint) {
    if (codePoint < 128) {
      if (codePoint >= 'A' && codePoint <= 'Z') {
        return codePoint + 32;
      }
      return codePoint >= '0' && codePoint <= '9' ? '0' : codePoint;
    }
    return Character.isDigit(codePoint) ? '0' : Character.toLowerCase(codePoint);
  }

  private static long step(long hash, int codePoint) {
    return Long.rotateLeft((hash ^ codePoint) * STEP, 29);
  }

  /** One pass over the windows of one text. */
  private final class Scan {
    private final CharSequence text;
    private final FeatureSink sink;
    private final int[] run = new int[RUN + 2];
    private int held;
    private int open = SEPARATOR;
    private long word;
    private long previous;
    private boolean first;
    private int symbol;
    private int repeats;

    Scan(CharSequence text, FeatureSink sink) {
      this.text = text;
      this.sink = sink;
    }

    void read(int from, int to) {
      first = true;
      int at = from;
      while (at < to) {
        int codePoint = text.charAt(at++);
        if (Character.isSurrogate((char) codePoint) && at < to) {
          codePoint = Character.codePointAt(text, at - 1);
          at += codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT ? 1 : 0;
        }
        take(codePoint, kind(codePoint));
      }
      close();
    }

    private void take(int codePoint, int kind) {
      if (kind == SKIPPED) {
        return;
      }
      if (kind != open || (kind == SYMBOL && codePoint != symbol)) {
        close();
        open(kind);
      }
      switch (kind) {
        case WORD -> {
          int folded = fold(codePoint);
          word = step(word, folded);
          if (held <= RUN) {
            run[held++] = folded;
          }
        }
        case SPACELESS -> {
          int folded = fold(codePoint);
          if (held == RUN) {
            grams();
            held = 0;
          }
          run[held++] = folded;
          word(step(spec.seed(), folded));
        }
        case SYMBOL -> {
          symbol = codePoint;
          repeats++;
        }
        default -> {}
      }
    }

    private void open(int kind) {
      open = kind;
      held = 0;
      repeats = 0;
      word = spec.seed();
      if (kind == WORD) {
        run[held++] = START_MARK;
      }
    }

    private void close() {
      switch (open) {
        case WORD -> {
          word(word);
          run[held++] = END_MARK;
          grams();
        }
        case SPACELESS -> grams();
        case SYMBOL -> word(step(step(spec.seed(), symbol), Math.min(repeats, 3)));
        default -> {}
      }
      open = SEPARATOR;
    }

    private void word(long hash) {
      emit(hash);
      if (!first) {
        emit((previous * PAIR) ^ hash);
      }
      previous = hash;
      first = false;
    }

    private void grams() {
      int min = spec.minGram();
      int max = spec.maxGram();
      for (int start = 0; start + min <= held; start++) {
        long hash = spec.seed() ^ GRAM;
        int end = Math.min(start + max, held);
        for (int at = start; at < end; at++) {
          hash = step(hash, run[at]);
          if (at - start + 1 >= min) {
            emit(hash);
          }
        }
      }
    }

    private void emit(long hash) {
      sink.accept((int) Hash128.mix(hash) & mask);
    }
  }

  private static final class Collected implements FeatureSink {
    private int[] indices = new int[256];
    private int count;

    @Override
    public void accept(int bucket) {
      if (count == indices.length) {
        indices = java.util.Arrays.copyOf(indices, count * 2);
      }
      indices[count++] = bucket;
    }
  }
}
