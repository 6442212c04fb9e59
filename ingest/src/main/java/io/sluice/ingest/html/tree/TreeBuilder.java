package io.sluice.ingest.html.tree;

import java.util.Arrays;

/**
 * The tree construction, 13.2.6 of the HTML standard: what all insertion modes share, and the
 * choice of the mode's rules.
 */
final class TreeBuilder {
  final HtmlTree tree;
  final OpenElements open;
  final FormattingList formatting;
  final Scanner scanner;

  private final HeadRules head;
  private final BodyStartTags bodyStarts;
  private final BodyEndTags bodyEnds;
  private final TableRules tables;
  private final FrameRules frames;
  private final ForeignRules foreign;

  /** The insertion mode, of {@link Mode}. */
  int mode;

  boolean quirks;
  boolean framesetOk;

  /** Whether nodes that a table cannot hold are put before it. */
  boolean fostering;

  int headElement;
  int formElement;

  private int[] templateModes = new int[16];
  private int templates;
  // how many more copies of formatting elements this page may have
  private int copies;

  TreeBuilder(HtmlTree tree) {
    this.tree = tree;
    open = new OpenElements(tree);
    formatting = new FormattingList(tree);
    scanner = new Scanner(tree, open);
    head = new HeadRules(this);
    bodyStarts = new BodyStartTags(this);
    bodyEnds = new BodyEndTags(this);
    tables = new TableRules(this);
    frames = new FrameRules(this);
    foreign = new ForeignRules(this);
  }

  /** Builds the tree of a page. */
  void build(byte[] page, int start, int end) {
    tree.begin(page);
    open.begin();
    formatting.begin();
    scanner.begin(page, start, end);
    mode = Mode.INITIAL;
    quirks = false;
    framesetOk = true;
    fostering = false;
    headElement = HtmlTree.NONE;
    formElement = HtmlTree.NONE;
    templates = 0;
    copies = 1024 + (end - start) / 4;
    boolean more = true;
    while (more) {
      switch (scanner.next()) {
        case Scanner.TEXT -> text();
        case Scanner.START -> startTag();
        case Scanner.END -> endTag();
        case Scanner.DOCTYPE -> head.doctype();
        default -> more = false;
      }
    }
    head.endOfPage();
  }

  // ---- tokens ----

  private void text() {
    if (open.depth() > 0 && open.topKind() >= 1 << 8 && !holdsHtml(true)) {
      foreign.text();
    } else {
      textByMode();
    }
  }

  void textByMode() {
    switch (mode) {
      case Mode.IN_BODY, Mode.IN_CELL, Mode.IN_CAPTION, Mode.IN_TEMPLATE -> bodyText();
      case Mode.IN_TABLE, Mode.IN_TABLE_BODY, Mode.IN_ROW -> tables.text();
      case Mode.IN_COLUMN_GROUP -> tables.columnGroupText();
      case Mode.AFTER_BODY,
          Mode.AFTER_AFTER_BODY,
          Mode.IN_FRAMESET,
          Mode.AFTER_FRAMESET,
          Mode.AFTER_AFTER_FRAMESET ->
          frames.text();
      default -> head.text();
    }
  }

  /** Text by the rules of "in body". */
  void bodyText() {
    if (formatting.needsReconstruction()) {
      reconstruct();
    }
    if (framesetOk && scanner.blanksEnd() < scanner.textEnd()) {
      framesetOk = false;
    }
    insertText(scanner.textStart(), scanner.textEnd());
  }

  private void startTag() {
    if (open.depth() > 0 && open.topKind() >= 1 << 8 && !holdsHtml(false)) {
      foreign.startTag();
    } else {
      startTagBy(mode);
    }
  }

  /** Whether text, or the start tag read last, is HTML's in the foreign current node. */
  private boolean holdsHtml(boolean text) {
    int kind = open.topKind();
    if (Kind.is(kind, Kind.MATH_TEXT)) {
      return text || (scanner.tag() != Tag.MGLYPH && scanner.tag() != Tag.MALIGNMARK);
    }
    if (kind == ((HtmlTree.MATHML << 8) | Tag.ANNOTATION_XML)) {
      return (!text && scanner.tag() == Tag.SVG) || isHtmlIntegrationPoint(open.depth() - 1);
    }
    return Kind.is(kind, Kind.SVG_HTML);
  }

