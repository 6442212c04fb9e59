package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlTree;
import java.util.Arrays;

/**
 * A page's text as blocks in document order, and the elements that hold them, in flat arrays that
 * are used again for the next page. A block is a number from 0 to {@link #size()}, a container a
 * number from 0 to {@link #containers()}; each block is a run of leaves.
 *
 * <p>Containers are the block-level elements that hold at least one block, in document order: each
 * comes after those it stands in.
 */
public final class Blocks {
  /** No container. */
  public static final int NONE = -1;

  private HtmlTree tree;

  private int blocks;
  private byte[] kinds = new byte[256];
  private int[] elements = new int[256];
  private int[] holders = new int[256];
  private int[] groups = new int[256];
  private byte[] levels = new byte[256];
  private byte[] depths = new byte[256];
  private byte[] quotes = new byte[256];
  private int[] numbers = new int[256];
  private int[] leafEnds = new int[256];
  private int[] facts = new int[256 * Fact.COUNT];

  private int containers;
  private int[] containerElements = new int[256];
  private int[] containerParents = new int[256];
  private int[] containerFirsts = new int[256];
  private int[] containerEnds = new int[256];

  private int leaves;
  private byte[] leafKinds = new byte[1024];
  private int[] leafNodes = new int[1024];
  private int[] leafStarts = new int[1024];
  private int[] leafStops = new int[1024];

  private int sideLength;
  private byte[] side = new byte[4096];

  // ---- what readers ask ----

  /** Number of blocks. */
  public int size() {
    return blocks;
  }

  /** The tree that the blocks are of. */
  public HtmlTree tree() {
    return tree;
  }

  public Kind kind(int block) {
    return Kind.of(kinds[block]);
  }

  /** The element that makes it a block: the heading, list item, row, or whatever holds the text. */
  public int element(int block) {
    return elements[block];
  }

  /** The innermost container; {@link #NONE} only where text stands outside all elements. */
  public int holder(int block) {
    return holders[block];
  }

  /** The outermost list, or the table, that the block belongs to, from 1; 0 for none. */
  public int group(int block) {
    return groups[block];
  }

  /** Level of a heading, 1 to 6; 0 for other kinds. */
  public int level(int block) {
    return levels[block];
  }

  /** How many lists it stands in, up to 100. */
  public int depth(int block) {
    return depths[block];
  }

  /** How many block quotations it stands in, up to 100. */
  public int quotes(int block) {
    return quotes[block];
  }

  /** The number of an item of an ordered list; -1 of all others. */
  public int number(int block) {
    return numbers[block];
  }

  /** A count of {@link Fact}. */
  public int fact(int block, int fact) {
    return facts[block * Fact.COUNT + fact];
  }

  /** Share of the weight in links, 0..1. */
  public double linkDensity(int block) {
    int weight = fact(block, Fact.WEIGHT);
    return weight == 0 ? 0 : (double) fact(block, Fact.LINKED) / weight;
  }

  /** Number of containers. */
  public int containers() {
    return containers;
  }

  /** The container's element. */
  public int containerElement(int container) {
    return containerElements[container];
  }

  /** The container that holds this one, or {@link #NONE}. */
  public int containerParent(int container) {
    return containerParents[container];
  }

  /** The first block in it. */
  public int firstBlock(int container) {
    return containerFirsts[container];
  }

  /** One past the last block in it. */
  public int endBlock(int container) {
    return containerEnds[container];
  }

  /** The block's first leaf. */
  public int firstLeaf(int block) {
    return block == 0 ? 0 : leafEnds[block - 1];
  }

  /** One past the block's last leaf. */
  public int endLeaf(int block) {
    return leafEnds[block];
  }

  /** What a leaf is: a number of {@link Leaf}. */
  public int leafKind(int leaf) {
    return leafKinds[leaf];
  }

  /** The leaf's node: a text, or the element that a mark stands for. */
  public int leafNode(int leaf) {
    return leafNodes[leaf];
  }

  /** First byte of what a leaf says. */
  public int leafStart(int leaf) {
    return leafStarts[leaf];
  }

  /** One past the last byte of what a leaf says. */
  public int leafEnd(int leaf) {
    return leafStops[leaf];
  }

  /** Bytes of decoded texts and of formulas. */
  public byte[] side() {
    return side;
  }

  // ---- what the walk does ----

  void begin(HtmlTree of) {
    tree = of;
    blocks = 0;
    containers = 0;
    leaves = 0;
    sideLength = 0;
    Arrays.fill(facts, 0, Fact.COUNT, 0);
  }

