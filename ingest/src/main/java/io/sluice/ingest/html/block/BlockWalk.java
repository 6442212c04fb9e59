package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;

/**
 * Turns a page's tree into {@link Blocks} by one walk in document order, without recursion. What a
 * reader cannot see (hidden elements, scripts, templates) gives no blocks; what is probably not the
 * main text (navigation, comments) does, for others to judge.
 *
 * <p>Make one a thread; the blocks it gives are valid until its next page.
 */
public final class BlockWalk {
  private final Blocks blocks = new Blocks();
  private final Flow flow = new Flow(blocks);
  private final Marks marks = new Marks();
  private final Formulas formulas = new Formulas();
  private final IntStack counters = new IntStack();

  private HtmlTree tree;
  private int container;
  // the outermost elements in which white space stands, and which hold data in cells
  private int verbatimRoot;
  private int tableRoot;
  private int headingRoot;
  private int headingLevel;
  private int captions;
  private int lists;
  private int quotes;
  private int group;
  private int groups;
  private int item;
  private int term;
  private boolean code;

  /** Whether the last page held a {@code pre} or {@code code} element. */
  public boolean hasCode() {
    return code;
  }

  /** The blocks of a page. */
  public Blocks walk(HtmlTree page) {
    begin(page);
    int node = HtmlTree.DOCUMENT;
    while (true) {
      int child = enter(node) ? page.firstChild(node) : HtmlTree.NONE;
      if (child != HtmlTree.NONE) {
        node = child;
        continue;
      }
      while (page.nextSibling(node) == HtmlTree.NONE) {
        node = page.parent(node);
        if (node == HtmlTree.NONE) {
          flush(Kind.TEXT);
          return blocks;
        }
        leave(node);
      }
      node = page.nextSibling(node);
    }
  }

  private void begin(HtmlTree page) {
    tree = page;
    blocks.begin(page);
    flow.begin(page);
    counters.clear();
    container = Blocks.NONE;
    verbatimRoot = HtmlTree.NONE;
    tableRoot = HtmlTree.NONE;
    headingRoot = HtmlTree.NONE;
    headingLevel = 0;
    captions = 0;
    lists = 0;
    quotes = 0;
    group = 0;
    groups = 0;
    item = HtmlTree.NONE;
    term = HtmlTree.NONE;
    code = false;
  }

  /**
   * Comes to a node.
   *
   * @return whether to go into it; where it has children, {@link #leave} is called after them, and
   *     where it has none all is done here
   */
  private boolean enter(int node) {
    int tag = tree.tag(node);
    int act = Act.of(tag);
    if (act == Act.TEXT) {
      flow.text(node, verbatimRoot != HtmlTree.NONE);
      return false;
    }
    if (act == Act.SKIP) {
      return false;
    }
    if (act == Act.SCRIPT) {
      formula(node, formulas.ofScript(tree, node));
      return false;
    }
    if (act != Act.ROOT && tree.hasAttributes(node)) {
      int found = marks.of(tree, node);
      if (found != 0 && isLeftOut(node, found)) {
        return false;
      }
    }
    if (act == Act.OTHER) {
      act = isCustom(node) ? Act.BLOCK : Act.INLINE;
    }
    if (!begin(node, act)) {
      return false;
    }
    if (tree.firstChild(node) == HtmlTree.NONE) {
      leave(node);
    }
    return true;
  }

  private boolean isLeftOut(int node, int found) {
    return (found & (ClassNames.HIDDEN | ClassNames.RENDERED_MATH)) != 0 && node != verbatimRoot;
  }

  /** Elements of a page's own making ({@code x-comments}) stand for blocks. */
  private boolean isCustom(int node) {
    byte[] source = tree.source();
    for (int i = tree.start(node) + 1; i < tree.end(node); i++) {
      if (source[i] == '-') {
        return true;
      }
    }
    return false;
  }

  private boolean begin(int node, int act) {
    switch (act) {
      case Act.ROOT, Act.INLINE -> {
        return true;
      }
      case Act.BREAK -> lineBreak();
      case Act.LINK -> {
        if (tree.attribute(node, Attr.HREF) != HtmlTree.NONE) {
          blocks.count(Fact.LINKS, 1);
          flow.open(Leaf.LINK, node);
        }
        return true;
      }
      case Act.STRONG -> flow.open(Leaf.STRONG, node);
      case Act.EMPHASIS -> flow.open(Leaf.EMPHASIS, node);
      case Act.SUPER -> flow.open(Leaf.SUPER, node);
      case Act.CODE -> {
        code |= tree.tag(node) == Tag.CODE;
        flow.open(Leaf.CODE, node);
      }
      case Act.IMAGE -> {
        blocks.count(Fact.IMAGES, 1);
        formula(node, formulas.ofImage(tree, node));
      }
      case Act.MATH -> {
        formula(node, formulas.ofMath(tree, node));
        return false;
      }
      case Act.CONTROL, Act.TEXTAREA -> {
        blocks.count(Fact.CONTROLS, 1);
        return false;
      }
      case Act.DIALOG -> {
        if (tree.attribute(node, Attr.OPEN) == HtmlTree.NONE) {
          return false;
        }
        beginBlock(node, Act.BLOCK);
      }
      default -> beginBlock(node, act);
    }
    return true;
  }

