package io.sluice.ingest.html.tree;

/** Start tags by the rules of "in body", 13.2.6.4.7. */
final class BodyStartTags {
  private final TreeBuilder builder;
  private final HtmlTree tree;
  private final OpenElements open;
  private final Scanner scanner;

  BodyStartTags(TreeBuilder builder) {
    this.builder = builder;
    tree = builder.tree;
    open = builder.open;
    scanner = builder.scanner;
  }

  void startTag() {
    switch (scanner.tag()) {
      case Tag.ADDRESS,
          Tag.ARTICLE,
          Tag.ASIDE,
          Tag.BLOCKQUOTE,
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
          Tag.MAIN,
          Tag.MENU,
          Tag.NAV,
          Tag.OL,
          Tag.P,
          Tag.SEARCH,
          Tag.SECTION,
          Tag.SUMMARY,
          Tag.UL -> {
        builder.closeParagraph();
        builder.insert();
      }
      case Tag.B,
          Tag.BIG,
          Tag.CODE,
          Tag.EM,
          Tag.FONT,
          Tag.I,
          Tag.S,
          Tag.SMALL,
          Tag.STRIKE,
          Tag.STRONG,
          Tag.TT,
          Tag.U ->
          formatting();
      case Tag.A -> anchor();
      case Tag.LI -> listItem();
      case Tag.DD, Tag.DT -> definition();
      case Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6 -> {
        builder.closeParagraph();
        if (Kind.is(open.topKind(), Kind.HEADING)) {
          open.pop();
        }
        builder.insert();
      }
      case Tag.AREA, Tag.BR, Tag.EMBED, Tag.IMG, Tag.KEYGEN, Tag.WBR -> voidElement();
      case Tag.PARAM, Tag.SOURCE, Tag.TRACK -> builder.insertLeaf(scanner.tag(), HtmlTree.HTML);
      case Tag.BASE,
          Tag.BASEFONT,
          Tag.BGSOUND,
          Tag.LINK,
          Tag.META,
          Tag.NOFRAMES,
          Tag.SCRIPT,
          Tag.STYLE,
          Tag.TEMPLATE,
          Tag.TITLE ->
          builder.head().startMetadata();
      case Tag.CAPTION,
          Tag.COL,
          Tag.COLGROUP,
          Tag.FRAME,
          Tag.HEAD,
          Tag.TBODY,
          Tag.TD,
          Tag.TFOOT,
          Tag.TH,
          Tag.THEAD,
          Tag.TR -> {}
      default -> rarer();
    }
  }

  private void rarer() {
    switch (scanner.tag()) {
      case Tag.TABLE -> table();
      case Tag.PRE, Tag.LISTING -> {
        builder.closeParagraph();
        builder.insert();
        scanner.skipNewline();
        builder.framesetOk = false;
      }
      case Tag.FORM -> form();
      case Tag.BUTTON -> button();
      case Tag.INPUT -> input();
      case Tag.HR -> rule();
      case Tag.SELECT -> select();
      case Tag.OPTION, Tag.OPTGROUP -> option();
      case Tag.NOBR -> noBreak();
      case Tag.APPLET, Tag.MARQUEE, Tag.OBJECT -> {
        builder.reconstruct();
        if (tree.isOpen(builder.insert())) {
          builder.formatting.pushMarker();
        }
        builder.framesetOk = false;
      }
      case Tag.TEXTAREA -> {
        // the line feed is skipped within
        builder.insertRaw();
        builder.framesetOk = false;
      }
      case Tag.XMP -> {
        builder.closeParagraph();
        builder.reconstruct();
        builder.framesetOk = false;
        builder.insertRaw();
      }
      case Tag.IFRAME -> {
        builder.framesetOk = false;
        builder.insertRaw();
      }
      case Tag.NOEMBED -> builder.insertRaw();
      case Tag.PLAINTEXT -> {
        builder.closeParagraph();
        builder.insert();
        scanner.rawText(Tag.PLAINTEXT);
        if (scanner.textStart() < scanner.textEnd()) {
          builder.bodyText();
        }
      }
      case Tag.IMAGE -> {
        scanner.setTag(Tag.IMG);
        voidElement();
      }
      case Tag.RB, Tag.RTC, Tag.RP, Tag.RT -> ruby();
      case Tag.MATH -> foreign(HtmlTree.MATHML);
      case Tag.SVG -> foreign(HtmlTree.SVG);
      case Tag.HTML -> {
        if (!open.has(Tag.TEMPLATE)) {
          tree.mergeAttributes(open.node(0));
        }
      }
      case Tag.BODY -> body();
      case Tag.FRAMESET -> frameset();
      default -> {
        builder.reconstruct();
        builder.insert();
      }
    }
  }

  void voidElement() {
    builder.reconstruct();
    builder.insertLeaf(scanner.tag(), HtmlTree.HTML);
    builder.framesetOk = false;
  }

  private void formatting() {
    builder.reconstruct();
    int node = builder.insert();
    if (tree.isOpen(node)) {
      builder.formatting.push(node, scanner.mark());
    }
  }

