package io.sluice.ingest.html.render;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Characters;
import io.sluice.ingest.html.block.Leaf;
import io.sluice.ingest.html.block.Utf8;
import io.sluice.ingest.html.tree.Attr;

/**
 * Writes the leaves of a block as lines of text: white space collapsed, marks of emphasis only
 * around what can be seen. Elements within a line add no spaces.
 */
final class LineWriter {
  private static final int CODE = 1;
  private static final int STRONG = 2;
  private static final int EMPHASIS = 4;
  private static final int LINK = 8;
  private static final int SUPER_BYTES = 8;

  private final Buffer out;
  private Blocks blocks;
  private TextForm form;

  // prefix of the lines after the first
  private final Buffer prefix = new Buffer();
  private int start;
  private boolean space;
  private boolean cell;
  // within a formula between the page's own delimiters
  private boolean inFormula;
  private boolean plainStrong;

  // marks that are asked for but not yet written, and those written
  private int wanted;
  private int written;
  private final int[] order = new int[4];
  private int orders;
  private int codeStart;
  private int linkNode;
  private int links;

  LineWriter(Buffer out) {
    this.out = out;
  }

  void begin(Blocks of, TextForm as) {
    blocks = of;
    form = as;
  }

  /** What each line of the block after the first begins with. */
  Buffer prefix() {
    return prefix;
  }

  /** Writes the whole of a block; without bold type where it is a heading. */
  void block(int block, boolean heading) {
    plainStrong = heading;
    write(blocks.firstLeaf(block), blocks.endLeaf(block), false);
  }

  /** Writes the leaves of a table cell: in one line, with bars escaped in Markdown. */
  void cell(int from, int to) {
    plainStrong = false;
    write(from, to, form != TextForm.PLAIN);
  }

  private void write(int from, int to, boolean inCell) {
    start = out.length();
    space = false;
    cell = inCell;
    inFormula = false;
    wanted = 0;
    orders = 0;
    written = 0;
    links = 0;
    for (int leaf = from; leaf < to; leaf++) {
      leaf(leaf, to);
    }
    close(CODE);
    close(LINK);
    close(EMPHASIS);
    close(STRONG);
    out.trim(start);
  }

  private void leaf(int leaf, int to) {
    int kind = blocks.leafKind(leaf);
    switch (kind) {
      case Leaf.TEXT -> text(blocks.tree().source(), blocks.leafStart(leaf), blocks.leafEnd(leaf));
      case Leaf.DECODED -> text(blocks.side(), blocks.leafStart(leaf), blocks.leafEnd(leaf));
      case Leaf.GAP -> space = true;
      case Leaf.BREAK -> lineBreak();
      case Leaf.FORMULA -> formula(leaf, "$");
      case Leaf.DISPLAY -> {
        lineBreak();
        formula(leaf, "$$");
        lineBreak();
      }
      case Leaf.LINK -> links++;
      case Leaf.LINK_END -> links--;
      case Leaf.SUPER -> power(leaf, to);
      default -> {}
    }
    if (form == TextForm.PLAIN) {
      return;
    }
    switch (kind) {
      case Leaf.STRONG -> want(plainStrong ? 0 : STRONG);
      case Leaf.STRONG_END -> close(STRONG);
      case Leaf.EMPHASIS -> want(EMPHASIS);
      case Leaf.EMPHASIS_END -> close(EMPHASIS);
      case Leaf.CODE -> want(CODE);
      case Leaf.CODE_END -> close(CODE);
      case Leaf.LINK -> {
        linkNode = blocks.leafNode(leaf);
        want(form == TextForm.MARKDOWN_LINKS ? LINK : 0);
      }
      case Leaf.LINK_END -> close(LINK);
      default -> {}
    }
  }

  private void text(byte[] text, int from, int to) {
    int i = from;
    while (i < to) {
      int end = Spaces.runEnd(text, i, to);
      if (end > i) {
        before();
        if (cell) {
          addEscaped(text, i, end);
        } else {
          out.add(text, i, end);
        }
        i = end;
      }
      if (i < to) {
        space |= Spaces.kind(text, i, to) == Characters.SPACE;
        i += Utf8.length(text[i]);
      }
    }
  }

