package io.sluice.ingest.html.tree;

/** End tags by the rules of "in body", 13.2.6.4.7, with the adoption agency algorithm. */
final class BodyEndTags {
  private final TreeBuilder builder;
  private final HtmlTree tree;
  private final OpenElements open;
  private final FormattingList list;
  private final Scanner scanner;

  BodyEndTags(TreeBuilder builder) {
    this.builder = builder;
    tree = builder.tree;
    open = builder.open;
    list = builder.formatting;
    scanner = builder.scanner;
  }

  void endTag() {
    int tag = scanner.tag();
    switch (tag) {
      case Tag.ADDRESS,
          Tag.ARTICLE,
          Tag.ASIDE,
          Tag.BLOCKQUOTE,
          Tag.BUTTON,
          Tag.CENTER,
          Tag.DETAILS,
          Tag.DIALOG,
          Tag.DIR,
          Tag.DIV,
          Tag.DL,
          Tag.FIELDSET,
          Tag.FIGCAPTION,
          Tag.FIGURE,
          Tag.FOOTER,
          Tag.HEADER,
          Tag.HGROUP,
          Tag.LISTING,
          Tag.MAIN,
          Tag.MENU,
          Tag.NAV,
          Tag.OL,
          Tag.PRE,
          Tag.SEARCH,
          Tag.SECTION,
          Tag.SELECT,
          Tag.SUMMARY,
          Tag.UL ->
          end(tag, Kind.SCOPE, HtmlTree.NONE);
      case Tag.A,
          Tag.B,
          Tag.BIG,
          Tag.CODE,
          Tag.EM,
          Tag.FONT,
          Tag.I,
          Tag.NOBR,
          Tag.S,
          Tag.SMALL,
          Tag.STRIKE,
          Tag.STRONG,
          Tag.TT,
          Tag.U ->
          adoptionAgency(tag);
      case Tag.P -> {
        if (!open.hasInScope(Tag.P, Kind.BUTTON_SCOPE)) {
          builder.insertImplied(Tag.P);
        }
        builder.closeParagraph();
      }
      case Tag.LI -> end(tag, Kind.LIST_SCOPE, tag);
      case Tag.DD, Tag.DT -> end(tag, Kind.SCOPE, tag);
      case Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6 -> {
        if (open.topKind() == tag) {
          open.pop();
        } else if (open.hasKindInScope(Kind.HEADING, Kind.SCOPE)) {
          open.generateImpliedEndTags(HtmlTree.NONE);
          while (!Kind.is(open.topKind(), Kind.HEADING)) {
            open.pop();
          }
          open.pop();
        }
      }
      case Tag.APPLET, Tag.MARQUEE, Tag.OBJECT -> {
        if (end(tag, Kind.SCOPE, HtmlTree.NONE)) {
          list.clearToMarker();
        }
      }
      case Tag.BODY, Tag.HTML -> {
        if (open.hasInScope(Tag.BODY, Kind.SCOPE)) {
          builder.mode = Mode.AFTER_BODY;
          if (tag == Tag.HTML) {
            builder.endTagBy(Mode.AFTER_BODY);
          }
        }
      }
      case Tag.FORM -> form();
      case Tag.BR -> {
        tree.beginAttributes();
        builder.bodyStarts().voidElement();
      }
      case Tag.TEMPLATE -> builder.head().endTemplate();
      default -> other();
    }
  }

  /** Ends an element that is in scope, and says whether it was. */
  private boolean end(int tag, int scope, int except) {
    if (open.topKind() == tag) {
      open.pop();
      return true;
    }
    if (!open.hasInScope(tag, scope)) {
      return false;
    }
    open.generateImpliedEndTags(except);
    open.popThrough(tag);
    return true;
  }

  private void form() {
    if (open.has(Tag.TEMPLATE)) {
      end(Tag.FORM, Kind.SCOPE, HtmlTree.NONE);
      return;
    }
    int node = builder.formElement;
    builder.formElement = HtmlTree.NONE;
    if (node != HtmlTree.NONE && open.hasNodeInScope(node)) {
      open.generateImpliedEndTags(HtmlTree.NONE);
      open.remove(node);
    }
  }

  /** "Any other end tag". */
  private void other() {
    if (!open.has(scanner.tag())) {
      return;
    }
    for (int index = open.depth() - 1; index > 0; index--) {
      int kind = open.kind(index);
      if (kind == scanner.tag() && scanner.isNamed(open.node(index))) {
        open.popTo(index);
        return;
      }
      if (Kind.is(kind, Kind.SPECIAL)) {
        return;
      }
    }
  }

  /** The adoption agency algorithm for a tag name. */
  void adoptionAgency(int tag) {
    if (open.topKind() == tag) {
      int top = open.top();
      int size = list.size();
      if (size > 0 && list.node(size - 1) == top) {
        // the usual case: the formatting element is the current node, so that there is no block
        open.pop();
        list.removeAt(size - 1);
        return;
      }
      if (list.indexOf(top) < 0) {
        open.pop();
        return;
      }
    }
    for (int round = 0; round < 8; round++) {
      if (!adopt(tag)) {
        return;
      }
    }
  }

  /** One round; whether another may follow. */
  private boolean adopt(int tag) {
    int entry = list.lastOf(tag);
    if (entry < 0) {
      other();
      return false;
    }
    int element = list.node(entry);
    int index = open.indexOf(element);
    if (index < 0) {
      list.removeAt(entry);
      return false;
    }
    if (!open.hasNodeInScope(element)) {
      return false;
    }
    int block = index + 1;
    while (block < open.depth() && !Kind.is(open.kind(block), Kind.SPECIAL)) {
      block++;
    }
    if (block == open.depth() || !builder.mayCopy()) {
      open.popTo(index);
      list.removeAt(entry);
      return false;
    }
    carryOut(entry, index, block);
    return true;
  }

  /** Splits a formatting element at a block that lies within it. */
  private void carryOut(int entry, int index, int block) {
    int element = list.node(entry);
    int mark = list.mark(entry);
    int furthest = open.node(block);
    int ancestor = open.node(index - 1);
    // the entry before which the copy will stand
    int bookmark = entry;
    int last = furthest;
    int above = block - 1;
    for (int counter = 1; above > index; counter++, above--) {
      int node = open.node(above);
      int at = list.indexOf(node);
      if (at >= 0 && (counter > 3 || !builder.mayCopy())) {
        list.removeAt(at);
        if (at < bookmark) {
          bookmark--;
        }
        at = -1;
      }
      if (at < 0) {
        open.removeAt(above);
        continue;
      }
      int copy = tree.copy(node);
      list.replaceAt(at, copy);
      open.replaceAt(above, copy);
      if (last == furthest) {
        bookmark = at + 1;
      }
      tree.detach(last);
      tree.append(copy, last);
      last = copy;
    }
    tree.detach(last);
    builder.place(last, ancestor);
    int copy = tree.copy(element);
    tree.moveChildren(furthest, copy);
    tree.append(furthest, copy);
    int at = list.indexOf(element);
    list.removeAt(at);
    list.insertAt(at < bookmark ? bookmark - 1 : bookmark, copy, mark);
    open.removeAt(index);
    open.insertAt(open.indexOf(furthest) + 1, copy);
  }
}
