package io.sluice.ingest.html.tree;

/**
 * What the tree construction wants to know of an element, as bits by its kind: {@code namespace <<
 * 8 | tag}. The lists are those of the HTML standard, 13.2.4.2 and 13.2.6.3.
 */
final class Kind {
  /** Elements that no end tag of another name reaches over. */
  static final int SPECIAL = 1;

  /** Ends the search of "has an element in scope". */
  static final int SCOPE = 1 << 1;

  static final int LIST_SCOPE = 1 << 2;
  static final int BUTTON_SCOPE = 1 << 3;
  static final int TABLE_SCOPE = 1 << 4;

  /** Elements that end without an end tag of their own. */
  static final int IMPLIED_END = 1 << 5;

  static final int HEADING = 1 << 6;

  /** What stands beside these in a table is put before the table. */
  static final int FOSTERS = 1 << 7;

  /** MathML elements that hold text. */
  static final int MATH_TEXT = 1 << 8;

  /** SVG elements that hold HTML. */
  static final int SVG_HTML = 1 << 9;

  /** A start tag of this name leaves SVG and MathML. */
  static final int BREAKS_OUT = 1 << 10;

  private static final int[] BITS = new int[3 << 8];

  static {
    set(
        SPECIAL,
        HtmlTree.HTML,
        """
        address applet area article aside base basefont bgsound blockquote body br button caption
        center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form
        frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link
        listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre
        script search section select source style summary table tbody td template textarea tfoot th
        thead title tr track ul wbr xmp
        """);
    set(SPECIAL, HtmlTree.MATHML, "mi mo mn ms mtext annotation-xml");
    set(SPECIAL, HtmlTree.SVG, "foreignobject desc title");
    int scopes = SCOPE | LIST_SCOPE | BUTTON_SCOPE;
    set(scopes, HtmlTree.HTML, "applet caption html table td th marquee object select template");
    set(scopes, HtmlTree.MATHML, "mi mo mn ms mtext annotation-xml");
    set(scopes, HtmlTree.SVG, "foreignobject desc title");
    set(LIST_SCOPE, HtmlTree.HTML, "ol ul");
    set(BUTTON_SCOPE, HtmlTree.HTML, "button");
    set(TABLE_SCOPE, HtmlTree.HTML, "html table template");
    set(IMPLIED_END, HtmlTree.HTML, "dd dt li optgroup option p rb rp rt rtc");
    set(HEADING, HtmlTree.HTML, "h1 h2 h3 h4 h5 h6");
    set(FOSTERS, HtmlTree.HTML, "table tbody tfoot thead tr");
    set(MATH_TEXT, HtmlTree.MATHML, "mi mo mn ms mtext");
    set(SVG_HTML, HtmlTree.SVG, "foreignobject desc title");
    set(
        BREAKS_OUT,
        HtmlTree.HTML,
        """
        b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img
        li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
        """);
  }

  private Kind() {}

  private static void set(int bits, int namespace, String names) {
    for (String name : names.strip().split("\\s+")) {
      for (int tag = Tag.OTHER + 1; tag < Tag.COUNT; tag++) {
        if (Tag.name(tag).equals(name)) {
          BITS[(namespace << 8) | tag] |= bits;
        }
      }
    }
  }

  /** Whether a kind has any of the bits. */
  static boolean is(int kind, int bits) {
    return (BITS[kind] & bits) != 0;
  }
}
