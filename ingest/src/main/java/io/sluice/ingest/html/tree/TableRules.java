package io.sluice.ingest.html.tree;

/** The insertion modes of tables and templates, 13.2.6.4.9 to 13.2.6.4.16. */
final class TableRules {
  private static final int TABLE_CONTEXT = Kind.TABLE_SCOPE;

  private final TreeBuilder builder;
  private final OpenElements open;
  private final Scanner scanner;

  TableRules(TreeBuilder builder) {
    this.builder = builder;
    open = builder.open;
    scanner = builder.scanner;
  }

  private boolean inTableScope(int tag) {
    return open.hasInScope(tag, Kind.TABLE_SCOPE);
  }

  private void clearTo(int tag, int other, int third) {
    while (open.depth() > 1) {
      int kind = open.topKind();
      if (kind == tag
          || kind == other
          || kind == third
          || kind == Tag.TEMPLATE
          || kind == Tag.HTML) {
        return;
      }
      open.pop();
    }
  }

  private void clearToTable() {
    open.popUntil(TABLE_CONTEXT);
  }

  private void clearToBody() {
    clearTo(Tag.TBODY, Tag.TFOOT, Tag.THEAD);
  }

  private void clearToRow() {
    clearTo(Tag.TR, Tag.TR, Tag.TR);
  }

  // ---- text ----

  void text() {
    int kind = open.topKind();
    boolean inTable = Kind.is(kind, Kind.FOSTERS) || kind == Tag.TEMPLATE;
    if (inTable && scanner.blanksEnd() == scanner.textEnd()) {
      builder.insertText(scanner.textStart(), scanner.textEnd());
    } else {
      builder.fostering = true;
      builder.bodyText();
      builder.fostering = false;
    }
  }

  void columnGroupText() {
    int split = scanner.blanksEnd();
    if (scanner.textStart() < split) {
      builder.insertText(scanner.textStart(), split);
    }
    if (split < scanner.textEnd() && open.topKind() == Tag.COLGROUP) {
      scanner.skipBlanks();
      open.pop();
      builder.mode = Mode.IN_TABLE;
      text();
    }
  }

  // ---- in table ----

  void startInTable() {
    switch (scanner.tag()) {
      case Tag.CAPTION -> {
        clearToTable();
        builder.formatting.pushMarker();
        builder.insert();
        builder.mode = Mode.IN_CAPTION;
      }
      case Tag.COLGROUP -> {
        clearToTable();
        builder.insert();
        builder.mode = Mode.IN_COLUMN_GROUP;
      }
      case Tag.COL -> {
        clearToTable();
        builder.insertImplied(Tag.COLGROUP);
        builder.mode = Mode.IN_COLUMN_GROUP;
        startInColumnGroup();
      }
      case Tag.TBODY, Tag.TFOOT, Tag.THEAD -> {
        clearToTable();
        builder.insert();
        builder.mode = Mode.IN_TABLE_BODY;
      }
      case Tag.TD, Tag.TH, Tag.TR -> {
        clearToTable();
        builder.insertImplied(Tag.TBODY);
        builder.mode = Mode.IN_TABLE_BODY;
        startInTableBody();
      }
      case Tag.TABLE -> {
        if (endTable()) {
          builder.startTagBy(builder.mode);
        }
      }
      case Tag.STYLE, Tag.SCRIPT, Tag.TEMPLATE -> builder.head().startMetadata();
      case Tag.INPUT -> {
        if (builder.tree.pendingValue(Attr.TYPE, "hidden")) {
          builder.insertLeaf(Tag.INPUT, HtmlTree.HTML);
        } else {
          fosterStart();
        }
      }
      case Tag.FORM -> {
        if (!open.has(Tag.TEMPLATE) && builder.formElement == HtmlTree.NONE) {
          builder.formElement = builder.insertLeaf(Tag.FORM, HtmlTree.HTML);
        }
      }
      default -> fosterStart();
    }
  }

  private void fosterStart() {
    builder.fostering = true;
    builder.startTagBy(Mode.IN_BODY);
    builder.fostering = false;
  }

