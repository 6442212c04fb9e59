package io.sluice.ingest.html;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.block.Kind;
import io.sluice.ingest.html.tree.Tag;
import java.util.BitSet;

/**
 * Chooses the blocks that are a page's main text.
 *
 * <p>Every block has a score: text in sentences counts for it, links and short labels against it.
 * The container with the greatest sum is the main one: what is worth less than nothing makes a
 * wider container worse than a narrower one. In it, containers of links and blocks of links are
 * left out. Blocks under an unlikely name (a comment list, a cookie notice) take no part unless too
 * little is left without them.
 */
final class MainBlocks {
  /** Main text of less weight than this may be a mistake: unlikely names are then ignored. */
  private static final int LITTLE = 80;

  /** An unlikely name over more than this share of a page's good text is taken for a mistake. */
  private static final double MOST = 0.8;

  /** How much of the best container's score a container within it needs to stand for it. */
  private static final double SAME = 0.85;

  private final Blocks blocks;
  private final Cues.Cue[] cues;
  private final double[] scores;

  MainBlocks(Blocks blocks, Cues names) {
    this.blocks = blocks;
    this.cues = new Cues.Cue[blocks.containers()];
    for (int i = 0; i < cues.length; i++) {
      cues[i] = names.of(blocks.tree(), blocks.containerElement(i));
    }
    this.scores = new double[blocks.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(i);
    }
  }

  /** The score of a block alone. */
  private double score(int block) {
    int weight = blocks.fact(block, Fact.WEIGHT);
    double density = blocks.linkDensity(block);
    Kind kind = blocks.kind(block);
    if (kind == Kind.PRE) {
      return Math.min(weight, 1000);
    }
    if (density > 0.5) {
      return -Math.min(10 + weight * 0.4, 60);
    }
    double plain = Math.min(weight - 2.0 * blocks.fact(block, Fact.LINKED), 1500);
    if (kind == Kind.HEADING) {
      return plain > 0 ? 2 : -5;
    }
    int stops = blocks.fact(block, Fact.STOPS);
    if (stops == 0) {
      return weight < 40 ? -3 : weight < 100 ? 0 : plain * 0.2;
    }
    if (weight < 40) {
      return kind == Kind.ITEM || kind == Kind.ROW ? 2 : -2;
    }
    double rate = Math.min(1.0, stops * 60.0 / weight);
    return plain * (0.3 + 0.7 * rate);
  }

  /** The blocks to keep, by their index. */
  BitSet choose() {
    BitSet unlikely = unlikely();
    BitSet chosen = choose(unlikely);
    if (weight(chosen) < LITTLE && !unlikely.isEmpty()) {
      BitSet all = choose(new BitSet());
      if (weight(all) > weight(chosen) * 2) {
        return all;
      }
    }
    return chosen;
  }

  private int weight(BitSet chosen) {
    return chosen.stream().map(i -> blocks.fact(i, Fact.WEIGHT)).sum();
  }

  private BitSet unlikely() {
    double total = 0;
    double[] good = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      total += Math.max(scores[i], 0);
      good[i + 1] = total;
    }
    BitSet unlikely = new BitSet();
    for (int i = 0; i < cues.length; i++) {
      int first = blocks.firstBlock(i);
      int end = blocks.endBlock(i);
      boolean small = good[end] - good[first] <= MOST * total;
      if (cues[i] == Cues.Cue.FOREIGN || (cues[i] == Cues.Cue.UNLIKELY && small)) {
        unlikely.set(first, end);
      }
    }
    return unlikely;
  }

  private BitSet choose(BitSet unlikely) {
    BitSet left = (BitSet) unlikely.clone();
    for (int i = 0; i < cues.length; i++) {
      if (cues[i] == Cues.Cue.DROP) {
        left.set(blocks.firstBlock(i), blocks.endBlock(i));
      }
    }
    double[] sums = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      sums[i + 1] = sums[i] + (left.get(i) ? 0 : scores[i]);
    }
    int best = best(sums);
    BitSet chosen = new BitSet();
    if (best == Blocks.NONE) {
      return chosen;
    }
    int first = blocks.firstBlock(best);
    int end = blocks.endBlock(best);
    chosen.set(first, end);
    chosen.andNot(left);
    for (int i = 0; i < cues.length; i++) {
      int from = blocks.firstBlock(i);
      int to = blocks.endBlock(i);
      if (i != best && from >= first && to <= end && sums[to] - sums[from] < -8) {
        chosen.clear(from, to);
      }
    }
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Kind kind = blocks.kind(i);
      if (blocks.linkDensity(i) > 0.8 && kind != Kind.HEADING && kind != Kind.PRE) {
        chosen.clear(i);
      }
    }
    return chosen;
  }

  /** The container with the greatest sum; of those nearly as good, the narrowest. */
  private int best(double[] sums) {
    int best = Blocks.NONE;
    double most = 0;
    for (int i = 0; i < cues.length; i++) {
      double sum = sum(i, sums);
      if (isHolder(i) && sum > most) {
        most = sum;
        best = i;
      }
    }
    if (best == Blocks.NONE) {
      return best;
    }
    int narrow = best;
    for (int i = 0; i < cues.length; i++) {
      boolean within =
          blocks.firstBlock(i) >= blocks.firstBlock(narrow)
              && blocks.endBlock(i) <= blocks.endBlock(narrow);
      if (isHolder(i) && within && sum(i, sums) >= SAME * most) {
        narrow = i;
      }
    }
    return narrow;
  }

  /** Whether a container can be the main one: a paragraph or a list item alone is not. */
  private boolean isHolder(int container) {
    return switch (blocks.tree().tag(blocks.containerElement(container))) {
      case Tag.P, Tag.LI, Tag.DT, Tag.DD, Tag.PRE, Tag.BLOCKQUOTE, Tag.CAPTION -> false;
      case Tag.FIGCAPTION, Tag.FIGURE, Tag.SUMMARY, Tag.TR, Tag.CODE -> false;
      case Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6 -> false;
      default -> true;
    };
  }

  private double sum(int container, double[] sums) {
    double sum = sums[blocks.endBlock(container)] - sums[blocks.firstBlock(container)];
    return cues[container] == Cues.Cue.LIKELY && sum > 0 ? sum * 1.1 : sum;
  }
}