  /** Writes text of a cell: a bar is escaped, within a formula by the command for it. */
  private void addEscaped(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      int b = text[i];
      if (b == '|') {
        out.add(inFormula ? "\\vert " : "\\|");
        continue;
      }
      if (out.length() > start && out.last() == '\\') {
        inFormula = b == '(' || b == '[' || (inFormula && b != ')' && b != ']');
      }
      out.add(b);
    }
  }

  /** Writes what comes before visible text: a space, then the marks that open. */
  private void before() {
    boolean first = out.length() == start;
    if (space) {
      if (!first && out.last() != '\n' && !afterPrefix()) {
        out.add(' ');
      }
      space = false;
    }
    if (wanted != 0) {
      openMarks();
    }
  }

  /** Whether the line holds its prefix and nothing else. */
  private boolean afterPrefix() {
    int at = out.length() - prefix.length() - 1;
    if (prefix.length() == 0 || at < start || out.at(at) != '\n') {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (out.at(at + 1 + i) != prefix.at(i)) {
        return false;
      }
    }
    return true;
  }

  private void openMarks() {
    for (int i = 0; i < orders; i++) {
      int mark = order[i] & wanted;
      wanted &= ~mark;
      written |= mark;
      switch (mark) {
        case LINK -> out.add('[');
        case STRONG -> open("**");
        case EMPHASIS -> open("*");
        case CODE -> {
          out.add('`');
          codeStart = out.length();
        }
        default -> {}
      }
    }
    orders = 0;
  }

  /** Opens emphasis, or goes on with what was closed right before. */
  private void open(String mark) {
    if (out.endsWith(mark, start + 1) && !out.endsWith(mark + "*", start)) {
      out.cut(out.length() - mark.length());
    } else {
      out.add(mark);
    }
  }

  private void want(int mark) {
    // within code, stars are stars
    boolean inCode = ((written | wanted) & CODE) != 0;
    if (mark == 0 || inCode || ((written | wanted) & mark) != 0) {
      return;
    }
    if (wanted == 0) {
      orders = 0;
    }
    wanted |= mark;
    order[orders++] = mark;
  }

  private void close(int mark) {
    if ((wanted & mark) != 0) {
      wanted &= ~mark;
      int kept = 0;
      for (int i = 0; i < orders; i++) {
        if (order[i] != mark) {
          order[kept++] = order[i];
        }
      }
      orders = kept;
      return;
    }
    if ((written & mark) == 0) {
      return;
    }
    written &= ~mark;
    switch (mark) {
      case CODE -> closeCode();
      case STRONG -> out.add("**");
      case EMPHASIS -> out.add('*');
      default -> {
        String address = blocks.tree().value(linkNode, Attr.HREF);
        out.add("](");
        byte[] bytes =
            (address == null ? "" : address.strip().replace(" ", "%20").replace(")", "%29"))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.add(bytes, 0, bytes.length);
        out.add(')');
      }
    }
  }

  private void closeCode() {
    int run = out.longestRun('`', codeStart);
    if (run > 0) {
      // one more tick than any within, and spaces where ticks would touch
      out.insert(codeStart, ' ', 1);
      out.insert(codeStart, '`', run);
      out.add(' ');
    }
    out.repeat('`', run + 1);
  }

  private void lineBreak() {
    if (cell) {
      space = true;
      return;
    }
    out.trimSpaces(start);
    if (out.length() > start && out.last() != '\n') {
      out.add('\n');
      out.add(prefix.bytes(), 0, prefix.length());
    }
    space = false;
  }

  private void formula(int leaf, String delimiter) {
    before();
    out.add(delimiter);
    byte[] side = blocks.side();
    int to = blocks.leafEnd(leaf);
    for (int i = blocks.leafStart(leaf); i < to; i++) {
      boolean norm = cell && side[i] == '\\' && i + 1 < to && side[i + 1] == '|';
      if (norm) {
        out.add("\\Vert ");
        i++;
      } else if (cell && side[i] == '|') {
        out.add("\\vert ");
      } else {
        out.add(side[i]);
      }
    }
    out.add(delimiter);
  }

  /**
   * Writes {@code ^} before a superscript that is an exponent: short, no link, right behind a
   * digit, a bracket or a short name. Else 10 to the third and 103 would read the same.
   */
  private void power(int leaf, int to) {
    if (leaf + 2 >= to
        || links > 0
        || space
        || out.length() == start
        || blocks.leafKind(leaf + 1) != Leaf.TEXT
        || blocks.leafKind(leaf + 2) != Leaf.SUPER_END) {
      return;
    }
    byte[] text = blocks.tree().source();
    int from = blocks.leafStart(leaf + 1);
    int end = blocks.leafEnd(leaf + 1);
    if (end - from > SUPER_BYTES || !isExponent(text, from, end) || !isBase()) {
      return;
    }
    out.add('^');
  }

  private static boolean isExponent(byte[] text, int from, int to) {
    boolean number = false;
    for (int i = from; i < to; i++) {
      int b = text[i];
      boolean digit = b >= '0' && b <= '9';
      number |= digit;
      boolean sign = b == '-' || b == '+' || b == '.' || (b < 0 && isMinus(text, i, to));
      if (b < 0 && sign) {
        i += 2;
      } else if (!digit && !sign && !(to - from == 1 && b >= 'a' && b <= 'z')) {
        return false;
      }
    }
    return number || to - from == 1;
  }

  private static boolean isMinus(byte[] text, int at, int to) {
    return at + 3 <= to && (text[at] & 0xff) == 0xE2 && Utf8.decode(text, at, to) == 0x2212;
  }

  private boolean isBase() {
    int letters = 0;
    for (int i = out.length() - 1; i >= start; i--) {
      int b = out.at(i);
      boolean letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
      if (!letter) {
        return letters > 0 ? b >= 0 : (b >= '0' && b <= '9') || b == ')';
      }
      if (++letters > 2) {
        return false;
      }
    }
    return letters > 0;
  }
}