  private boolean endTable() {
    if (!inTableScope(Tag.TABLE)) {
      return false;
    }
    open.popThrough(Tag.TABLE);
    builder.resetMode();
    return true;
  }

  void endInTable() {
    switch (scanner.tag()) {
      case Tag.TABLE -> endTable();
      case Tag.BODY,
          Tag.CAPTION,
          Tag.COL,
          Tag.COLGROUP,
          Tag.HTML,
          Tag.TBODY,
          Tag.TD,
          Tag.TFOOT,
          Tag.TH,
          Tag.THEAD,
          Tag.TR -> {}
      case Tag.TEMPLATE -> builder.head().endTemplate();
      default -> {
        builder.fostering = true;
        builder.endTagBy(Mode.IN_BODY);
        builder.fostering = false;
      }
    }
  }

  // ---- in caption, in column group ----

  private boolean endCaption() {
    if (!inTableScope(Tag.CAPTION)) {
      return false;
    }
    open.generateImpliedEndTags(HtmlTree.NONE);
    open.popThrough(Tag.CAPTION);
    builder.formatting.clearToMarker();
    builder.mode = Mode.IN_TABLE;
    return true;
  }

  void startInCaption() {
    if (!isTablePart(scanner.tag())) {
      builder.startTagBy(Mode.IN_BODY);
    } else if (endCaption()) {
      startInTable();
    }
  }

  void endInCaption() {
    switch (scanner.tag()) {
      case Tag.CAPTION -> endCaption();
      case Tag.TABLE -> {
        if (endCaption()) {
          endInTable();
        }
      }
      case Tag.BODY,
          Tag.COL,
          Tag.COLGROUP,
          Tag.HTML,
          Tag.TBODY,
          Tag.TD,
          Tag.TFOOT,
          Tag.TH,
          Tag.THEAD,
          Tag.TR -> {}
      default -> builder.endTagBy(Mode.IN_BODY);
    }
  }

  void startInColumnGroup() {
    switch (scanner.tag()) {
      case Tag.HTML -> builder.startTagBy(Mode.IN_BODY);
      case Tag.COL -> builder.insertLeaf(Tag.COL, HtmlTree.HTML);
      case Tag.TEMPLATE -> builder.head().startMetadata();
      default -> {
        if (open.topKind() == Tag.COLGROUP) {
          open.pop();
          builder.mode = Mode.IN_TABLE;
          startInTable();
        }
      }
    }
  }

  void endInColumnGroup() {
    switch (scanner.tag()) {
      case Tag.COL -> {}
      case Tag.TEMPLATE -> builder.head().endTemplate();
      default -> {
        if (open.topKind() == Tag.COLGROUP) {
          open.pop();
          builder.mode = Mode.IN_TABLE;
          if (scanner.tag() != Tag.COLGROUP) {
            endInTable();
          }
        }
      }
    }
  }

  private static boolean isTablePart(int tag) {
    return tag == Tag.CAPTION
        || tag == Tag.COL
        || tag == Tag.COLGROUP
        || tag == Tag.TBODY
        || tag == Tag.TD
        || tag == Tag.TFOOT
        || tag == Tag.TH
        || tag == Tag.THEAD
        || tag == Tag.TR;
  }

  // ---- in table body ----

  private boolean endTableBody() {
    if (!inTableScope(Tag.TBODY) && !inTableScope(Tag.THEAD) && !inTableScope(Tag.TFOOT)) {
      return false;
    }
    clearToBody();
    open.pop();
    builder.mode = Mode.IN_TABLE;
    return true;
  }

  void startInTableBody() {
    switch (scanner.tag()) {
      case Tag.TR -> {
        clearToBody();
        builder.insert();
        builder.mode = Mode.IN_ROW;
      }
      case Tag.TD, Tag.TH -> {
        clearToBody();
        builder.insertImplied(Tag.TR);
        builder.mode = Mode.IN_ROW;
        startInRow();
      }
      case Tag.CAPTION, Tag.COL, Tag.COLGROUP, Tag.TBODY, Tag.TFOOT, Tag.THEAD -> {
        if (endTableBody()) {
          startInTable();
        }
      }
      default -> startInTable();
    }
  }

