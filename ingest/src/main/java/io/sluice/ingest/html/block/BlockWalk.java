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
  private final Structure structure = new Structure(blocks, flow);
  private final Formulas formulas = new Formulas();

  private HtmlTree tree;
  private boolean code;
  private boolean math;

  /** Whether the last page held a formula in markup. */
  public boolean hasMath() {
    return math;
  }

  /** Whether the last page held a {@code pre} or {@code code} element, or code in another form. */
  public boolean hasCode() {
    return code || structure.hasCode();
  }

  /** The blocks of a page. */
  public Blocks walk(HtmlTree page) {
    tree = page;
    code = false;
    math = false;
    blocks.begin(page);
    flow.begin(page);
    structure.begin(page);
    formulas.begin(page);
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
          structure.end();
          return blocks;
        }
        leave(node);
      }
      node = page.nextSibling(node);
    }
  }

  /**
   * Comes to a node.
   *
   * @return whether to go into it; where it has children, {@link #leave} is called after them, and
   *     where it has none all is done here
   */
  private boolean enter(int node) {
    int act = Act.of(tree.tag(node));
    if (act == Act.TEXT) {
      flow.text(node, structure.textMode());
      return false;
    }
    if (act == Act.SKIP) {
      return false;
    }
    if (act == Act.SCRIPT) {
      formula(node, formulas.ofScript(node));
      return false;
    }
    if (act == Act.OTHER) {
      act = isCustom(node) ? Act.BLOCK : Act.INLINE;
    }
    if (act != Act.ROOT && tree.hasAttributes(node)) {
      int found = Marks.of(tree, node);
      if (found != 0) {
        if (tree.tag(node) == Tag.BODY) {
          // pages hide their body until a script has run
          found = 0;
        }
        if (isLeftOut(node, act, found)) {
          return false;
        }
        act = isCode(node, act, found) ? Act.SOFT_PRE : act;
      }
    }
    if (!begin(node, act)) {
      return false;
    }
    if (tree.firstChild(node) == HtmlTree.NONE) {
      leave(node);
    }
    return true;
  }

  /** Whether what an element's marks say of it is all there is to it. */
  private boolean isLeftOut(int node, int act, int found) {
    if ((found & ClassNames.FORMULA) != 0 && !structure.isVerbatim()) {
      String tex = formulas.ofElement(node, found);
      if (tex != null) {
        formula(node, tex);
        return true;
      }
    }
    if ((found & (ClassNames.HIDDEN | ClassNames.RENDERED_MATH)) != 0) {
      return true;
    }
    if ((found & ClassNames.GUTTER) != 0) {
      return switch (act) {
        case Act.INLINE, Act.LINK, Act.BLOCK, Act.CELL, Act.LIST, Act.PRE -> true;
        default -> false;
      };
    }
    boolean beside = structure.isVerbatim() || act == Act.CELL;
    return (found & ClassNames.BESIDE_CODE) != 0 && beside && act != Act.PRE && act != Act.CODE;
  }

  /** Whether an element holds lines of code without being a {@code pre}. */
  private boolean isCode(int node, int act, int found) {
    if ((act != Act.BLOCK && act != Act.TABLE) || !structure.isFlow()) {
      return false;
    }
    return (found & ClassNames.CODE) != 0
        || ((found & ClassNames.MAYBE_CODE) != 0 && CodeShape.isLines(tree, node, false));
  }

  /**
   * Elements of a page's own making ({@code x-comments}) stand for blocks; those that render
   * formulas do not.
   */
  private boolean isCustom(int node) {
    byte[] source = tree.source();
    int start = tree.start(node);
    int end = tree.end(node);
    if (end - start > 4 && (source[start] | 0x20) == 'm' && source[start + 3] == '-') {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
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
      case Act.BREAK -> structure.lineBreak();
      case Act.LINK -> {
        if (tree.attribute(node, Attr.HREF) != HtmlTree.NONE) {
          blocks.count(Fact.LINKS, 1);
          flow.open(Leaf.LINK, node);
        }
      }
      case Act.STRONG -> flow.open(Leaf.STRONG, node);
      case Act.EMPHASIS -> flow.open(Leaf.EMPHASIS, node);
      case Act.SUPER -> flow.open(Leaf.SUPER, node);
      case Act.CODE -> beginCode(node);
      case Act.IMAGE -> {
        blocks.count(Fact.IMAGES, 1);
        formula(node, formulas.ofImage(node));
      }
      case Act.MATH -> {
        formula(node, formulas.ofMath(node));
        return false;
      }
      case Act.CONTROL -> {
        blocks.count(Fact.CONTROLS, 1);
        return false;
      }
      case Act.TEXTAREA -> {
        if (!CodeShape.isArea(tree, node) || structure.isVerbatim()) {
          blocks.count(Fact.CONTROLS, 1);
          return false;
        }
        structure.beginBlock(node, Act.PRE);
      }
      case Act.DIALOG -> {
        if (tree.attribute(node, Attr.OPEN) == HtmlTree.NONE) {
          return false;
        }
        structure.beginBlock(node, Act.BLOCK);
      }
      default -> structure.beginBlock(node, act);
    }
    return true;
  }

  private void beginCode(int node) {
    code |= tree.tag(node) == Tag.CODE;
    if (structure.isFlow() && CodeShape.isBlock(tree, node)) {
      structure.beginBlock(node, Marks.isPre(tree, node) ? Act.PRE : Act.SOFT_PRE);
    } else {
      flow.open(Leaf.CODE, node);
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
      case Act.CODE -> {
        if (structure.isVerbatimRoot(node)) {
          structure.endBlock(node, Act.PRE);
        } else {
          flow.close(Leaf.CODE, node);
        }
      }
      case Act.OTHER -> {
        if (isCustom(node)) {
          structure.endBlock(node, Act.BLOCK);
        }
      }
      case Act.DIALOG -> structure.endBlock(node, Act.BLOCK);
      case Act.TEXTAREA -> structure.endBlock(node, Act.PRE);
      default -> {
        if ((act >= Act.BLOCK && act <= Act.PRE) || act == Act.RULE) {
          structure.endBlock(node, act);
        }
      }
    }
  }

  private void formula(int node, String tex) {
    if (tex != null && !tex.isEmpty()) {
      math = true;
      flow.formula(node, tex, formulas.display() && structure.isFlow());
    }
  }
}