  private void beginBlock(int node, int act) {
    if (verbatimRoot != HtmlTree.NONE) {
      beginVerbatim(act);
      return;
    }
    if (tableRoot != HtmlTree.NONE) {
      beginInTable(node, act);
      return;
    }
    flush(kindHere());
    container = blocks.openContainer(node, container);
    switch (act) {
      case Act.PRE -> {
        code = true;
        verbatimRoot = node;
      }
      case Act.LIST -> beginList(node);
      case Act.ITEM -> {
        item = node;
        count(node);
      }
      case Act.TERM -> term = node;
      case Act.TABLE -> {
        if (TableShape.isData(tree, node)) {
          tableRoot = node;
          group = lists == 0 ? ++groups : group;
        }
      }
      case Act.QUOTE -> quotes++;
      case Act.CAPTION -> captions++;
      case Act.HEADING -> {
        if (headingRoot == HtmlTree.NONE) {
          headingRoot = node;
          headingLevel = tree.tag(node) - Tag.H1 + 1;
        }
      }
      default -> {}
    }
  }

  private void beginList(int node) {
    lists++;
    group = lists == 1 ? ++groups : group;
    counters.push(
        tree.tag(node) == Tag.OL ? number(tree.value(node, Attr.START), 1) - 1 : Integer.MIN_VALUE);
  }

  /** Counts an item of a list. */
  private void count(int node) {
    if (counters.isEmpty() || counters.top() == Integer.MIN_VALUE) {
      return;
    }
    counters.push(number(tree.value(node, Attr.VALUE), counters.pop() + 1));
  }

  private static int number(String value, int otherwise) {
    if (value == null || value.isEmpty() || value.length() > 7) {
      return otherwise;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return otherwise;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private void beginVerbatim(int act) {
    if (act == Act.ROW || act == Act.ITEM) {
      flow.beginRow();
    } else if (act != Act.CELL) {
      flow.freshLine();
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

  private void leave(int node) {
    int act = Act.of(tree.tag(node));
    switch (act) {
      case Act.LINK -> {
        if (tree.attribute(node, Attr.HREF) != HtmlTree.NONE) {
          flow.close(Leaf.LINK, node);
        }
      }
      case Act.STRONG -> flow.close(Leaf.STRONG, node);
      case Act.EMPHASIS -> flow.close(Leaf.EMPHASIS, node);
      case Act.SUPER -> flow.close(Leaf.SUPER, node);
      case Act.CODE -> flow.close(Leaf.CODE, node);
      case Act.OTHER -> {
        if (isCustom(node)) {
          endBlock(node, Act.BLOCK);
        }
      }
      case Act.DIALOG -> endBlock(node, Act.BLOCK);
      default -> {
        if ((act >= Act.BLOCK && act <= Act.PRE) || act == Act.RULE) {
          endBlock(node, act);
        }
      }
    }
  }

  private void endBlock(int node, int act) {
    if (verbatimRoot != HtmlTree.NONE) {
      if (node != verbatimRoot) {
        endVerbatim(act);
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
        counters.pop();
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

  private void endVerbatim(int act) {
    if (act == Act.ROW || act == Act.ITEM) {
      flow.endRow();
    } else if (act != Act.CELL) {
      flow.freshLine();
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

  private void lineBreak() {
    if (verbatimRoot != HtmlTree.NONE) {
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

  private void formula(int node, String tex) {
    if (tex != null && !tex.isEmpty()) {
      boolean single = tableRoot != HtmlTree.NONE || verbatimRoot != HtmlTree.NONE;
      flow.formula(node, tex, formulas.display() && !single);
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
    int number = kind == Kind.ITEM && !counters.isEmpty() ? counters.top() : -1;
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
        kind == Kind.HEADING ? headingLevel : 0,
        number < 0 ? -1 : number);
    blocks.nest(lists, quotes);
    item = HtmlTree.NONE;
    term = HtmlTree.NONE;
    flow.restart();
  }
}