  void endInTableBody() {
    switch (scanner.tag()) {
      case Tag.TBODY, Tag.TFOOT, Tag.THEAD -> {
        if (inTableScope(scanner.tag())) {
          clearToBody();
          open.pop();
          builder.mode = Mode.IN_TABLE;
        }
      }
      case Tag.TABLE -> {
        if (endTableBody()) {
          endInTable();
        }
      }
      case Tag.BODY, Tag.CAPTION, Tag.COL, Tag.COLGROUP, Tag.HTML, Tag.TD, Tag.TH, Tag.TR -> {}
      default -> endInTable();
    }
  }

  // ---- in row ----

  private boolean endRow() {
    if (!inTableScope(Tag.TR)) {
      return false;
    }
    clearToRow();
    open.pop();
    builder.mode = Mode.IN_TABLE_BODY;
    return true;
  }

  void startInRow() {
    switch (scanner.tag()) {
      case Tag.TD, Tag.TH -> {
        clearToRow();
        builder.insert();
        builder.mode = Mode.IN_CELL;
        builder.formatting.pushMarker();
      }
      case Tag.CAPTION, Tag.COL, Tag.COLGROUP, Tag.TBODY, Tag.TFOOT, Tag.THEAD, Tag.TR -> {
        if (endRow()) {
          startInTableBody();
        }
      }
      default -> startInTable();
    }
  }

  void endInRow() {
    switch (scanner.tag()) {
      case Tag.TR -> endRow();
      case Tag.TABLE -> {
        if (endRow()) {
          endInTableBody();
        }
      }
      case Tag.TBODY, Tag.TFOOT, Tag.THEAD -> {
        if (inTableScope(scanner.tag()) && endRow()) {
          endInTableBody();
        }
      }
      case Tag.BODY, Tag.CAPTION, Tag.COL, Tag.COLGROUP, Tag.HTML, Tag.TD, Tag.TH -> {}
      default -> endInTable();
    }
  }

  // ---- in cell ----

  private boolean endCell() {
    if (!inTableScope(Tag.TD) && !inTableScope(Tag.TH)) {
      return false;
    }
    open.generateImpliedEndTags(HtmlTree.NONE);
    int kind;
    do {
      kind = open.topKind();
      open.pop();
    } while (kind != Tag.TD && kind != Tag.TH);
    builder.formatting.clearToMarker();
    builder.mode = Mode.IN_ROW;
    return true;
  }

  void startInCell() {
    if (!isTablePart(scanner.tag())) {
      builder.startTagBy(Mode.IN_BODY);
    } else if (endCell()) {
      startInRow();
    }
  }

  void endInCell() {
    int tag = scanner.tag();
    switch (tag) {
      case Tag.TD, Tag.TH -> {
        if (inTableScope(tag)) {
          open.generateImpliedEndTags(HtmlTree.NONE);
          open.popThrough(tag);
          builder.formatting.clearToMarker();
          builder.mode = Mode.IN_ROW;
        }
      }
      case Tag.BODY, Tag.CAPTION, Tag.COL, Tag.COLGROUP, Tag.HTML -> {}
      case Tag.TABLE, Tag.TBODY, Tag.TFOOT, Tag.THEAD, Tag.TR -> {
        if (inTableScope(tag) && endCell()) {
          endInRow();
        }
      }
      default -> builder.endTagBy(Mode.IN_BODY);
    }
  }

  // ---- in template ----

  void startInTemplate() {
    switch (scanner.tag()) {
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
      case Tag.CAPTION, Tag.COLGROUP, Tag.TBODY, Tag.TFOOT, Tag.THEAD -> become(Mode.IN_TABLE);
      case Tag.COL -> become(Mode.IN_COLUMN_GROUP);
      case Tag.TR -> become(Mode.IN_TABLE_BODY);
      case Tag.TD, Tag.TH -> become(Mode.IN_ROW);
      default -> become(Mode.IN_BODY);
    }
  }

  private void become(int mode) {
    builder.popTemplateMode();
    builder.pushTemplateMode(mode);
    builder.mode = mode;
    builder.startTagBy(mode);
  }

  void endInTemplate() {
    if (scanner.tag() == Tag.TEMPLATE) {
      builder.head().endTemplate();
    }
  }
}
