package io.sluice.ingest.html;

import java.util.BitSet;
import java.util.List;

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

  private final List<Block> blocks;
  private final List<Container> containers;
  private final double[] scores;

  MainBlocks(List<Block> blocks, List<Container> containers) {
    this.blocks = blocks;
    this.containers = containers;
    this.scores = new double[blocks.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(blocks.get(i));
    }
  }

  /** The score of a block alone. */
  static double score(Block block) {
    int weight = block.weight();
    double density = block.linkDensity();
    if (block.kind() == Block.Kind.PRE) {
      return Math.min(weight, 1000);
    }
    if (density > 0.5) {
      return -Math.min(10 + weight * 0.4, 60);
    }
    double plain = Math.min(weight - 2.0 * block.linked(), 1500);
    if (block.kind() == Block.Kind.HEADING) {
      return plain > 0 ? 2 : -5;
    }
    if (block.stops() == 0) {
      return weight < 40 ? -3 : weight < 100 ? 0 : plain * 0.2;
    }
    if (weight < 40) {
      return block.kind() == Block.Kind.TEXT ? -2 : 2;
    }
    double rate = Math.min(1.0, block.stops() * 60.0 / weight);
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
    return chosen.stream().map(i -> blocks.get(i).weight()).sum();
  }

  private BitSet unlikely() {
    double total = 0;
    double[] good = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      total += Math.max(scores[i], 0);
      good[i + 1] = total;
    }
    BitSet unlikely = new BitSet();
    for (Container container : containers) {
      boolean small = good[container.end] - good[container.first] <= MOST * total;
      if (container.cue == Cues.Cue.FOREIGN || (container.cue == Cues.Cue.UNLIKELY && small)) {
        unlikely.set(container.first, container.end);
      }
    }
    return unlikely;
  }

  private BitSet choose(BitSet left) {
    double[] sums = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      sums[i + 1] = sums[i] + (left.get(i) ? 0 : scores[i]);
    }
    Container best = best(sums);
    BitSet chosen = new BitSet();
    if (best == null) {
      return chosen;
    }
    chosen.set(best.first, best.end);
    chosen.andNot(left);
    for (Container container : containers) {
      boolean within =
          container.first >= best.first && container.end <= best.end && container != best;
      if (within && sums[container.end] - sums[container.first] < -8) {
        chosen.clear(container.first, container.end);
      }
    }
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Block block = blocks.get(i);
      if (block.linkDensity() > 0.8
          && block.kind() != Block.Kind.HEADING
          && block.kind() != Block.Kind.PRE) {
        chosen.clear(i);
      }
    }
    return chosen;
  }

  /** The container with the greatest sum; of those nearly as good, the narrowest. */
  private Container best(double[] sums) {
    Container best = null;
    double most = 0;
    for (Container container : containers) {
      double sum = sum(container, sums);
      if (container.holder && sum > most) {
        most = sum;
        best = container;
      }
    }
    if (best == null) {
      return null;
    }
    Container narrow = best;
    for (Container container : containers) {
      boolean within = container.first >= narrow.first && container.end <= narrow.end;
      if (container.holder && within && sum(container, sums) >= SAME * most) {
        narrow = container;
      }
    }
    return narrow;
  }

  private static double sum(Container container, double[] sums) {
    double sum = sums[container.end] - sums[container.first];
    return container.cue == Cues.Cue.LIKELY && sum > 0 ? sum * 1.1 : sum;
  }
}
