package io.sluice.ingest.html.tree;

/** The insertion modes of framesets, and what follows body and html, 13.2.6.4.17 to 13.2.6.4.21. */
final class FrameRules {
  private final TreeBuilder builder;
  private final OpenElements open;
  private final Scanner scanner;

  FrameRules(TreeBuilder builder) {
    this.builder = builder;
    open = builder.open;
    scanner = builder.scanner;
  }

  void text() {
    if (builder.mode == Mode.AFTER_BODY || builder.mode == Mode.AFTER_AFTER_BODY) {
      if (scanner.blanksEnd() < scanner.textEnd()) {
        builder.mode = Mode.IN_BODY;
      }
      builder.bodyText();
      return;
    }
    // of text among frames only blanks stay
    byte[] page = builder.tree.source();
    int i = scanner.textStart();
    while (i < scanner.textEnd()) {
      int start = i;
      while (i < scanner.textEnd() && Chars.isBlank(page[i])) {
        i++;
      }
      if (start < i) {
        builder.insertText(start, i);
      }
      while (i < scanner.textEnd() && !Chars.isBlank(page[i])) {
        i++;
      }
    }
  }

  void startAfterBody() {
    if (scanner.tag() != Tag.HTML) {
      builder.mode = Mode.IN_BODY;
    }
    builder.startTagBy(Mode.IN_BODY);
  }

  void endAfterBody() {
    if (scanner.tag() == Tag.HTML && builder.mode == Mode.AFTER_BODY) {
      builder.mode = Mode.AFTER_AFTER_BODY;
    } else {
      builder.mode = Mode.IN_BODY;
      builder.endTagBy(Mode.IN_BODY);
    }
  }

  void startTag() {
    switch (scanner.tag()) {
      case Tag.HTML -> builder.startTagBy(Mode.IN_BODY);
      case Tag.NOFRAMES -> builder.head().startMetadata();
      case Tag.FRAMESET -> {
        if (builder.mode == Mode.IN_FRAMESET) {
          builder.insert();
        }
      }
      case Tag.FRAME -> {
        if (builder.mode == Mode.IN_FRAMESET) {
          builder.insertLeaf(Tag.FRAME, HtmlTree.HTML);
        }
      }
      default -> {}
    }
  }

  void endTag() {
    if (builder.mode == Mode.IN_FRAMESET) {
      if (scanner.tag() == Tag.FRAMESET && open.depth() > 1) {
        open.pop();
        if (open.topKind() != Tag.FRAMESET) {
          builder.mode = Mode.AFTER_FRAMESET;
        }
      }
    } else if (builder.mode == Mode.AFTER_FRAMESET && scanner.tag() == Tag.HTML) {
      builder.mode = Mode.AFTER_AFTER_FRAMESET;
    }
  }
}
