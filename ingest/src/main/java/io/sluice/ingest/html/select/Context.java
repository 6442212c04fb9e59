package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.block.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The features of a second look: a block's own, and what the first look thought of the blocks
 * around it, of its containers, of its like on the page, and of the page.
 */
final class Context {
  /** Names of what is added to the features of the first look, in order. */
  static final List<String> NAMES =
      List.of(
          """
          p pPrev pPrev2 pPrev3 pNext pNext2 pNext3 pBefore pAfter pHolder pParent pSection pCard
          pSet pCardSet pLike likeCount pPart pageMass pageP massBefore sinceFirst untilLast
          inCore coreUp coreP coreBefore coreAfter pMax
          """
              .strip()
              .split("\\s+"));

  private static final float FADE = 0.75f;

  private final Features features;

  private int[] rows = new int[0];
  private double[] mass = new double[257];
  private float[] before = new float[256];
  private float[] after = new float[256];
  private double[] setMass = new double[256];
  private float[] part = new float[256];
  private long[] likeKeys = new long[1024];
  private double[] likeMass = new double[1024];
  private int[] likeWeight = new int[1024];
  private int[] likeCount = new int[1024];
  private int[] likeSlots = new int[256];

  Context(Features features) {
    this.features = features;
  }

  /**
   * The features of the second look at the page that the first look was at.
   *
   * @param p the first look's probabilities of the blocks
   * @return a row for each block: those of {@link Features}, then those of {@link #NAMES}
   */
  int[] of(Blocks blocks, int[] first, float[] p) {
    int size = blocks.size();
    int width = Features.COUNT + NAMES.size();
    if (rows.length < size * width) {
      rows = new int[Math.max(size * width, rows.length * 2)];
    }
    Sums sums = features.sums();
    Frames frames = features.frames();
    gather(blocks, p, sums, frames);
    double all = mass[size];
    int firstGood = size;
    int lastGood = -1;
    float most = 0;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, p[i]);
      if (p[i] > 0.5f && blocks.fact(i, Fact.WEIGHT) >= 20) {
        firstGood = Math.min(firstGood, i);
        lastGood = i;
      }
    }
    int core = core(sums, frames);
    for (int i = 0; i < size; i++) {
      int at = i * width;
      System.arraycopy(first, i * Features.COUNT, rows, at, Features.COUNT);
      at += Features.COUNT;
      rows[at++] = Forest.ordered(p[i]);
      for (int step = 1; step <= 3; step++) {
        rows[at++] = Forest.ordered(i >= step ? p[i - step] : -1);
      }
      for (int step = 1; step <= 3; step++) {
        rows[at++] = Forest.ordered(i + step < size ? p[i + step] : -1);
      }
      rows[at++] = Forest.ordered(before[i]);
      rows[at++] = Forest.ordered(after[i]);
      int holder = blocks.holder(i) < 0 ? frames.size : blocks.holder(i);
      rows[at++] = Forest.ordered(mean(holder, sums, frames));
      rows[at++] = Forest.ordered(mean(frames.parent[holder], sums, frames));
      rows[at++] = Forest.ordered(mean(frames.section[holder], sums, frames));
      int card = frames.card[holder];
      rows[at++] = Forest.ordered(card < 0 ? -1 : mean(card, sums, frames));
      rows[at++] = Forest.ordered(ofSet(frames.repeated[holder], frames));
      rows[at++] = Forest.ordered(ofSet(card, frames));
      int like = likeSlots[i];
      rows[at++] = Forest.ordered((float) (likeMass[like] / Math.max(likeWeight[like], 1)));
      rows[at++] = Forest.ordered(Math.min(likeCount[like], 50));
      rows[at++] = Forest.ordered(part[i]);
      rows[at++] = Forest.ordered((float) Features.log(all));
      rows[at++] = Forest.ordered((float) (all / Math.max(sums.weight[size], 1)));
      rows[at++] = Forest.ordered(all == 0 ? 0 : (float) (mass[i] / all));
      rows[at++] = Forest.ordered(Math.max(-30, Math.min(30, i - firstGood)));
      rows[at++] = Forest.ordered(Math.max(-30, Math.min(30, lastGood - i)));
      boolean within = i >= frames.first[core] && i < frames.end[core];
      rows[at++] = Forest.ordered(within ? 1 : 0);
      int up = 0;
      for (int c = holder;
          !(frames.first[c] <= frames.first[core] && frames.end[c] >= frames.end[core]);
          up++) {
        c = frames.parent[c];
      }
      rows[at++] = Forest.ordered(up);
      rows[at++] = Forest.ordered(mean(core, sums, frames));
      rows[at++] = Forest.ordered(Math.max(0, Math.min(30, frames.first[core] - i)));
      rows[at++] = Forest.ordered(Math.max(0, Math.min(30, i - frames.end[core] + 1)));
      rows[at++] = Forest.ordered(most);
    }
    return rows;
  }

  private void gather(Blocks blocks, float[] p, Sums sums, Frames frames) {
    int size = blocks.size();
    grow(size, frames.size);
    for (int i = 0; i < size; i++) {
      mass[i + 1] = mass[i] + (double) p[i] * blocks.fact(i, Fact.WEIGHT);
    }
    float sum = 0;
    float weight = 0;
    for (int i = 0; i < size; i++) {
      before[i] = weight == 0 ? -1 : sum / weight;
      int w = blocks.fact(i, Fact.WEIGHT);
      sum = FADE * sum + p[i] * w;
      weight = FADE * weight + w;
    }
    sum = 0;
    weight = 0;
    for (int i = size - 1; i >= 0; i--) {
      after[i] = weight == 0 ? -1 : sum / weight;
      int w = blocks.fact(i, Fact.WEIGHT);
      sum = FADE * sum + p[i] * w;
      weight = FADE * weight + w;
    }
    Arrays.fill(setMass, 0, frames.size, 0);
    for (int c = 0; c < frames.size; c++) {
      setMass[frames.set[c]] += mass[frames.end[c]] - mass[frames.first[c]];
    }
    parts(blocks, sums);
    likes(blocks, p, frames);
  }

  /** What the first look thought of what stands under the same heading. */
  private void parts(Blocks blocks, Sums sums) {
    int size = blocks.size();
    int start = 0;
    for (int i = 1; i <= size; i++) {
      boolean heading = i < size && blocks.kind(i) == Kind.HEADING;
      if (heading && blocks.kind(i - 1) == Kind.HEADING) {
        continue;
      }
      if (heading || i == size) {
        float mean =
            (float) ((mass[i] - mass[start]) / Math.max(sums.weight[i] - sums.weight[start], 1));
        Arrays.fill(part, start, i, mean);
        start = i;
      }
    }
  }

  private void likes(Blocks blocks, float[] p, Frames frames) {
    Arrays.fill(likeKeys, 0);
    int mask = likeKeys.length - 1;
    for (int i = 0; i < blocks.size(); i++) {
      int holder = blocks.holder(i) < 0 ? frames.size : blocks.holder(i);
      long key = frames.signature[holder] * 31 + frames.signature[frames.parent[holder]];
      key = (key * 31 + blocks.kind(i).ordinal()) * 0x9e3779b97f4a7c15L | 1;
      int slot = (int) (key >>> 40) & mask;
      while (likeKeys[slot] != 0 && likeKeys[slot] != key) {
        slot = slot + 1 & mask;
      }
      if (likeKeys[slot] == 0) {
        likeKeys[slot] = key;
        likeMass[slot] = 0;
        likeWeight[slot] = 0;
        likeCount[slot] = 0;
      }
      int weight = blocks.fact(i, Fact.WEIGHT);
      likeMass[slot] += (double) p[i] * weight;
      likeWeight[slot] += weight;
      likeCount[slot]++;
      likeSlots[i] = slot;
    }
  }

  /** The container that holds the most main text over what else it holds. */
  private int core(Sums sums, Frames frames) {
    int best = frames.size;
    double most = -Double.MAX_VALUE;
    for (int c = 0; c <= frames.size; c++) {
      int first = frames.first[c];
      int end = frames.end[c];
      double worth = mass[end] - mass[first] - 0.5 * (sums.weight[end] - sums.weight[first]);
      // of equals the inner one, which comes later; the page itself comes last and must be better
      if (c == frames.size ? worth > most : worth >= most) {
        most = worth;
        best = c;
      }
    }
    return best;
  }

  private float mean(int container, Sums sums, Frames frames) {
    int first = frames.first[container];
    int end = frames.end[container];
    return (float) ((mass[end] - mass[first]) / Math.max(sums.weight[end] - sums.weight[first], 1));
  }

  private float ofSet(int container, Frames frames) {
    if (container < 0) {
      return -1;
    }
    int set = frames.set[container];
    return (float) (setMass[set] / Math.max(frames.setWeight[set], 1));
  }

  private void grow(int size, int containers) {
    if (containers >= setMass.length) {
      setMass = new double[Math.max(containers + 1, setMass.length * 2)];
    }
    if (size * 2 > likeKeys.length) {
      int slots = Integer.highestOneBit(size) << 2;
      likeKeys = new long[slots];
      likeMass = new double[slots];
      likeWeight = new int[slots];
      likeCount = new int[slots];
    }
    if (size < before.length) {
      return;
    }
    int capacity = Math.max(size + 1, before.length * 2);
    mass = new double[capacity + 1];
    before = new float[capacity];
    after = new float[capacity];
    part = new float[capacity];
    likeSlots = new int[capacity];
  }
}
