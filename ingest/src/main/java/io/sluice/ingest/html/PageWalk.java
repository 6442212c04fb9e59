package io.sluice.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * One walk over a page's tree (by a loop, not by recursion) that gives its blocks in document order
 * and the containers they stand in.
 */
final class PageWalk implements NodeFilter {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** Blocks that are parts of a text, and never the whole of it. */
  private static final Set<String> PARTS =
      Set.of(
          "p",
          "li",
          "dt",
          "dd",
          "pre",
          "blockquote",
          "caption",
          "figcaption",
          "figure",
          "summary",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Renderings of a formula whose source stands beside them. */
  private static final Set<String> RENDERED_MATH =
      Set.of(
          "MathJax",
          "MathJax_Display",
          "MathJax_SVG",
          "MathJax_Preview",
          "MathJax_CHTML",
          "MJXc-display",
          "katex-html");

  private final Cues cues;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Container> containers = new ArrayList<>();
  private final List<Container> open = new ArrayList<>();
  private final InlineText inline = new InlineText();

  private int links;
  private int preDepth;
  private int headings;
  private int dataTables;
  private boolean cellBefore;
  private int lists;
  private int group;
  private int groups;
  private boolean itemMark;
  private boolean termMark;
  private boolean hasCode;
  private boolean hasMath;

  PageWalk(Cues cues) {
    this.cues = cues;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** The containers in the order of their beginnings: each comes after those that hold it. */
  List<Container> containers() {
    return containers;
  }

  boolean hasCode() {
    return hasCode;
  }

  boolean hasMath() {
    return hasMath;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (preDepth > 0) {
        inline.addVerbatim(text.getWholeText(), links > 0);
      } else {
        inline.add(text.getWholeText(), links > 0);
      }
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? begin(element) : FilterResult.SKIP_ENTIRELY;
  }

  private FilterResult begin(Element element) {
    String tag = element.normalName();
    if (tag.equals("script")) {
      formula(MathMarkup.ofScript(element));
      return FilterResult.SKIP_ENTIRELY;
    }
    if (isRenderedMath(element)) {
      hasMath = true;
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("math")) {
      formula(MathMarkup.ofMath(element));
      return FilterResult.SKIP_ENTIRELY;
    }
    Cues.Cue cue = cues.of(element);
    if (cue == Cues.Cue.DROP) {
      return FilterResult.SKIP_ENTIRELY;
    }
    switch (tag) {
      case "br" -> lineBreak();
      case "img" -> formula(MathMarkup.ofImage(element));
      case "code", "samp", "kbd" -> hasCode |= tag.equals("code");
      case "a" -> links += element.hasAttr("href") ? 1 : 0;
      default -> {
        if (isBlock(tag)) {
          beginBlock(element, tag);
          Container container = new Container(cue, !PARTS.contains(tag), blocks.size());
          containers.add(container);
          open.add(container);
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  /** Elements of a page's own making ({@code <x-comments>}) stand for blocks. */
  private static boolean isBlock(String tag) {
    return BLOCKS.contains(tag) || tag.indexOf('-') > 0;
  }

  private static boolean isRenderedMath(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String names = element.className();
    if (!names.startsWith("M") && !names.startsWith("katex")) {
      return false;
    }
    for (String name : names.split(" ", -1)) {
      if (RENDERED_MATH.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private void formula(String tex) {
    if (tex == null || tex.isEmpty()) {
      return;
    }
    hasMath = true;
    if (tex.startsWith("$$") && dataTables == 0 && preDepth == 0) {
      inline.lineBreak();
      inline.add(tex, false);
      inline.lineBreak();
    } else {
      inline.add(tex, false);
    }
  }

  private void lineBreak() {
    if (preDepth > 0) {
      inline.addVerbatim("\n", false);
    } else if (dataTables > 0 || headings > 0) {
      inline.gap();
    } else if (inline.atLineStart()) {
      // two breaks are how old pages write paragraphs
      flush(Block.Kind.TEXT);
    } else {
      inline.lineBreak();
    }
  }

  private void beginBlock(Element element, String tag) {
    if (preDepth > 0) {
      if (!inline.atLineStart()) {
        inline.addVerbatim("\n", false);
      }
      preDepth += tag.equals("pre") ? 1 : 0;
      return;
    }
    if (dataTables > 0) {
      beginInTable(tag);
      return;
    }
    flush(Block.Kind.TEXT);
    switch (tag) {
      case "pre" -> {
        preDepth++;
        hasCode = true;
      }
      case "ul", "ol", "dl" -> {
        lists++;
        group = lists == 1 ? ++groups : group;
      }
      case "li" -> itemMark = true;
      case "dt", "dd" -> termMark = true;
      case "table" -> {
        if (DataTable.is(element)) {
          dataTables = 1;
          group = lists == 0 ? ++groups : group;
        }
      }
      default -> headings += HEADINGS.contains(tag) ? 1 : 0;
    }
  }

  private void beginInTable(String tag) {
    switch (tag) {
      case "tr" -> {
        flush(Block.Kind.ROW);
        cellBefore = false;
      }
      case "caption" -> flush(Block.Kind.ROW);
      case "td", "th" -> {
        if (cellBefore) {
          inline.cell();
        }
        cellBefore = true;
      }
      case "table" -> dataTables++;
      default -> inline.gap();
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (tag.equals("a")) {
      links -= element.hasAttr("href") ? 1 : 0;
      return FilterResult.CONTINUE;
    }
    if (isBlock(tag)) {
      endBlock(tag);
      open.remove(open.size() - 1).end = blocks.size();
    }
    return FilterResult.CONTINUE;
  }

  private void endBlock(String tag) {
    if (preDepth > 0) {
      if (tag.equals("pre") && --preDepth == 0) {
        flush(Block.Kind.PRE);
      } else if (!inline.atLineStart()) {
        inline.addVerbatim("\n", false);
      }
      return;
    }
    if (dataTables > 0) {
      if (tag.equals("tr") || tag.equals("caption")) {
        flush(Block.Kind.ROW);
      } else if (tag.equals("table")) {
        flush(Block.Kind.ROW);
        dataTables--;
        group = lists == 0 ? 0 : group;
      } else {
        inline.gap();
      }
      return;
    }
    boolean heading = HEADINGS.contains(tag);
    flush(heading ? Block.Kind.HEADING : Block.Kind.TEXT);
    headings -= heading ? 1 : 0;
    switch (tag) {
      case "ul", "ol", "dl" -> {
        lists--;
        group = lists == 0 ? 0 : group;
        itemMark = false;
      }
      case "li" -> itemMark = false;
      case "dt", "dd" -> termMark = false;
      default -> {}
    }
  }

  private void flush(Block.Kind kind) {
    if (inline.isEmpty()) {
      return;
    }
    int weight = inline.weight();
    int linked = inline.linked();
    int stops = inline.stops();
    String text = kind == Block.Kind.PRE ? inline.takeVerbatim() : inline.take();
    if (kind == Block.Kind.ROW) {
      text = trimCells(text);
    }
    if (text.isEmpty() || weight == 0) {
      return;
    }
    Block.Kind as = kind;
    if (kind == Block.Kind.TEXT && itemMark) {
      as = Block.Kind.ITEM;
      text = "  ".repeat(Math.min(Math.max(lists - 1, 0), 8)) + "- " + text;
    } else if (kind == Block.Kind.TEXT && headings > 0) {
      as = Block.Kind.HEADING;
    }
    itemMark = false;
    boolean term = as == Block.Kind.TEXT && termMark;
    boolean grouped = as == Block.Kind.ITEM || as == Block.Kind.ROW || term;
    termMark = false;
    blocks.add(new Block(as, text, weight, linked, stops, grouped ? group : 0));
  }

  /** A row without the borders of empty cells at its ends. */
  private static String trimCells(String row) {
    int end = row.length();
    while (end > 0 && (row.charAt(end - 1) == ' ' || row.charAt(end - 1) == '|')) {
      end--;
    }
    return row.substring(0, end);
  }
}
