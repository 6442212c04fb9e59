package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Arrays;

/**
 * What is known of a page's containers: their names' weights, alone and along the way from the
 * root; kinds of elements around them; the near ancestors that hold much; and how often their like
 * stands beside them, as posts of a thread and cards of a list do.
 */
final class Frames {
  static final int NAV = 1;
  static final int FOOTER = 2;
  static final int ASIDE = 4;
  static final int HEADER = 8;
  static final int FORM = 16;
  static final int ARTICLE = 32;
  static final int MAIN = 64;
  static final int ITEM = 128;
  static final int CELL = 256;
  static final int FIGURE = 512;
  static final int QUOTE = 1024;
  static final int DETAILS = 2048;
  static final int COMMENT = 4096;
  static final int FORUM = 8192;

  /** Shares of the page's good text that {@link #holding} tells the nearest holders of. */
  static final double[] SHARES = {0.2, 0.5, 0.8};

  /** Number of containers; the number itself stands for the whole page, which holds them all. */
  int size;

  int[] parent = new int[256];
  int[] first = new int[256];
  int[] end = new int[256];
  int[] depth = new int[256];
  int[] around = new int[256];
  float[] own = new float[256];
  float[] nearest = new float[256];
  float[] sum = new float[256];
  float[] least = new float[256];
  float[] greatest = new float[256];

  /** The nearest container, itself or around it, that holds four blocks or more. */
  int[] section = new int[256];

  /** The nearest that holds these shares of the good text, a container after the other. */
  int[] holding = new int[256 * SHARES.length];

  /** The nearest that has its like beside it, whatever it holds; -1 for none. */
  int[] repeated = new int[256];

  /** The nearest that has its like beside it and holds two blocks or more; -1 for none. */
  int[] card = new int[256];

  /** A hash of the container's tag and class, numbers left out. */
  long[] signature = new long[256];

  /** The set of siblings with the same tag and class that a container belongs to. */
  int[] set = new int[256];

  /** Place within its set, from 0. */
  int[] place = new int[256];

  int[] setCount = new int[256];
  int[] setGood = new int[256];
  int[] setWeight = new int[256];
  int[] setLinked = new int[256];
  int[] setWithText = new int[256];

  /** Members that begin with a link. */
  int[] setLinkFirst = new int[256];

  /** Members that hold a heading that is a link. */
  int[] setLinkHead = new int[256];

  private int sets;
  private long[] setKeys = new long[1024];
  private int[] setSlots = new int[1024];

  /** Containers named as part of a forum. */
  int forums;

  /** Good text in containers named as comments. */
  int comments;

  private final NameWords names;

  Frames(NameWords names) {
    this.names = names;
  }

  void read(Blocks blocks, Sums sums) {
    size = blocks.containers();
    grow();
    HtmlTree tree = blocks.tree();
    int all = sums.good[sums.size];
    sets = 0;
    forums = 0;
    comments = 0;
    Arrays.fill(setKeys, 0);
    readRoot(blocks.size());
    for (int c = 0; c < size; c++) {
      int up = blocks.containerParent(c);
      up = up < 0 ? size : up;
      parent[c] = up;
      int element = blocks.containerElement(c);
      int from = blocks.firstBlock(c);
      int to = blocks.endBlock(c);
      first[c] = from;
      end[c] = to;
      float named = names.weigh(tree, element);
      own[c] = named;
      depth[c] = depth[up] + 1;
      around[c] = around[up] | mark(tree.tag(element)) | names.kinds() * COMMENT;
      forums += (names.kinds() & NameWords.FORUM) != 0 ? 1 : 0;
      nearest[c] = named != 0 ? named : nearest[up];
      sum[c] = named + sum[up];
      least[c] = Math.min(named, least[up]);
      greatest[c] = Math.max(named, greatest[up]);
      section[c] = to - from >= 4 ? c : section[up];
      int good = sums.good[to] - sums.good[from];
      for (int s = 0; s < SHARES.length; s++) {
        int at = c * SHARES.length + s;
        holding[at] = good >= SHARES[s] * all ? c : holding[up * SHARES.length + s];
      }
      if ((around[c] & ~around[up] & COMMENT) != 0) {
        comments += good;
      }
      signature[c] = names.signature();
      join(c, up, good, sums);
    }
    for (int c = 0; c < size; c++) {
      boolean many = setCount[set[c]] > 1;
      repeated[c] = many ? c : repeated[parent[c]];
      card[c] = many && end[c] - first[c] > 1 ? c : card[parent[c]];
    }
  }

