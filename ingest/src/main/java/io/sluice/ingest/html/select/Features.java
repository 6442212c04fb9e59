package io.sluice.ingest.html.select;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Characters;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.List;

/**
 * The features of each block of a page: a row of numbers a block, as {@link Forest#ordered} has
 * them, one array for all. What they mean stands in {@link #NAMES}, in order.
 */
final class Features {
  /** Names of the features, in the order of a row. */
  static final List<String> NAMES =
      List.of(
          """
          weight density words stopRate ends commas digits upper symbols links images controls breaks
          wordLength last kind level lists quotes tag holderTag same first text textLeast textGreatest
          years numbers separators signs titleShare titleCover formulas textWords
          place before weightBefore weightAfter
          pageBlocks pageWeight pageGood pageDensity pageGoodShare
          sinceHeading headingLevel headingText headingDensity titleAt titleKind
          prevWeight prevDensity prevStops prevKind prevSame
          prev2Weight prev2Density prev2Stops prev2Kind prev2Same
          nextWeight nextDensity nextStops nextKind nextSame
          next2Weight next2Density next2Stops next2Kind next2Same
          goodBefore goodAfter linkedBefore linkedAfter shortBefore shortAfter
          holderWeight holderDensity holderGood holderBlocks holderName
          parentWeight parentDensity parentGood parentBlocks parentName
          sectionWeight sectionDensity sectionGood sectionBlocks sectionMean sectionUp
          up20 density20 share20 place20 up50 density50 share50 place50 up80 density80 share80 place80
          inBest bestUp bestBefore bestAfter bestShare
          setCount setMean setShare setDensity setPlace setWithText setUp setLinkFirst setLinkHead
          cardCount cardMean cardShare cardDensity cardPlace cardWithText cardUp cardLinkFirst
          cardLinkHead cardGood cardBlocks cardLinks
          inlineName inlineTag urlForum pageForum pageComment pageLinks sectionLinks
          nameSum nameLeast nameGreatest nameNearest nameOwn depth
          nav footer aside header form article main item cell figure quote details
          comment forum
          """
              .strip()
              .split("\\s+"));

  /** Numbers in a row. */
  static final int COUNT = NAMES.size();

  private final Sums sums = new Sums();
  private final Frames frames;
  private final NameWords names;
  private final TextWords text;
  private final Signs signs = new Signs();

  private Blocks blocks;
  private int[] rows = new int[0];
  private int at;
  private int urlForum;

  /**
   * @param names weights of words in names of elements
   * @param texts weights of words at the beginnings of blocks
   */
  Features(Lexicon names, Lexicon texts) {
    this.names = new NameWords(names);
    this.frames = new Frames(this.names);
    this.text = new TextWords(texts);
  }

  /**
   * The features of a page's blocks: {@link #COUNT} numbers a block, in the order of blocks; longer
   * than that, and good until the next page.
   *
   * @param url the page's address, or null
   */
  int[] of(Blocks page, String url) {
    blocks = page;
    urlForum = Math.min(NameWords.forumWords(url), 3);
    int size = page.size();
    if (rows.length < size * COUNT) {
      rows = new int[Math.max(size * COUNT, rows.length * 2)];
    }
    sums.read(page);
    frames.read(page, sums);
    takeTitle(page.tree());
    signs.read(page, text, sums);
    int best = best();
    for (int i = 0; i < size; i++) {
      at = i * COUNT;
      own(i);
      place(i);
      around(i);
      containers(i, best);
    }
    return rows;
  }

  /** The sums of the page at hand. */
  Sums sums() {
    return sums;
  }

  /** The containers of the page at hand. */
  Frames frames() {
    return frames;
  }

  private void put(double value) {
    rows[at++] = Forest.ordered((float) value);
  }

