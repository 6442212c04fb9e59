package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/**
 * Keeps what stands open while a page is walked (lists, quotations, a table, a heading), and makes
 * blocks of the leaves between the boundaries of block-level elements.
 */
final class Structure {
  private final Blocks blocks;
  private final Flow flow;
  private final ListNumbers numbers = new ListNumbers();

  private HtmlTree tree;
  private int container;
  // the outermost elements in which white space stands, and which hold data in cells
  private int verbatimRoot;
  private int tableRoot;
  // whether lines of code are elements, so that white space between them is none of theirs
  private boolean soft;
  private int headingRoot;
  private int captions;
  private int lists;
  private int quotes;
  private int group;
  private int groups;
  // the list item, and the term or definition, whose first text is still to come
  private int item;
  private int term;
  private boolean code;

  Structure(Blocks blocks, Flow flow) {
    this.blocks = blocks;
    this.flow = flow;
  }

  void begin(HtmlTree page) {
    tree = page;
    numbers.begin();
    container = Blocks.NONE;
    verbatimRoot = HtmlTree.NONE;
    tableRoot = HtmlTree.NONE;
    headingRoot = HtmlTree.NONE;
    captions = 0;
    lists = 0;
    quotes = 0;
    group = 0;
    groups = 0;
    item = HtmlTree.NONE;
    term = HtmlTree.NONE;
    code = false;
  }

  /** Makes a block of what came last. */
  void end() {
    flush(kindHere());
  }

  /** Whether there was preformatted text. */
  boolean hasCode() {
    return code;
  }

  boolean isVerbatim() {
    return verbatimRoot != HtmlTree.NONE;
  }

  boolean isVerbatimRoot(int node) {
    return node == verbatimRoot;
  }

  /** Whether neither preformatted text nor a table of data stands open. */
  boolean isFlow() {
    return verbatimRoot == HtmlTree.NONE && tableRoot == HtmlTree.NONE;
  }

  /** How text is taken here: a mode of {@link Flow}. */
  int textMode() {
    return verbatimRoot == HtmlTree.NONE ? Flow.LINES : soft ? Flow.SOFT : Flow.VERBATIM;
  }

  void beginBlock(int node, int act) {
    if (isVerbatim()) {
      if (act == Act.ROW || act == Act.ITEM) {
        flow.beginRow();
      } else if (act != Act.CELL) {
        flow.freshLine();
      }
      return;
    }
    if (tableRoot != HtmlTree.NONE) {
      beginInTable(node, act);
      return;
    }
    flush(kindHere());
    container = blocks.openContainer(node, container);
    switch (act) {
      case Act.PRE, Act.SOFT_PRE -> beginVerbatim(node, act == Act.SOFT_PRE);
      case Act.LIST -> {
        lists++;
        group = lists == 1 ? ++groups : group;
        numbers.open(tree, node);
      }
      case Act.ITEM -> {
        item = node;
        numbers.count(tree, node);
      }
      case Act.TERM -> term = node;
      case Act.TABLE -> beginTable(node);
      case Act.QUOTE -> quotes++;
      case Act.CAPTION -> captions++;
      case Act.HEADING -> headingRoot = headingRoot == HtmlTree.NONE ? node : headingRoot;
      default -> {}
    }
  }

  private void beginVerbatim(int node, boolean inElements) {
    code = true;
    verbatimRoot = node;
    soft = inElements;
  }

  private void beginTable(int node) {
    int shape = TableShape.of(tree, node);
    if (shape == TableShape.DATA) {
      tableRoot = node;
      group = lists == 0 ? ++groups : group;
    } else if (shape == TableShape.CODE) {
      beginVerbatim(node, true);
    }
  }

  private void beginInTable(int node, int act) {
    switch (act) {
      case Act.ROW -> flush(Kind.ROW);
      case Act.CAPTION -> {
        flush(Kind.ROW);
        captions++;
      }
      case Act.CELL -> flow.cell(node);
      default -> flow.gap();
    }
  }

  void endBlock(int node, int act) {
    if (isVerbatim()) {
      if (node != verbatimRoot) {
        if (act == Act.ROW || act == Act.ITEM) {
          flow.endRow();
        } else if (act != Act.CELL) {
          flow.freshLine();
        }
        return;
      }
      flush(Kind.PRE);
      verbatimRoot = HtmlTree.NONE;
    } else if (tableRoot != HtmlTree.NONE) {
      if (node != tableRoot) {
        endInTable(act);
        return;
      }
      flush(Kind.ROW);
      tableRoot = HtmlTree.NONE;
      group = lists == 0 ? 0 : group;
    } else {
      flush(kindHere());
    }
    switch (act) {
      case Act.LIST -> {
        lists--;
        group = lists == 0 ? 0 : group;
        item = HtmlTree.NONE;
        numbers.close();
      }
      case Act.ITEM -> item = HtmlTree.NONE;
      case Act.TERM -> term = HtmlTree.NONE;
      case Act.QUOTE -> quotes--;
      case Act.CAPTION -> captions--;
      case Act.HEADING -> headingRoot = headingRoot == node ? HtmlTree.NONE : headingRoot;
      default -> {}
    }
    if (container != Blocks.NONE && blocks.containerElement(container) == node) {
      container = blocks.closeContainer(container);
    }
  }

  private void endInTable(int act) {
    switch (act) {
      case Act.ROW -> flush(Kind.ROW);
      case Act.CAPTION -> {
        flush(Kind.CAPTION);
        captions--;
      }
      case Act.CELL -> {}
      default -> flow.gap();
    }
  }

  /** Takes a {@code br}. */
  void lineBreak() {
    if (isVerbatim()) {
      flow.lineBreak();
    } else if (tableRoot != HtmlTree.NONE || headingRoot != HtmlTree.NONE) {
      flow.gap();
    } else if (flow.atLineStart()) {
      // two breaks are how old pages write paragraphs
      flush(kindHere());
    } else {
      flow.lineBreak();
    }
  }

  private Kind kindHere() {
    return headingRoot != HtmlTree.NONE ? Kind.HEADING : captions > 0 ? Kind.CAPTION : Kind.TEXT;
  }

  private void flush(Kind found) {
    if (!flow.isVisible()) {
      if (!blocks.noLeaves()) {
        flow.restart();
      }
      return;
    }
    Kind kind = found;
    if (kind == Kind.TEXT && item != HtmlTree.NONE) {
      kind = Kind.ITEM;
    } else if (kind == Kind.TEXT && term != HtmlTree.NONE) {
      kind = tree.tag(term) == Tag.DT ? Kind.TERM : Kind.DEFINITION;
    }
    int element =
        switch (kind) {
          case ITEM -> item;
          case TERM, DEFINITION -> term;
          case PRE -> verbatimRoot;
          case HEADING -> headingRoot;
          default -> flow.element(kind == Kind.ROW);
        };
    boolean grouped = kind != Kind.TEXT && kind != Kind.HEADING && kind != Kind.PRE;
    blocks.addBlock(
        kind,
        element,
        container,
        grouped ? group : 0,
        kind == Kind.HEADING ? tree.tag(headingRoot) - Tag.H1 + 1 : 0,
        kind == Kind.ITEM ? numbers.last() : -1);
    blocks.nest(lists, quotes);
    item = HtmlTree.NONE;
    term = HtmlTree.NONE;
    flow.restart();
  }
}
