package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.block.Kind;

/** Running sums of the counts of a page's blocks: those of any run of blocks are a difference. */
final class Sums {
  /** Weight of text that is read as sentences; see {@link #goodOf}. */
  int[] good = new int[257];

  int[] weight = new int[257];
  int[] linked = new int[257];
  int[] stops = new int[257];

  /** Blocks that are links, or next to nothing else. */
  int[] links = new int[257];

  /** Headings among them. */
  int[] linkHeads = new int[257];

  /** Sums the rough worth of blocks: {@link #roughOf}. */
  double[] rough = new double[257];

  int size;

  void read(Blocks blocks) {
    size = blocks.size();
    if (good.length <= size) {
      int capacity = Math.max(size + 1, good.length * 2);
      good = new int[capacity];
      weight = new int[capacity];
      linked = new int[capacity];
      stops = new int[capacity];
      links = new int[capacity];
      linkHeads = new int[capacity];
      rough = new double[capacity];
    }
    for (int i = 0; i < size; i++) {
      int w = blocks.fact(i, Fact.WEIGHT);
      int l = blocks.fact(i, Fact.LINKED);
      int s = blocks.fact(i, Fact.STOPS);
      boolean pre = blocks.kind(i) == Kind.PRE;
      int g = goodOf(w, l, s, pre);
      weight[i + 1] = weight[i] + w;
      linked[i + 1] = linked[i] + l;
      stops[i + 1] = stops[i] + s;
      good[i + 1] = good[i] + g;
      boolean link = l > 0.8 * w;
      links[i + 1] = links[i] + (link ? 1 : 0);
      linkHeads[i + 1] = linkHeads[i] + (link && blocks.kind(i) == Kind.HEADING ? 1 : 0);
      rough[i + 1] = rough[i] + roughOf(w, l, s, g, blocks.kind(i));
    }
  }

  /** The weight of a block's text if it reads as sentences or code, less what stands in links. */
  static int goodOf(int weight, int linked, int stops, boolean pre) {
    if (pre) {
      return weight;
    }
    return stops == 0 || weight < 20 ? 0 : Math.max(0, weight - 2 * linked);
  }

  /** A first guess at what a block is worth as main text: for sentences, against links. */
  private static double roughOf(int weight, int linked, int stops, int good, Kind kind) {
    if (kind == Kind.PRE) {
      return Math.min(weight, 1000);
    }
    if (2 * linked > weight) {
      return -Math.min(10 + weight * 0.4, 60);
    }
    if (kind == Kind.HEADING) {
      return 2;
    }
    if (good == 0) {
      return weight < 40 ? -2 : 0;
    }
    return Math.min(good, 1500) * (0.3 + 0.7 * Math.min(1.0, stops * 60.0 / weight));
  }
}
