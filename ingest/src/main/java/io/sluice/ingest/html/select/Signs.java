package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.block.Kind;
import java.util.Arrays;

/**
 * What a pass over the beginnings of a page's blocks tells: the words there, which blocks say the
 * same, which one is the title, what heading stands before each; and sums over what stands before
 * and behind, the nearer counting more.
 */
final class Signs {
  private static final float FADE = 0.7f;

  float[] text = new float[256];
  float[] least = new float[256];
  float[] greatest = new float[256];
  float[] titleShare = new float[256];
  float[] titleCover = new float[256];
  int[] first = new int[256];
  int[] words = new int[256];
  int[] years = new int[256];
  int[] numbers = new int[256];
  int[] separators = new int[256];
  int[] signs = new int[256];

  /** How many blocks of the page begin the same. */
  int[] same = new int[256];

  /** The heading before the block, itself not counted; -1 for none. */
  int[] heading = new int[256];

  float[] goodBefore = new float[256];
  float[] goodAfter = new float[256];
  float[] linkedBefore = new float[256];
  float[] linkedAfter = new float[256];
  float[] shortBefore = new float[256];
  float[] shortAfter = new float[256];

  /** The block that says the page's title, else the first heading of level 1; -1 for none. */
  int titleBlock;

  /** 2 where the title was found by its words, 1 by its level, 0 not at all. */
  int titleKind;

  private long[] prints = new long[1024];
  private int[] counts = new int[1024];
  private int[] slots = new int[256];

  void read(Blocks blocks, TextWords reader, Sums sums) {
    int size = blocks.size();
    grow(size);
    Arrays.fill(prints, 0);
    int before = -1;
    int level = -1;
    int title = -1;
    float covered = 0.4f;
    for (int i = 0; i < size; i++) {
      reader.read(blocks, i);
      take(reader, i);
      heading[i] = before;
      if (blocks.kind(i) == Kind.HEADING) {
        before = i;
        level = level < 0 && blocks.level(i) == 1 ? i : level;
      }
      // of two that say it the later only if it says more, or is a heading
      float says = titleShare[i] * titleCover[i] + (blocks.kind(i) == Kind.HEADING ? 0.3f : 0);
      if (titleShare[i] > 0.5f && says > covered && reader.words < TextWords.MOST) {
        covered = says;
        title = i;
      }
    }
    titleBlock = title >= 0 ? title : level;
    titleKind = title >= 0 ? 2 : level >= 0 ? 1 : 0;
    for (int i = 0; i < size; i++) {
      same[i] = counts[slots[i]];
    }
    fade(blocks, sums);
  }

  private void take(TextWords reader, int i) {
    text[i] = reader.sum;
    least[i] = reader.least;
    greatest[i] = reader.greatest;
    titleShare[i] = reader.words == 0 ? 0 : (float) reader.inTitle / reader.words;
    titleCover[i] =
        reader.titleWords() == 0 ? 0 : Math.min(1, (float) reader.inTitle / reader.titleWords());
    first[i] = Math.max(reader.first, 0);
    words[i] = reader.words;
    years[i] = Math.min(reader.years, 5);
    numbers[i] = Math.min(reader.numbers, 10);
    separators[i] = Math.min(reader.separators, 10);
    signs[i] = Math.min(reader.signs, 5);
    long print = reader.print | 1;
    int mask = prints.length - 1;
    int slot = (int) (print ^ print >>> 32) & mask;
    while (prints[slot] != 0 && prints[slot] != print) {
      slot = slot + 1 & mask;
    }
    counts[slot] = prints[slot] == 0 ? 1 : counts[slot] + 1;
    prints[slot] = print;
    slots[i] = slot;
  }

  private void fade(Blocks blocks, Sums sums) {
    int size = blocks.size();
    float good = 0;
    float linked = 0;
    float small = 0;
    for (int i = 0; i < size; i++) {
      goodBefore[i] = good;
      linkedBefore[i] = linked;
      shortBefore[i] = small;
      good = FADE * good + (sums.good[i + 1] - sums.good[i]);
      linked = FADE * linked + (sums.linked[i + 1] - sums.linked[i]);
      small = FADE * small + (blocks.fact(i, Fact.WEIGHT) < 40 ? 1 : 0);
    }
    good = 0;
    linked = 0;
    small = 0;
    for (int i = size - 1; i >= 0; i--) {
      goodAfter[i] = good;
      linkedAfter[i] = linked;
      shortAfter[i] = small;
      good = FADE * good + (sums.good[i + 1] - sums.good[i]);
      linked = FADE * linked + (sums.linked[i + 1] - sums.linked[i]);
      small = FADE * small + (blocks.fact(i, Fact.WEIGHT) < 40 ? 1 : 0);
    }
  }

  private void grow(int size) {
    if (size * 2 > prints.length) {
      int slotsNeeded = Integer.highestOneBit(size) << 2;
      prints = new long[slotsNeeded];
      counts = new int[slotsNeeded];
    }
    if (size <= text.length) {
      return;
    }
    int capacity = Math.max(size, text.length * 2);
    text = new float[capacity];
    least = new float[capacity];
    greatest = new float[capacity];
    titleShare = new float[capacity];
    titleCover = new float[capacity];
    first = new int[capacity];
    words = new int[capacity];
    years = new int[capacity];
    numbers = new int[capacity];
    separators = new int[capacity];
    signs = new int[capacity];
    same = new int[capacity];
    heading = new int[capacity];
    goodBefore = new float[capacity];
    goodAfter = new float[capacity];
    linkedBefore = new float[capacity];
    linkedAfter = new float[capacity];
    shortBefore = new float[capacity];
    shortAfter = new float[capacity];
    slots = new int[capacity];
  }
}
