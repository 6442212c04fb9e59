package io.sluice.ingest.html.tree;

/** The insertion modes from "initial" to "after head", with scripting disabled. */
final class HeadRules {
  private final TreeBuilder builder;
  private final HtmlTree tree;
  private final OpenElements open;
  private final Scanner scanner;

  HeadRules(TreeBuilder builder) {
    this.builder = builder;
    tree = builder.tree;
    open = builder.open;
    scanner = builder.scanner;
  }

  void doctype() {
    if (builder.mode == Mode.INITIAL) {
      builder.quirks = scanner.quirks();
      builder.mode = Mode.BEFORE_HTML;
    }
  }

  /** Even an empty page has html, head and body. */
  void endOfPage() {
    while (open.has(Tag.TEMPLATE)) {
      open.popThrough(Tag.TEMPLATE);
      builder.popTemplateMode();
      builder.resetMode();
    }
    leaveHead();
  }

  /** Goes on to "in body", or to a mode beyond, making what is missing. */
  private void leaveHead() {
    reach(Mode.AFTER_HEAD);
    if (builder.mode == Mode.AFTER_HEAD) {
      builder.insertImplied(Tag.BODY);
      builder.mode = Mode.IN_BODY;
    }
  }

  /** Goes on until the mode is a later one or {@code until}, making what is missing. */
  private void reach(int until) {
    while (builder.mode < until) {
      switch (builder.mode) {
        case Mode.INITIAL -> {
          builder.quirks = true;
          builder.mode = Mode.BEFORE_HTML;
        }
        case Mode.BEFORE_HTML -> {
          builder.insertImplied(Tag.HTML);
          builder.mode = Mode.BEFORE_HEAD;
        }
        case Mode.BEFORE_HEAD -> {
          builder.headElement = builder.insertImplied(Tag.HEAD);
          builder.mode = Mode.IN_HEAD;
        }
        case Mode.IN_HEAD_NOSCRIPT -> leaveNoscript();
        default -> {
          open.pop();
          builder.mode = Mode.AFTER_HEAD;
        }
      }
    }
  }

  void text() {
    if (builder.mode == Mode.IN_HEAD_NOSCRIPT) {
      builder.bodyText();
      return;
    }
    int start = scanner.textStart();
    if (!scanner.skipBlanks()) {
      if (builder.mode >= Mode.IN_HEAD) {
        builder.insertText(start, scanner.textEnd());
      }
      return;
    }
    int split = scanner.textStart();
    if (builder.mode >= Mode.IN_HEAD && start < split) {
      builder.insertText(start, split);
    }
    leaveHead();
    builder.textByMode();
  }

  // ---- before head ----

  void startBeforeHead() {
    int tag = scanner.tag();
    if (builder.mode == Mode.IN_HEAD_NOSCRIPT) {
      startInNoscript();
      return;
    }
    reach(Mode.BEFORE_HTML);
    if (tag == Tag.HTML && builder.mode == Mode.BEFORE_HTML) {
      int node =
          tree.addElementWithAttributes(
              Tag.HTML, HtmlTree.HTML, scanner.nameStart(), scanner.nameEnd());
      tree.append(HtmlTree.DOCUMENT, node);
      open.push(node);
      builder.mode = Mode.BEFORE_HEAD;
      return;
    }
    reach(Mode.BEFORE_HEAD);
    if (tag == Tag.HTML) {
      builder.startTagBy(Mode.IN_BODY);
    } else if (tag == Tag.HEAD) {
      builder.headElement = builder.insert();
      builder.mode = Mode.IN_HEAD;
    } else {
      reach(Mode.IN_HEAD);
      startInHead();
    }
  }

  /**
   * The standard has all but metadata leave the element and the head; here it stays, as where
   * scripts run, so that what is not to be seen is not taken for the page's text.
   */
  private void startInNoscript() {
    switch (scanner.tag()) {
      case Tag.HEAD, Tag.NOSCRIPT -> {}
      case Tag.BODY, Tag.FRAMESET, Tag.TABLE -> {
        leaveNoscript();
        startInHead();
      }
      default -> builder.startTagBy(Mode.IN_BODY);
    }
  }

  private void leaveNoscript() {
    open.popThrough(Tag.NOSCRIPT);
    builder.formatting.clearToMarker();
    builder.mode = Mode.IN_HEAD;
  }