  /** Adds to a count of the block that is being gathered. */
  void count(int fact, int more) {
    facts[blocks * Fact.COUNT + fact] += more;
  }

  /** A count of the block that is being gathered. */
  int pending(int fact) {
    return facts[blocks * Fact.COUNT + fact];
  }

  /** The counts, and where in them the block that is being gathered has its own. */
  int[] facts() {
    return facts;
  }

  int pendingFacts() {
    return blocks * Fact.COUNT;
  }

  void addLeaf(int kind, int node, int start, int end) {
    if (leaves == leafKinds.length) {
      int capacity = leaves * 2;
      leafKinds = Arrays.copyOf(leafKinds, capacity);
      leafNodes = Arrays.copyOf(leafNodes, capacity);
      leafStarts = Arrays.copyOf(leafStarts, capacity);
      leafStops = Arrays.copyOf(leafStops, capacity);
    }
    leafKinds[leaves] = (byte) kind;
    leafNodes[leaves] = node;
    leafStarts[leaves] = start;
    leafStops[leaves++] = end;
  }

  /** Whether the block that is being gathered has no leaves. */
  boolean noLeaves() {
    return leaves == firstLeaf(blocks);
  }

  /** Forgets the leaves that are in no block yet. */
  void dropLeaves() {
    leaves = firstLeaf(blocks);
  }

  /** Number of leaves, those in no block yet included. */
  int leaves() {
    return leaves;
  }

  /** Forgets leaves from one on. */
  void cutLeaves(int from) {
    leaves = from;
  }

  /** Where the next {@link #addSide} will put its bytes. */
  int sideLength() {
    return sideLength;
  }

  void addSide(byte[] bytes) {
    if (sideLength + bytes.length > side.length) {
      side = Arrays.copyOf(side, Math.max(side.length * 2, sideLength + bytes.length));
    }
    System.arraycopy(bytes, 0, side, sideLength, bytes.length);
    sideLength += bytes.length;
  }

  /** Adds a text node's decoded text. */
  void addSideText(int node) {
    int room = sideLength + tree.room(node);
    if (room > side.length) {
      side = Arrays.copyOf(side, Math.max(side.length * 2, room));
    }
    sideLength = tree.text(node, side, sideLength);
  }

  /** Makes the leaves gathered since the last block a block. */
  void addBlock(Kind kind, int element, int holder, int group, int level, int number) {
    int block = blocks++;
    kinds[block] = (byte) kind.ordinal();
    elements[block] = element;
    holders[block] = holder;
    groups[block] = group;
    levels[block] = (byte) level;
    numbers[block] = number;
    leafEnds[block] = leaves;
    if (blocks == kinds.length) {
      growBlocks();
    }
    Arrays.fill(facts, blocks * Fact.COUNT, (blocks + 1) * Fact.COUNT, 0);
  }

  /** Says how deep the newest block stands. */
  void nest(int depth, int quoteDepth) {
    depths[blocks - 1] = (byte) Math.min(depth, 100);
    quotes[blocks - 1] = (byte) Math.min(quoteDepth, 100);
  }

  private void growBlocks() {
    int capacity = kinds.length * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    elements = Arrays.copyOf(elements, capacity);
    holders = Arrays.copyOf(holders, capacity);
    groups = Arrays.copyOf(groups, capacity);
    levels = Arrays.copyOf(levels, capacity);
    depths = Arrays.copyOf(depths, capacity);
    quotes = Arrays.copyOf(quotes, capacity);
    numbers = Arrays.copyOf(numbers, capacity);
    leafEnds = Arrays.copyOf(leafEnds, capacity);
    facts = Arrays.copyOf(facts, capacity * Fact.COUNT);
  }

  /** Opens a container; gives its number. */
  int openContainer(int element, int parent) {
    if (containers == containerElements.length) {
      int capacity = containers * 2;
      containerElements = Arrays.copyOf(containerElements, capacity);
      containerParents = Arrays.copyOf(containerParents, capacity);
      containerFirsts = Arrays.copyOf(containerFirsts, capacity);
      containerEnds = Arrays.copyOf(containerEnds, capacity);
    }
    containerElements[containers] = element;
    containerParents[containers] = parent;
    containerFirsts[containers] = blocks;
    return containers++;
  }

  /** Closes a container, and forgets it where it holds no block; gives the one around it. */
  int closeContainer(int container) {
    if (containerFirsts[container] == blocks) {
      containers = container;
    } else {
      containerEnds[container] = blocks;
    }
    return containerParents[container];
  }
}