  static double log(double value) {
    // as exact as a feature needs: the exponent, and the mantissa as it is
    long bits = Double.doubleToRawLongBits(value + 1);
    return (bits >>> 52) - 1024 + ((bits & 0xfffffffffffffL) | 0x10000000000000L) * 0x1p-52;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private void takeTitle(HtmlTree tree) {
    text.title(tree.source(), 0, 0);
    int node = HtmlTree.DOCUMENT;
    // the title stands in the head, among the first nodes
    for (int seen = 0; node != HtmlTree.NONE && seen < 400; seen++) {
      if (tree.tag(node) == Tag.TITLE && tree.firstChild(node) != HtmlTree.NONE) {
        byte[] title =
            tree.text(tree.firstChild(node)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        text.title(title, 0, title.length);
        return;
      }
      node = tree.next(node, HtmlTree.DOCUMENT);
    }
  }

  /** The container whose blocks are worth most at first sight, the narrowest of nearly equals. */
  private int best() {
    int best = frames.size;
    double most = sums.rough[sums.size];
    for (int c = 0; c < frames.size; c++) {
      double worth = sums.rough[frames.end[c]] - sums.rough[frames.first[c]];
      if (worth > most) {
        most = worth;
        best = c;
      }
    }
    for (int c = 0; c < frames.size; c++) {
      double worth = sums.rough[frames.end[c]] - sums.rough[frames.first[c]];
      boolean within =
          frames.first[c] >= frames.first[best]
              && frames.end[c] <= frames.end[best]
              && frames.end[c] - frames.first[c] > 1;
      if (within && worth >= 0.85 * most) {
        best = c;
      }
    }
    return best;
  }

  private void own(int i) {
    int weight = blocks.fact(i, Fact.WEIGHT);
    int words = blocks.fact(i, Fact.WORDS);
    put(log(weight));
    put(blocks.linkDensity(i));
    put(log(words));
    put(ratio(100.0 * blocks.fact(i, Fact.STOPS), weight));
    put(Math.min(blocks.fact(i, Fact.ENDS), 20));
    put(Math.min(blocks.fact(i, Fact.COMMAS), 20));
    put(ratio(blocks.fact(i, Fact.DIGITS), weight));
    put(ratio(blocks.fact(i, Fact.UPPER), weight));
    put(ratio(blocks.fact(i, Fact.SYMBOLS), weight));
    put(Math.min(blocks.fact(i, Fact.LINKS), 20));
    put(Math.min(blocks.fact(i, Fact.IMAGES), 10));
    put(Math.min(blocks.fact(i, Fact.CONTROLS), 10));
    put(Math.min(blocks.fact(i, Fact.BREAKS), 20));
    put(ratio(weight, words));
    put(lastClass(blocks.fact(i, Fact.LAST)));
    put(blocks.kind(i).ordinal());
    put(blocks.level(i));
    put(blocks.depth(i));
    put(blocks.quotes(i));
    int holder = blocks.holder(i);
    put(tagCode(blocks.element(i)));
    put(holder < 0 ? 0 : tagCode(blocks.containerElement(holder)));
    put(Math.min(signs.same[i], 50));
    put(signs.first[i]);
    put(signs.text[i]);
    put(signs.least[i]);
    put(signs.greatest[i]);
    put(signs.years[i]);
    put(signs.numbers[i]);
    put(signs.separators[i]);
    put(signs.signs[i]);
    put(signs.titleShare[i]);
    put(signs.titleCover[i]);
    put(Math.min(blocks.fact(i, Fact.FORMULAS), 5));
    put(signs.words[i]);
  }

  private int tagCode(int element) {
    return TagCode.of(blocks.tree().tag(element));
  }

  private static int lastClass(int c) {
    int kind = c < 128 ? Characters.ascii(c) : Characters.of(c);
    return (kind & Characters.END) != 0
        ? 4
        : (kind & Characters.STOP) != 0
            ? 3
            : (kind & Characters.LETTER) != 0 ? 2 : (kind & Characters.DIGIT) != 0 ? 1 : 0;
  }

  private void place(int i) {
    int size = sums.size;
    int all = sums.weight[size];
    put((double) i / size);
    put(ratio(sums.weight[i], all));
    put(log(sums.weight[i]));
    put(log(all - sums.weight[i + 1]));
    put(log(size));
    put(log(all));
    put(log(sums.good[size]));
    put(ratio(sums.linked[size], all));
    put(ratio(sums.good[size], all));
    int heading = signs.heading[i];
    put(heading < 0 ? 60 : Math.min(i - heading, 50));
    put(heading < 0 ? 0 : blocks.level(heading));
    put(heading < 0 ? 0 : signs.text[heading]);
    put(
        heading < 0
            ? 0
            : ratio(sums.linked[i] - sums.linked[heading], sums.weight[i] - sums.weight[heading]));
    int title = signs.titleBlock;
    int apart = i - title;
    put(title < 0 ? 0 : apart < 0 ? -log(-apart) : log(apart) + 1);
    put(signs.titleKind);
  }

  private void around(int i) {
    neighbour(i, i - 1);
    neighbour(i, i - 2);
    neighbour(i, i + 1);
    neighbour(i, i + 2);
    put(log(signs.goodBefore[i]));
    put(log(signs.goodAfter[i]));
    put(log(signs.linkedBefore[i]));
    put(log(signs.linkedAfter[i]));
    put(signs.shortBefore[i]);
    put(signs.shortAfter[i]);
  }

  private void neighbour(int i, int other) {
    if (other < 0 || other >= sums.size) {
      put(-1);
      put(0);
      put(0);
      put(-1);
      put(-1);
      return;
    }
    int weight = blocks.fact(other, Fact.WEIGHT);
    put(log(weight));
    put(blocks.linkDensity(other));
    put(ratio(100.0 * blocks.fact(other, Fact.STOPS), weight));
    put(blocks.kind(other).ordinal());
    int mine = frame(i);
    int its = frame(other);
    put(mine == its ? 2 : frames.parent[mine] == frames.parent[its] ? 1 : 0);
  }

  private int frame(int block) {
    int holder = blocks.holder(block);
    return holder < 0 ? frames.size : holder;
  }

  private void containers(int i, int best) {
    int holder = frame(i);
    int parent = frames.parent[holder];
    box(holder);
    put(frames.own[holder]);
    box(parent);
    put(frames.own[parent]);
    int section = frames.section[holder];
    box(section);
    put(log(ratio(weight(section), frames.end[section] - frames.first[section])));
    put(frames.depth[holder] - frames.depth[section]);
    for (int s = 0; s < Frames.SHARES.length; s++) {
      int holding = frames.holding[holder * Frames.SHARES.length + s];
      put(frames.depth[holder] - frames.depth[holding]);
      put(density(holding));
      put(ratio(weight(holding), sums.weight[sums.size]));
      put(ratio(i - frames.first[holding], frames.end[holding] - frames.first[holding]));
    }
    boolean within = i >= frames.first[best] && i < frames.end[best];
    put(within ? 1 : 0);
    int up = 0;
    for (int c = holder;
        !(frames.first[c] <= frames.first[best] && frames.end[c] >= frames.end[best]);
        up++) {
      c = frames.parent[c];
    }
    put(up);
    put(i < frames.first[best] ? log(frames.first[best] - i) : 0);
    put(i >= frames.end[best] ? log(i - frames.end[best]) + 1 : 0);
    put(ratio(weight(best), sums.weight[sums.size]));
    set(holder, frames.repeated[holder]);
    int card = frames.card[holder];
    set(holder, card);
    put(card < 0 ? 0 : log(sums.good[frames.end[card]] - sums.good[frames.first[card]]));
    put(card < 0 ? 0 : log(frames.end[card] - frames.first[card]));
    put(card < 0 ? 0 : linkShare(card));
    inline(i);
    put(urlForum);
    put(log(frames.forums));
    put(ratio(frames.comments, sums.good[sums.size]));
    put(ratio(sums.links[sums.size], sums.size));
    put(linkShare(section));
    put(frames.sum[holder]);
    put(frames.least[holder]);
    put(frames.greatest[holder]);
    put(frames.nearest[holder]);
    put(frames.own[holder]);
    put(frames.depth[holder]);
    int around = frames.around[holder];
    for (int mark = Frames.NAV; mark <= Frames.FORUM; mark <<= 1) {
      put((around & mark) != 0 ? 1 : 0);
    }
  }

  /**
   * The names of the elements in the line that hold the block's beginning, and the outermost's tag.
   */
  private void inline(int i) {
    HtmlTree tree = blocks.tree();
    int end = blocks.endLeaf(i);
    int leaf = blocks.firstLeaf(i);
    while (leaf < end && blocks.leafKind(leaf) > io.sluice.ingest.html.block.Leaf.DECODED) {
      leaf++;
    }
    float sum = 0;
    int tag = 0;
    if (leaf < end) {
      int element = blocks.element(i);
      int node = tree.parent(blocks.leafNode(leaf));
      for (int up = 0; up < 4 && node > HtmlTree.DOCUMENT && node != element; up++) {
        sum += names.weigh(tree, node);
        tag = TagCode.inLine(tree.tag(node));
        node = tree.parent(node);
      }
    }
    put(sum);
    put(tag);
  }

  private double linkShare(int container) {
    int links = sums.links[frames.end[container]] - sums.links[frames.first[container]];
    return ratio(links, frames.end[container] - frames.first[container]);
  }

  private int weight(int container) {
    return sums.weight[frames.end[container]] - sums.weight[frames.first[container]];
  }

  private double density(int container) {
    int linked = sums.linked[frames.end[container]] - sums.linked[frames.first[container]];
    return ratio(linked, weight(container));
  }

  private void box(int container) {
    int first = frames.first[container];
    int end = frames.end[container];
    int weight = sums.weight[end] - sums.weight[first];
    put(log(weight));
    put(ratio(sums.linked[end] - sums.linked[first], weight));
    put(ratio(sums.good[end] - sums.good[first], weight));
    put(log(end - first));
  }

  private void set(int holder, int container) {
    if (container < 0) {
      for (int k = 0; k < 9; k++) {
        put(-1);
      }
      return;
    }
    int set = frames.set[container];
    int count = frames.setCount[set];
    put(log(count));
    put(log((double) frames.setGood[set] / count));
    put(ratio(frames.setGood[set], sums.good[sums.size]));
    put(ratio(frames.setLinked[set], frames.setWeight[set]));
    put((double) frames.place[container] / count);
    put((double) frames.setWithText[set] / count);
    put(frames.depth[holder] - frames.depth[container]);
    put((double) frames.setLinkFirst[set] / count);
    put((double) frames.setLinkHead[set] / count);
  }
}
