package io.sluice.ingest.html.tree;

/** The rules within SVG and MathML, 13.2.6.5. */
final class ForeignRules {
  private final TreeBuilder builder;
  private final OpenElements open;
  private final Scanner scanner;

  ForeignRules(TreeBuilder builder) {
    this.builder = builder;
    open = builder.open;
    scanner = builder.scanner;
  }

  void text() {
    if (builder.framesetOk && scanner.blanksEnd() < scanner.textEnd()) {
      builder.framesetOk = false;
    }
    int decoding = scanner.decoding();
    builder.tree.append(
        open.top(),
        builder.tree.addText(
            scanner.textStart(),
            scanner.textEnd(),
            decoding == 0 ? 0 : decoding | References.KEEP_NUL));
  }

  void startTag() {
    if (breaksOut()) {
      leave();
      builder.startTagBy(builder.mode);
      return;
    }
    int node =
        builder.tree.addElementWithAttributes(
            scanner.tag(), open.topKind() >>> 8, scanner.nameStart(), scanner.nameEnd());
    builder.tree.append(open.top(), node);
    if (!scanner.selfClosing() && !open.isFull()) {
      open.push(node);
    }
  }

  private boolean breaksOut() {
    HtmlTree tree = builder.tree;
    return Kind.is(scanner.tag(), Kind.BREAKS_OUT)
        || (scanner.tag() == Tag.FONT
            && (tree.isPending(Attr.COLOR)
                || tree.isPending(Attr.FACE)
                || tree.isPending(Attr.SIZE)));
  }

  /** Ends foreign elements up to one that holds HTML, or is HTML. */
  private void leave() {
    while (open.topKind() >= 1 << 8
        && !Kind.is(open.topKind(), Kind.MATH_TEXT)
        && !builder.isHtmlIntegrationPoint(open.depth() - 1)) {
      open.pop();
    }
  }

  void endTag() {
    if (scanner.tag() == Tag.BR || scanner.tag() == Tag.P) {
      leave();
      builder.endTagBy(builder.mode);
      return;
    }
    int tag = scanner.tag();
    for (int index = open.depth() - 1; index > 0; index--) {
      int kind = open.kind(index);
      if (kind < 1 << 8) {
        builder.endTagBy(builder.mode);
        return;
      }
      if ((kind & 0xff) == tag && scanner.isNamed(open.node(index))) {
        open.popTo(index);
        return;
      }
    }
  }
}
