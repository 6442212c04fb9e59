package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlTree;
import java.nio.charset.StandardCharsets;

/** Gathers the leaves of the block at hand, and counts what they hold. */
final class Flow {
  private static final int[] OPENERS = {
    Leaf.STRONG, Leaf.EMPHASIS, Leaf.CODE, Leaf.LINK, Leaf.SUPER
  };

  /** Text of lines: white space is a gap. */
  static final int LINES = 0;

  /** Preformatted text. */
  static final int VERBATIM = 1;

  /** Preformatted text in elements of their own, between which white space is nothing. */
  static final int SOFT = 2;

  private final Blocks blocks;
  private final TextScan scan = new TextScan();
  private HtmlTree tree;

  // how many elements of each kind in OPENERS are open, and the newest of them
  private final int[] open = new int[OPENERS.length];
  private final int[] openNodes = new int[OPENERS.length];
  private boolean visible;
  private boolean lineStart;
  private boolean rowHasLines;
  // where the leaves of the line at hand begin, and whether any of them is to be seen
  private int lineLeaf;
  private boolean lineVisible;
  private boolean soft;
  private int firstNode;

  Flow(Blocks blocks) {
    this.blocks = blocks;
  }

  void begin(HtmlTree of) {
    tree = of;
    java.util.Arrays.fill(open, 0);
    clear();
  }

  private void clear() {
    visible = false;
    lineStart = true;
    rowHasLines = false;
    lineLeaf = blocks.leaves();
    lineVisible = false;
    soft = false;
    firstNode = HtmlTree.NONE;
    scan.space();
  }

  /** Whether there is anything to see. */
  boolean isVisible() {
    return visible;
  }

  /** Whether nothing stands in the line at hand. */
  boolean atLineStart() {
    return lineStart;
  }

  /** The node of the first visible leaf. */
  int firstNode() {
    return firstNode;
  }

  boolean inLink() {
    return open[3] > 0;
  }

  /** Adds a text node. */
  void text(int node, int mode) {
    byte[] bytes = tree.source();
    int start = tree.start(node);
    int end = tree.end(node);
    int kind = Leaf.TEXT;
    if (tree.encoded(node)) {
      kind = Leaf.DECODED;
      start = blocks.sideLength();
      blocks.addSideText(node);
      bytes = blocks.side();
      end = blocks.sideLength();
    }
    soft = mode == SOFT;
    if (soft) {
      start = softStart(bytes, start, end);
    }
    if (start == end) {
      return;
    }
    boolean verbatim = mode != LINES;
    if (!visible && !verbatim && isBlank(bytes, start, end)) {
      return;
    }
    int weight = scan.add(bytes, start, end, inLink(), blocks.facts(), blocks.pendingFacts());
    if (verbatim) {
      blocks.addLeaf(kind, node, start, end);
      lineStart = bytes[end - 1] == '\n' || bytes[end - 1] == '\r';
      rowHasLines = true;
    } else if (weight > 0) {
      blocks.addLeaf(kind, node, start, end);
      lineStart = false;
    } else {
      blocks.addLeaf(Leaf.GAP, node, 0, 0);
    }
    if (weight > 0) {
      see(node);
    }
  }

  /** Leaves out white space up to the last line end, where nothing or a new line stands before. */
  private int softStart(byte[] bytes, int start, int end) {
    int from = start;
    int i = start;
    while (i < end && bytes[i] >= 0 && bytes[i] <= ' ') {
      if (bytes[i++] == '\n') {
        from = i;
      }
    }
    if (i == end && from > start) {
      return end;
    }
    return lineStart && from > start ? i : start;
  }

  private void see(int node) {
    lineVisible = true;
    if (!visible) {
      visible = true;
      firstNode = node;
    }
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** A gap between words. */
  void gap() {
    scan.space();
    if (visible) {
      blocks.addLeaf(Leaf.GAP, HtmlTree.NONE, 0, 0);
    }
  }

  /** A line break. */
  void lineBreak() {
    if (soft && !lineVisible) {
      // a space that only holds an empty line open
      blocks.cutLeaves(lineLeaf);
    }
    scan.space();
    blocks.count(Fact.BREAKS, 1);
    blocks.addLeaf(Leaf.BREAK, HtmlTree.NONE, 0, 0);
    lineStart = true;
    rowHasLines = true;
    lineLeaf = blocks.leaves();
    lineVisible = false;
  }

  /** Where a line of preformatted text must begin: a break, unless the line is new. */
  void freshLine() {
    if (!lineStart) {
      lineBreak();
    }
  }

  /** Begins an element that shows as a line even where nothing stands in it. */
  void beginRow() {
    freshLine();
    rowHasLines = false;
  }

  void endRow() {
    if (!rowHasLines || !lineStart) {
      lineBreak();
    }
  }

  /** The beginning of a table cell. */
  void cell(int node) {
    scan.space();
    blocks.addLeaf(Leaf.CELL, node, 0, 0);
  }

  /** A formula in TeX, without delimiters. */
  void formula(int node, String tex, boolean display) {
    int start = blocks.sideLength();
    blocks.addSide(tex.getBytes(StandardCharsets.UTF_8));
    int end = blocks.sideLength();
    int weight =
        scan.add(blocks.side(), start, end, inLink(), blocks.facts(), blocks.pendingFacts());
    if (weight == 0) {
      return;
    }
    blocks.count(Fact.FORMULAS, 1);
    blocks.addLeaf(display ? Leaf.DISPLAY : Leaf.FORMULA, node, start, end);
    lineStart = display;
    see(node);
  }

  /** The beginning of an inline element: STRONG, EMPHASIS, CODE, LINK or SUPER of {@link Leaf}. */
  void open(int leaf, int node) {
    int slot = slot(leaf);
    openNodes[slot] = node;
    if (open[slot]++ == 0) {
      blocks.addLeaf(leaf, node, 0, 0);
    }
  }

  /** Its end. */
  void close(int leaf, int node) {
    int slot = slot(leaf);
    if (--open[slot] == 0) {
      blocks.addLeaf(leaf + 1, node, 0, 0);
    }
  }

  private static int slot(int leaf) {
    return switch (leaf) {
      case Leaf.STRONG -> 0;
      case Leaf.EMPHASIS -> 1;
      case Leaf.CODE -> 2;
      case Leaf.LINK -> 3;
      default -> 4;
    };
  }

  /** Forgets what is not to be seen, and begins the next block within the open inline elements. */
  void restart() {
    blocks.dropLeaves();
    clear();
    for (int slot = 0; slot < open.length; slot++) {
      if (open[slot] > 0) {
        blocks.addLeaf(OPENERS[slot], openNodes[slot], 0, 0);
      }
    }
  }

  /** The nearest element around the block's first text that is more than a mark in a line. */
  int element(boolean row) {
    int node = firstNode;
    while (node > HtmlTree.DOCUMENT) {
      int act = Act.of(tree.tag(node));
      boolean block = act >= Act.BLOCK && act <= Act.PRE;
      if (act == Act.ROOT || (row ? act == Act.ROW : block)) {
        return node;
      }
      node = tree.parent(node);
    }
    return HtmlTree.DOCUMENT;
  }
}