  private void readRoot(int blocks) {
    int root = size;
    parent[root] = root;
    first[root] = 0;
    end[root] = blocks;
    own[root] = 0;
    signature[root] = 0;
    depth[root] = 0;
    around[root] = 0;
    nearest[root] = 0;
    sum[root] = 0;
    least[root] = 0;
    greatest[root] = 0;
    section[root] = root;
    repeated[root] = -1;
    card[root] = -1;
    Arrays.fill(holding, root * SHARES.length, (root + 1) * SHARES.length, root);
  }

  private void join(int c, int up, int good, Sums sums) {
    long key = (signature[c] ^ (up + 2L) * 0x9e3779b97f4a7c15L) | 1;
    int mask = setKeys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (setKeys[slot] != 0 && setKeys[slot] != key) {
      slot = slot + 1 & mask;
    }
    if (setKeys[slot] == 0) {
      setKeys[slot] = key;
      setSlots[slot] = sets;
      setCount[sets] = 0;
      setGood[sets] = 0;
      setWeight[sets] = 0;
      setLinked[sets] = 0;
      setWithText[sets] = 0;
      setLinkFirst[sets] = 0;
      setLinkHead[sets] = 0;
      sets++;
    }
    int to = setSlots[slot];
    set[c] = to;
    place[c] = setCount[to]++;
    setGood[to] += good;
    setWeight[to] += sums.weight[end[c]] - sums.weight[first[c]];
    setLinked[to] += sums.linked[end[c]] - sums.linked[first[c]];
    setWithText[to] += good >= 40 ? 1 : 0;
    setLinkFirst[to] += sums.links[first[c] + 1] - sums.links[first[c]];
    setLinkHead[to] += sums.linkHeads[end[c]] > sums.linkHeads[first[c]] ? 1 : 0;
  }

  private static int mark(int tag) {
    return switch (tag) {
      case Tag.NAV, Tag.MENU -> NAV;
      case Tag.FOOTER -> FOOTER;
      case Tag.ASIDE -> ASIDE;
      case Tag.HEADER -> HEADER;
      case Tag.FORM, Tag.FIELDSET -> FORM;
      case Tag.ARTICLE -> ARTICLE;
      case Tag.MAIN -> MAIN;
      case Tag.LI -> ITEM;
      case Tag.TD, Tag.TH -> CELL;
      case Tag.FIGURE -> FIGURE;
      case Tag.BLOCKQUOTE -> QUOTE;
      case Tag.DETAILS, Tag.DIALOG -> DETAILS;
      default -> 0;
    };
  }

  private void grow() {
    if (size * 2 > setKeys.length) {
      int slots = Integer.highestOneBit(size) << 2;
      setKeys = new long[slots];
      setSlots = new int[slots];
    }
    if (size < depth.length) {
      return;
    }
    int capacity = Math.max(size + 1, depth.length * 2);
    parent = new int[capacity];
    first = new int[capacity];
    end = new int[capacity];
    depth = new int[capacity];
    around = new int[capacity];
    own = new float[capacity];
    nearest = new float[capacity];
    sum = new float[capacity];
    least = new float[capacity];
    greatest = new float[capacity];
    section = new int[capacity];
    holding = new int[capacity * SHARES.length];
    repeated = new int[capacity];
    card = new int[capacity];
    set = new int[capacity];
    signature = new long[capacity];
    place = new int[capacity];
    setCount = new int[capacity];
    setGood = new int[capacity];
    setWeight = new int[capacity];
    setLinked = new int[capacity];
    setWithText = new int[capacity];
    setLinkFirst = new int[capacity];
    setLinkHead = new int[capacity];
  }
}
