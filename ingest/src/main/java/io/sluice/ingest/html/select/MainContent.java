package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.block.Kind;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Chooses the blocks of a page that are its main content.
 *
 * <p>A forest gives each block the probability of being main content by its own features; a second
 * one corrects it by what the first thought of the blocks around. Of all sets of blocks the one
 * with the greatest expected F1 is chosen (blocks counted by their words), so that a page on which
 * the model is unsure is cut less sharply than one on which it is sure.
 *
 * <p>Make one a thread; it is not safe for several.
 */
public final class MainContent {
  /** Probabilities are told apart this finely when blocks are chosen. */
  private static final int STEPS = 1024;

  /** Blocks less probable than this need no second look. */
  private static final float DULL = 0.008f;

  /** Where no block is as probable as this, there is no main content; nor is a single word. */
  private static final float LEAST = 0.2f;

  /** Least probability of a block that is taken because what belongs to it is. */
  private static final float MENDED = 0.25f;

  /** A comment's text must weigh this much to be taken where comments are wanted. */
  private static final int SAID = 10;

  private final Model model;
  private final boolean comments;
  private final Features features;
  private final Context context;
  private final double[] gain = new double[STEPS];
  private final double[] words = new double[STEPS];

  private float[] first = new float[256];
  private float[] second = new float[256];

  /**
   * With the model that the project comes with.
   *
   * @param comments whether readers' comments are main content too; posts of a forum always are
   */
  public MainContent(boolean comments) {
    this(Model.shipped(), comments);
  }

  MainContent(Model model, boolean comments) {
    this.model = model;
    this.comments = comments;
    this.features = new Features(model.names(), model.texts());
    this.context = new Context(features);
  }

  /**
   * The blocks of a page that are its main content, by their numbers; none where it has no text.
   *
   * @param url the page's address, whose words may tell that it is a forum's; or null
   */
  public BitSet choose(Blocks blocks, String url) {
    int size = blocks.size();
    if (size == 0) {
      return new BitSet();
    }
    float[] p = probabilities(blocks, url);
    BitSet chosen = mostExpected(blocks, p);
    mend(blocks, p, chosen);
    if (isLinksAlone(blocks, chosen)) {
      chosen.clear();
    }
    if (comments) {
      addComments(blocks, chosen);
    }
    return chosen;
  }

  /** The probability of each block to be main content; good until the next page. */
  float[] probabilities(Blocks blocks, String url) {
    int size = blocks.size();
    if (first.length < size) {
      first = new float[Math.max(size, first.length * 2)];
      second = new float[first.length];
    }
    int[] rows = features.of(blocks, url);
    for (int i = 0; i < size; i++) {
      first[i] = Forest.probability(model.first().score(rows, i * Features.COUNT));
    }
    int[] wide = context.of(blocks, rows, first);
    int width = Features.COUNT + Context.NAMES.size();
    for (int i = 0; i < size; i++) {
      second[i] =
          first[i] < DULL ? first[i] : Forest.probability(model.second().score(wide, i * width));
    }
    return second;
  }

  /**
   * The set with the greatest expected F1. It holds the blocks with the greatest probabilities,
   * down to one: if s of the words are chosen, and of them h are expected to be main content, of
   * which there are t in all, it is 2h / (s + t).
   */
  private BitSet mostExpected(Blocks blocks, float[] p) {
    int size = blocks.size();
    Arrays.fill(gain, 0);
    Arrays.fill(words, 0);
    double total = 0;
    for (int i = 0; i < size; i++) {
      int said = Math.max(blocks.fact(i, Fact.WORDS), 1);
      int step = step(p[i]);
      gain[step] += (double) said * p[i];
      words[step] += said;
      total += (double) said * p[i];
    }
    double hit = 0;
    double taken = 0;
    double best = -1;
    int lowest = STEPS;
    int highest = -1;
    double most = 0;
    for (int step = STEPS - 1; step >= 0; step--) {
      if (words[step] == 0) {
        continue;
      }
      highest = Math.max(highest, step);
      hit += gain[step];
      taken += words[step];
      double f = 2 * hit / (taken + total);
      if (f > best) {
        best = f;
        lowest = step;
        most = taken;
      }
    }
    BitSet chosen = new BitSet(size);
    lowest = highest < step(LEAST) || most < 2 ? STEPS : lowest;
    for (int i = 0; i < size; i++) {
      chosen.set(i, step(p[i]) >= lowest);
    }
    return chosen;
  }

  /**
   * Takes what belongs to what is chosen: headings whose text is, and the rest of lists and tables
   * of which most is.
   */
  private static void mend(Blocks blocks, float[] p, BitSet chosen) {
    int size = blocks.size();
    int end;
    for (int start = 0; start < size; start = end) {
      int group = blocks.group(start);
      end = start + 1;
      if (group == 0) {
        continue;
      }
      long in = chosen.get(start) ? blocks.fact(start, Fact.WEIGHT) : 0;
      long all = blocks.fact(start, Fact.WEIGHT);
      while (end < size && blocks.group(end) == group) {
        int weight = blocks.fact(end, Fact.WEIGHT);
        in += chosen.get(end) ? weight : 0;
        all += weight;
        end++;
      }
      if (4 * in > 3 * all) {
        for (int i = start; i < end; i++) {
          chosen.set(i, chosen.get(i) || (p[i] > MENDED && blocks.linkDensity(i) < 0.5));
        }
      }
    }
    for (int i = size - 2; i >= 0; i--) {
      if (blocks.kind(i) == Kind.HEADING && chosen.get(i + 1) && p[i] > MENDED) {
        chosen.set(i);
      }
    }
  }

  /** Whether what is chosen is links and no sentence: an index, which has no text of its own. */
  private static boolean isLinksAlone(Blocks blocks, BitSet chosen) {
    long weight = 0;
    long linked = 0;
    long ends = 0;
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      weight += blocks.fact(i, Fact.WEIGHT);
      linked += blocks.fact(i, Fact.LINKED);
      ends += blocks.fact(i, Fact.ENDS);
    }
    return ends == 0 && 20 * linked > 19 * weight;
  }

  private static int step(float p) {
    return Math.min((int) (p * STEPS), STEPS - 1);
  }

  private void addComments(Blocks blocks, BitSet chosen) {
    Frames frames = features.frames();
    for (int i = 0; i < blocks.size(); i++) {
      int holder = blocks.holder(i);
      boolean within = holder >= 0 && (frames.around[holder] & Frames.COMMENT) != 0;
      boolean form = holder >= 0 && (frames.around[holder] & Frames.FORM) != 0;
      if (within && !form && blocks.linkDensity(i) < 0.3 && blocks.fact(i, Fact.STOPS) > 0) {
        chosen.set(i, chosen.get(i) || blocks.fact(i, Fact.WEIGHT) >= SAID);
      }
    }
  }
}
