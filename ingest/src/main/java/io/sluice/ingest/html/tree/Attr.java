package io.sluice.ingest.html.tree;

/**
 * Names of the attributes that the tree keeps, as small numbers; all others are passed over when a
 * page is parsed.
 */
public final class Attr {
  public static final int ACCENT = 0;
  public static final int ACCENTUNDER = 1;
  public static final int ACTION = 2;
  public static final int ALIGN = 3;
  public static final int ALT = 4;
  public static final int ALTTEXT = 5;
  public static final int ARIA_HIDDEN = 6;
  public static final int ARIA_LABEL = 7;
  public static final int ARIA_MODAL = 8;
  public static final int BASE = 9;
  public static final int BORDER = 10;
  public static final int CD = 11;
  public static final int CHARSET = 12;
  public static final int CITE = 13;
  public static final int CLASS = 14;
  public static final int CLOSE = 15;
  public static final int COLOR = 16;
  public static final int COLSPAN = 17;
  public static final int COLUMNALIGN = 18;
  public static final int CONTENT = 19;
  public static final int DATA_LANG = 20;
  public static final int DATA_LANGUAGE = 21;
  public static final int DATA_LATEX = 22;
  public static final int DATA_MATH = 23;
  public static final int DATA_SRC = 24;
  public static final int DATA_TYPE = 25;
  public static final int DATETIME = 26;
  public static final int DEFINITIONURL = 27;
  public static final int DIR = 28;
  public static final int DISPLAY = 29;
  public static final int ENCODING = 30;
  public static final int FACE = 31;
  public static final int FENCE = 32;
  public static final int HEADERS = 33;
  public static final int HEIGHT = 34;
  public static final int HIDDEN = 35;
  public static final int HREF = 36;
  public static final int HREFLANG = 37;
  public static final int HTTP_EQUIV = 38;
  public static final int ID = 39;
  public static final int INTENT = 40;
  public static final int ITEMPROP = 41;
  public static final int ITEMSCOPE = 42;
  public static final int ITEMTYPE = 43;
  public static final int LANG = 44;
  public static final int LANGUAGE = 45;
  public static final int LINETHICKNESS = 46;
  public static final int MATHVARIANT = 47;
  public static final int MODE = 48;
  public static final int NAME = 49;
  public static final int NOTATION = 50;
  public static final int OPEN = 51;
  public static final int PROPERTY = 52;
  public static final int REL = 53;
  public static final int REV = 54;
  public static final int ROLE = 55;
  public static final int ROWSPAN = 56;
  public static final int SCOPE = 57;
  public static final int SEPARATORS = 58;
  public static final int SIZE = 59;
  public static final int SRC = 60;
  public static final int START = 61;
  public static final int STRETCHY = 62;
  public static final int STYLE = 63;
  public static final int TITLE = 64;
  public static final int TYPE = 65;
  public static final int VALUE = 66;
  public static final int WIDTH = 67;
  public static final int XML_LANG = 68;
  public static final int XMLNS = 69;
  public static final int DATA_EXPR = 70;
  public static final int DATA_FORMULA = 71;
  public static final int DATA_MATHML = 72;
  public static final int DATA_ORIGINAL = 73;
  public static final int DATA_TEX = 74;
  public static final int LATEX = 75;

  /** One more than the greatest number. */
  public static final int COUNT = 76;

  private static final String[] BY_NUMBER =
      """
      accent accentunder action align alt alttext aria-hidden aria-label aria-modal
      base border cd charset cite class close color colspan columnalign content
      data-lang data-language data-latex data-math data-src data-type datetime
      definitionurl dir display encoding face fence headers height hidden href
      hreflang http-equiv id intent itemprop itemscope itemtype lang language
      linethickness mathvariant mode name notation open property rel rev role rowspan
      scope separators size src start stretchy style title type value width xml:lang
      xmlns
      data-expr data-formula data-mathml data-original data-tex latex
      """
          .strip()
          .split("\\s+");

  private Attr() {}

  /** The name of a number, in lower case. */
  public static String name(int attribute) {
    return BY_NUMBER[attribute];
  }
}