  void endBeforeHead() {
    int tag = scanner.tag();
    if (builder.mode == Mode.IN_HEAD_NOSCRIPT) {
      if (tag == Tag.NOSCRIPT) {
        leaveNoscript();
      } else if (tag == Tag.HEAD || tag == Tag.BODY || tag == Tag.HTML) {
        leaveNoscript();
        endInHead();
      } else {
        builder.endTagBy(Mode.IN_BODY);
      }
      return;
    }
    if (tag == Tag.HEAD || tag == Tag.BODY || tag == Tag.HTML || tag == Tag.BR) {
      reach(Mode.IN_HEAD);
      endInHead();
    } else {
      reach(Mode.BEFORE_HTML);
    }
  }

  // ---- in head ----

  void startInHead() {
    switch (scanner.tag()) {
      case Tag.HTML -> builder.startTagBy(Mode.IN_BODY);
      case Tag.BASE, Tag.BASEFONT, Tag.BGSOUND, Tag.LINK, Tag.META ->
          builder.insertLeaf(scanner.tag(), HtmlTree.HTML);
      case Tag.TITLE, Tag.NOFRAMES, Tag.STYLE, Tag.SCRIPT -> builder.insertRaw();
      case Tag.NOSCRIPT -> {
        builder.insert();
        builder.formatting.pushMarker();
        builder.mode = Mode.IN_HEAD_NOSCRIPT;
      }
      case Tag.TEMPLATE -> startTemplate();
      case Tag.HEAD -> {}
      default -> {
        open.pop();
        builder.mode = Mode.AFTER_HEAD;
        startAfterHead();
      }
    }
  }

  /** Start tags that every mode handles as "in head" does. */
  void startMetadata() {
    switch (scanner.tag()) {
      case Tag.BASE, Tag.BASEFONT, Tag.BGSOUND, Tag.LINK, Tag.META ->
          builder.insertLeaf(scanner.tag(), HtmlTree.HTML);
      case Tag.TEMPLATE -> startTemplate();
      default -> builder.insertRaw();
    }
  }

  private void startTemplate() {
    if (open.depth() >= OpenElements.STRUCTURE_LIMIT) {
      return;
    }
    builder.insert();
    builder.formatting.pushMarker();
    builder.framesetOk = false;
    builder.mode = Mode.IN_TEMPLATE;
    builder.pushTemplateMode(Mode.IN_TEMPLATE);
  }

  void endTemplate() {
    if (!open.has(Tag.TEMPLATE)) {
      return;
    }
    open.generateAllImpliedEndTags();
    open.popThrough(Tag.TEMPLATE);
    builder.formatting.clearToMarker();
    builder.popTemplateMode();
    builder.resetMode();
  }

  void endInHead() {
    switch (scanner.tag()) {
      case Tag.HEAD -> {
        open.pop();
        builder.mode = Mode.AFTER_HEAD;
      }
      case Tag.BODY, Tag.HTML, Tag.BR -> {
        open.pop();
        builder.mode = Mode.AFTER_HEAD;
        endAfterHead();
      }
      case Tag.TEMPLATE -> endTemplate();
      default -> {}
    }
  }

  // ---- after head ----

  void startAfterHead() {
    switch (scanner.tag()) {
      case Tag.HTML -> builder.startTagBy(Mode.IN_BODY);
      case Tag.BODY -> {
        builder.insert();
        builder.framesetOk = false;
        builder.mode = Mode.IN_BODY;
      }
      case Tag.FRAMESET -> {
        builder.insert();
        builder.mode = Mode.IN_FRAMESET;
      }
      case Tag.BASE,
          Tag.BASEFONT,
          Tag.BGSOUND,
          Tag.LINK,
          Tag.META,
          Tag.NOFRAMES,
          Tag.SCRIPT,
          Tag.STYLE,
          Tag.TEMPLATE,
          Tag.TITLE -> {
        open.push(builder.headElement);
        startMetadata();
        open.remove(builder.headElement);
      }
      case Tag.HEAD -> {}
      default -> {
        leaveHead();
        builder.startTagBy(Mode.IN_BODY);
      }
    }
  }

  void endAfterHead() {
    switch (scanner.tag()) {
      case Tag.TEMPLATE -> endTemplate();
      case Tag.BODY, Tag.HTML, Tag.BR -> {
        leaveHead();
        builder.endTagBy(Mode.IN_BODY);
      }
      default -> {}
    }
  }
}