  private void anchor() {
    int index = builder.formatting.lastOf(Tag.A);
    if (index >= 0) {
      int node = builder.formatting.node(index);
      builder.bodyEnds().adoptionAgency(Tag.A);
      builder.formatting.remove(node);
      open.remove(node);
    }
    formatting();
  }

  private void noBreak() {
    builder.reconstruct();
    if (open.hasInScope(Tag.NOBR, Kind.SCOPE)) {
      builder.bodyEnds().adoptionAgency(Tag.NOBR);
    }
    formatting();
  }

  private void listItem() {
    builder.framesetOk = false;
    if (open.has(Tag.LI)) {
      endOpen(Tag.LI, Tag.LI);
    }
    builder.closeParagraph();
    builder.insert();
  }

  private void definition() {
    builder.framesetOk = false;
    if (open.has(Tag.DD) || open.has(Tag.DT)) {
      endOpen(Tag.DD, Tag.DT);
    }
    builder.closeParagraph();
    builder.insert();
  }

  /** Ends an item of either tag that no special element but address, div and p parts from here. */
  private void endOpen(int tag, int other) {
    for (int index = open.depth() - 1; index > 0; index--) {
      int kind = open.kind(index);
      if (kind == tag || kind == other) {
        open.generateImpliedEndTags(kind);
        open.popThrough(kind);
        return;
      }
      if (Kind.is(kind, Kind.SPECIAL) && kind != Tag.ADDRESS && kind != Tag.DIV && kind != Tag.P) {
        return;
      }
    }
  }

  private void table() {
    if (open.depth() >= OpenElements.STRUCTURE_LIMIT) {
      return;
    }
    if (!builder.quirks) {
      builder.closeParagraph();
    }
    builder.insert();
    builder.framesetOk = false;
    builder.mode = Mode.IN_TABLE;
  }

  private void form() {
    boolean inTemplate = open.has(Tag.TEMPLATE);
    if (builder.formElement != HtmlTree.NONE && !inTemplate) {
      return;
    }
    builder.closeParagraph();
    int node = builder.insert();
    if (!inTemplate && tree.isOpen(node)) {
      builder.formElement = node;
    }
  }

  private void button() {
    if (open.hasInScope(Tag.BUTTON, Kind.SCOPE)) {
      open.generateImpliedEndTags(HtmlTree.NONE);
      open.popThrough(Tag.BUTTON);
    }
    builder.reconstruct();
    builder.insert();
    builder.framesetOk = false;
  }

  private void input() {
    if (open.hasInScope(Tag.SELECT, Kind.SCOPE)) {
      open.popThrough(Tag.SELECT);
    }
    builder.reconstruct();
    boolean hidden = tree.pendingValue(Attr.TYPE, "hidden");
    builder.insertLeaf(Tag.INPUT, HtmlTree.HTML);
    if (!hidden) {
      builder.framesetOk = false;
    }
  }

  private void rule() {
    builder.closeParagraph();
    if (open.hasInScope(Tag.SELECT, Kind.SCOPE)) {
      open.generateImpliedEndTags(HtmlTree.NONE);
    }
    builder.insertLeaf(Tag.HR, HtmlTree.HTML);
    builder.framesetOk = false;
  }

  private void select() {
    if (open.hasInScope(Tag.SELECT, Kind.SCOPE)) {
      open.popThrough(Tag.SELECT);
      return;
    }
    builder.reconstruct();
    builder.insert();
    builder.framesetOk = false;
  }

  private void option() {
    if (open.hasInScope(Tag.SELECT, Kind.SCOPE)) {
      boolean group = scanner.tag() == Tag.OPTGROUP;
      open.generateImpliedEndTags(group ? HtmlTree.NONE : Tag.OPTGROUP);
    } else if (open.topKind() == Tag.OPTION) {
      open.pop();
    }
    builder.reconstruct();
    builder.insert();
  }

  private void ruby() {
    if (open.hasInScope(Tag.RUBY, Kind.SCOPE)) {
      boolean within = scanner.tag() == Tag.RP || scanner.tag() == Tag.RT;
      open.generateImpliedEndTags(within ? Tag.RTC : HtmlTree.NONE);
    }
    builder.insert();
  }

  private void foreign(int namespace) {
    builder.reconstruct();
    int node = builder.insertLeaf(scanner.tag(), namespace);
    if (!scanner.selfClosing() && !open.isFull()) {
      open.push(node);
    }
  }

  private void body() {
    if (open.depth() > 1 && open.kind(1) == Tag.BODY && !open.has(Tag.TEMPLATE)) {
      builder.framesetOk = false;
      tree.mergeAttributes(open.node(1));
    }
  }

  private void frameset() {
    if (open.depth() < 2 || open.kind(1) != Tag.BODY || !builder.framesetOk) {
      return;
    }
    tree.detach(open.node(1));
    open.popTo(1);
    builder.insert();
    builder.mode = Mode.IN_FRAMESET;
  }
}