  boolean isHtmlIntegrationPoint(int index) {
    int kind = open.kind(index);
    if (kind != ((HtmlTree.MATHML << 8) | Tag.ANNOTATION_XML)) {
      return Kind.is(kind, Kind.SVG_HTML);
    }
    String encoding = tree.value(open.node(index), Attr.ENCODING);
    return encoding != null
        && (encoding.equalsIgnoreCase("text/html")
            || encoding.equalsIgnoreCase("application/xhtml+xml"));
  }

  void startTagBy(int rules) {
    switch (rules) {
      case Mode.IN_BODY -> bodyStarts.startTag();
      case Mode.IN_TABLE -> tables.startInTable();
      case Mode.IN_TABLE_BODY -> tables.startInTableBody();
      case Mode.IN_ROW -> tables.startInRow();
      case Mode.IN_CELL -> tables.startInCell();
      case Mode.IN_CAPTION -> tables.startInCaption();
      case Mode.IN_COLUMN_GROUP -> tables.startInColumnGroup();
      case Mode.IN_TEMPLATE -> tables.startInTemplate();
      case Mode.IN_HEAD -> head.startInHead();
      case Mode.AFTER_HEAD -> head.startAfterHead();
      case Mode.IN_FRAMESET, Mode.AFTER_FRAMESET, Mode.AFTER_AFTER_FRAMESET -> frames.startTag();
      case Mode.AFTER_BODY, Mode.AFTER_AFTER_BODY -> frames.startAfterBody();
      default -> head.startBeforeHead();
    }
  }

  private void endTag() {
    if (open.depth() > 0 && open.topKind() >= 1 << 8) {
      foreign.endTag();
    } else {
      endTagBy(mode);
    }
  }

  void endTagBy(int rules) {
    switch (rules) {
      case Mode.IN_BODY -> bodyEnds.endTag();
      case Mode.IN_TABLE -> tables.endInTable();
      case Mode.IN_TABLE_BODY -> tables.endInTableBody();
      case Mode.IN_ROW -> tables.endInRow();
      case Mode.IN_CELL -> tables.endInCell();
      case Mode.IN_CAPTION -> tables.endInCaption();
      case Mode.IN_COLUMN_GROUP -> tables.endInColumnGroup();
      case Mode.IN_TEMPLATE -> tables.endInTemplate();
      case Mode.IN_HEAD -> head.endInHead();
      case Mode.AFTER_HEAD -> head.endAfterHead();
      case Mode.IN_FRAMESET, Mode.AFTER_FRAMESET, Mode.AFTER_AFTER_FRAMESET -> frames.endTag();
      case Mode.AFTER_BODY, Mode.AFTER_AFTER_BODY -> frames.endAfterBody();
      default -> head.endBeforeHead();
    }
  }

  HeadRules head() {
    return head;
  }

  BodyEndTags bodyEnds() {
    return bodyEnds;
  }

  BodyStartTags bodyStarts() {
    return bodyStarts;
  }

  // ---- insertion ----

  /** Puts an element for the start tag read last, and opens it unless it stands too deep. */
  int insert() {
    int node = insertLeaf(scanner.tag(), HtmlTree.HTML);
    if (!open.isFull()) {
      open.push(node);
    }
    return node;
  }

  /** Puts an element for the start tag read last, and does not open it. */
  int insertLeaf(int tag, int namespace) {
    int node =
        tree.addElementWithAttributes(tag, namespace, scanner.nameStart(), scanner.nameEnd());
    place(node, open.top());
    return node;
  }

  /** Puts and opens an element for which there is no tag. */
  int insertImplied(int tag) {
    int node = tree.addElement(tag, HtmlTree.HTML, 0, 0);
    if (open.depth() == 0) {
      tree.append(HtmlTree.DOCUMENT, node);
    } else {
      place(node, open.top());
    }
    if (!open.isFull()) {
      open.push(node);
    }
    return node;
  }

