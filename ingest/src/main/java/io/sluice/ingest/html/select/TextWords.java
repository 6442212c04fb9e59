package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Characters;
import io.sluice.ingest.html.block.Leaf;
import io.sluice.ingest.html.block.Utf8;
import java.util.function.Consumer;

/**
 * Reads the beginnings of blocks: their first words, in lower case, of unspaced scripts the pairs
 * of neighbouring characters; and what signs stand there.
 */
final class TextWords {
  /** Words of a block that are read. */
  static final int MOST = 24;

  private static final int TITLE_SLOTS = 256;

  private final Lexicon lexicon;
  private final Consumer<String> listener;
  private final StringBuilder word = new StringBuilder();
  private final long[] title = new long[TITLE_SLOTS];
  private int titleWords;
  private boolean readingTitle;

  /** Sum of the words' weights. */
  float sum;

  /** Least and greatest weight of a word. */
  float least;

  float greatest;

  /** Words read, up to {@link #MOST}. */
  int words;

  /** Words read that stand in the page's title. */
  int inTitle;

  /** Class of the first visible character, of {@link Characters}. */
  int first;

  /** A hash of what was read, digits being alike. */
  long print;

  /** Numbers from 1900 to 2099. */
  int years;

  /** Groups of digits. */
  int numbers;

  /** Signs that part links and captions: bars, dots, arrows, slashes. */
  int separators;

  /** Signs of copyright and of addresses: © and @. */
  int signs;

  private long hash;
  private int letters;
  private int unspacedBefore;
  private int digits;
  private int number;

  TextWords(Lexicon lexicon) {
    this(lexicon, null);
  }

  /** With someone who is told every word, to learn weights from. */
  TextWords(Lexicon lexicon, Consumer<String> listener) {
    this.lexicon = lexicon;
    this.listener = listener;
  }

  /** Number of words of the page's title. */
  int titleWords() {
    return titleWords;
  }

  /** Takes the page's title: UTF-8 bytes. */
  void title(byte[] text, int start, int end) {
    java.util.Arrays.fill(title, 0);
    titleWords = 0;
    begin();
    readingTitle = true;
    scan(text, start, end);
    endWord();
    readingTitle = false;
    titleWords = words;
  }

  /** Reads a block; the fields tell what was found. */
  void read(Blocks blocks, int block) {
    begin();
    byte[] source = blocks.tree().source();
    byte[] side = blocks.side();
    int end = blocks.endLeaf(block);
    for (int leaf = blocks.firstLeaf(block); leaf < end && words < MOST; leaf++) {
      int kind = blocks.leafKind(leaf);
      if (kind == Leaf.TEXT) {
        scan(source, blocks.leafStart(leaf), blocks.leafEnd(leaf));
      } else if (kind == Leaf.DECODED) {
        scan(side, blocks.leafStart(leaf), blocks.leafEnd(leaf));
      } else if (kind == Leaf.BREAK || kind == Leaf.GAP || kind == Leaf.CELL) {
        endWord();
      }
    }
    endWord();
  }

  private void begin() {
    sum = 0;
    least = 0;
    greatest = 0;
    words = 0;
    inTitle = 0;
    first = -1;
    print = Lexicon.SEED;
    years = 0;
    numbers = 0;
    separators = 0;
    signs = 0;
    hash = Lexicon.SEED;
    letters = 0;
    unspacedBefore = 0;
    digits = 0;
    number = 0;
  }

  private void scan(byte[] text, int start, int end) {
    int i = start;
    while (i < end && words < MOST) {
      int c = text[i];
      int kind;
      if (c >= 0) {
        kind = Characters.ascii(c);
        i++;
      } else {
        int length = Utf8.length(c);
        c = Utf8.decode(text, i, end);
        i += length;
        kind = Characters.of(c);
      }
      if ((kind & Characters.INVISIBLE) != 0) {
        continue;
      }
      if ((kind & Characters.SPACE) != 0) {
        endWord();
        continue;
      }
      first = first < 0 ? kind & 0x7fff : first;
      if ((kind & Characters.DIGIT) != 0) {
        digit(c - '0');
        continue;
      }
      print = Lexicon.hash(print, c);
      if ((kind & Characters.LETTER) == 0) {
        endWord();
        sign(c);
      } else if ((kind & Characters.UNSPACED) != 0) {
        unspaced(c);
      } else {
        endNumber();
        hash = Lexicon.hash(hash, lower(c));
        letters++;
        if (listener != null) {
          word.appendCodePoint(lower(c));
        }
      }
    }
  }

  private static int lower(int c) {
    return c < 128 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
  }

  private void digit(int value) {
    if (letters > 0) {
      endWord();
    }
    digits++;
    number = digits > 4 ? 0 : number * 10 + value;
  }

  private void endNumber() {
    if (digits == 0) {
      return;
    }
    print = Lexicon.hash(print, '0');
    numbers++;
    if (digits == 4 && number >= 1900 && number < 2100) {
      years++;
    }
    digits = 0;
    number = 0;
  }

  private void unspaced(int c) {
    if (letters > 0 || digits > 0) {
      endWord();
    }
    if (unspacedBefore != 0) {
      if (listener != null) {
        word.appendCodePoint(unspacedBefore).appendCodePoint(c);
      }
      take(Lexicon.hash(Lexicon.hash(Lexicon.SEED, unspacedBefore), c));
    }
    unspacedBefore = c;
  }

  private void endWord() {
    endNumber();
    unspacedBefore = 0;
    if (letters > 0) {
      take(hash);
      hash = Lexicon.SEED;
      letters = 0;
    }
  }

  private void take(long found) {
    words++;
    print = Lexicon.hash(print, ' ');
    if (listener != null) {
      listener.accept(word.toString());
      word.setLength(0);
    }
    int slot = (int) (found ^ found >>> 31) & TITLE_SLOTS - 1;
    while (title[slot] != 0 && title[slot] != found) {
      slot = slot + 1 & TITLE_SLOTS - 1;
    }
    if (readingTitle) {
      title[slot] = found;
      return;
    }
    inTitle += title[slot] == found ? 1 : 0;
    float weight = lexicon.weight(found);
    sum += weight;
    least = Math.min(least, weight);
    greatest = Math.max(greatest, weight);
  }

  private void sign(int c) {
    switch (c) {
      case '|', '/', '>', '<', 0xB7, 0xBB, 0xAB, 0x203A, 0x2022, 0x2192, 0x2190, 0x25B6, 0xFF5C ->
          separators++;
      case 0xA9, '@' -> signs++;
      default -> {}
    }
  }
}