  /** Puts an element that holds text only, with its text; its end tag is read too. */
  void insertRaw() {
    int node = insertLeaf(scanner.tag(), HtmlTree.HTML);
    scanner.rawText(scanner.tag());
    if (scanner.textStart() < scanner.textEnd()) {
      tree.append(node, tree.addText(scanner.textStart(), scanner.textEnd(), scanner.decoding()));
    }
  }

  void insertText(int start, int end) {
    place(tree.addText(start, end, scanner.decoding()), open.top());
  }

  /** Hangs a node under a parent, or, where it must not stand in a table, before that. */
  void place(int node, int parent) {
    if (fostering && Kind.is(tree.kind(parent), Kind.FOSTERS)) {
      placeBeforeTable(node);
    } else {
      tree.append(parent, node);
    }
  }

  private void placeBeforeTable(int node) {
    int template = open.lastOf(Tag.TEMPLATE);
    int table = open.lastOf(Tag.TABLE);
    if (template > table) {
      tree.append(open.node(template), node);
    } else if (table < 0) {
      tree.append(open.node(0), node);
    } else if (tree.parent(open.node(table)) != HtmlTree.NONE) {
      tree.insertBefore(open.node(table), node);
    } else {
      tree.append(open.node(table - 1), node);
    }
  }

  // ---- formatting ----

  /** Whether a page may have one more copy of a formatting element; each costs memory. */
  boolean mayCopy() {
    return copies-- > 0;
  }

  /** Opens formatting elements again that were ended with their block and not by their end tags. */
  void reconstruct() {
    if (!formatting.needsReconstruction()) {
      return;
    }
    for (int i = formatting.firstToReconstruct(); i < formatting.size(); i++) {
      if (open.isFull()) {
        return;
      }
      if (!mayCopy()) {
        formatting.begin();
        return;
      }
      int copy = tree.copy(formatting.node(i));
      place(copy, open.top());
      open.push(copy);
      formatting.replaceAt(i, copy);
    }
  }

  // ---- paragraphs, templates, modes ----

  /** Ends a paragraph that is open in button scope. */
  void closeParagraph() {
    if (open.hasInScope(Tag.P, Kind.BUTTON_SCOPE)) {
      open.generateImpliedEndTags(Tag.P);
      open.popThrough(Tag.P);
    }
  }

  void pushTemplateMode(int rules) {
    if (templates == templateModes.length) {
      templateModes = Arrays.copyOf(templateModes, 2 * templates);
    }
    templateModes[templates++] = rules;
  }

  void popTemplateMode() {
    templates--;
  }

  /** "Reset the insertion mode appropriately". */
  void resetMode() {
    for (int index = open.depth() - 1; index >= 0; index--) {
      int next = modeOf(open.kind(index));
      if (next >= 0) {
        mode = next;
        return;
      }
    }
    mode = Mode.IN_BODY;
  }

  private int modeOf(int kind) {
    return switch (kind) {
      case Tag.TD, Tag.TH -> Mode.IN_CELL;
      case Tag.TR -> Mode.IN_ROW;
      case Tag.TBODY, Tag.THEAD, Tag.TFOOT -> Mode.IN_TABLE_BODY;
      case Tag.CAPTION -> Mode.IN_CAPTION;
      case Tag.COLGROUP -> Mode.IN_COLUMN_GROUP;
      case Tag.TABLE -> Mode.IN_TABLE;
      case Tag.TEMPLATE -> templateModes[templates - 1];
      case Tag.NOSCRIPT -> open.kind(1) == Tag.HEAD ? Mode.IN_HEAD_NOSCRIPT : -1;
      case Tag.HEAD -> Mode.IN_HEAD;
      case Tag.BODY -> Mode.IN_BODY;
      case Tag.FRAMESET -> Mode.IN_FRAMESET;
      case Tag.HTML -> headElement == HtmlTree.NONE ? Mode.BEFORE_HEAD : Mode.AFTER_HEAD;
      default -> -1;
    };
  }
}
