package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Tag;

/** What the walk does at an element, by its tag. */
final class Act {
  /** Nothing: its text belongs to the line it stands in. */
  static final int INLINE = 0;

  /** Nothing of it is text of the page. */
  static final int SKIP = 1;

  static final int TEXT = 2;
  static final int BLOCK = 3;
  static final int HEADING = 4;
  static final int LIST = 5;
  static final int ITEM = 6;
  static final int TERM = 7;
  static final int TABLE = 8;
  static final int ROW = 9;
  static final int CELL = 10;
  static final int CAPTION = 11;
  static final int QUOTE = 12;
  static final int PRE = 13;
  static final int BREAK = 14;
  static final int RULE = 15;
  static final int LINK = 16;
  static final int IMAGE = 17;
  static final int SCRIPT = 18;
  static final int MATH = 19;
  static final int CODE = 20;
  static final int STRONG = 21;
  static final int EMPHASIS = 22;
  static final int SUPER = 23;
  static final int CONTROL = 24;
  static final int TEXTAREA = 25;
  static final int DIALOG = 26;
  static final int OTHER = 27;
  static final int ROOT = 28;

  /** Lines of code in elements of their own; told by classes, not by the tag. */
  static final int SOFT_PRE = 29;

  private static final byte[] BY_TAG = new byte[Tag.COUNT];

  static {
    BY_TAG[Tag.DOCUMENT] = ROOT;
    BY_TAG[Tag.HTML] = ROOT;
    BY_TAG[Tag.TEXT] = TEXT;
    BY_TAG[Tag.OTHER] = OTHER;
    set(
        SKIP,
        Tag.STYLE,
        Tag.NOSCRIPT,
        Tag.TEMPLATE,
        Tag.HEAD,
        Tag.IFRAME,
        Tag.FRAME,
        Tag.FRAMESET,
        Tag.NOFRAMES,
        Tag.NOEMBED,
        Tag.OBJECT,
        Tag.EMBED,
        Tag.APPLET,
        Tag.SVG,
        Tag.CANVAS,
        Tag.VIDEO,
        Tag.AUDIO,
        Tag.MAP,
        Tag.DATALIST,
        Tag.RP,
        Tag.RT,
        Tag.RTC,
        Tag.TITLE,
        Tag.METER,
        Tag.PROGRESS,
        Tag.LINK,
        Tag.META,
        Tag.BASE,
        Tag.PORTAL);
    set(
        BLOCK,
        Tag.BODY,
        Tag.ADDRESS,
        Tag.ARTICLE,
        Tag.ASIDE,
        Tag.CENTER,
        Tag.DETAILS,
        Tag.DIV,
        Tag.FIELDSET,
        Tag.FIGURE,
        Tag.FOOTER,
        Tag.FORM,
        Tag.HEADER,
        Tag.HGROUP,
        Tag.LEGEND,
        Tag.MAIN,
        Tag.MARQUEE,
        Tag.NAV,
        Tag.P,
        Tag.SEARCH,
        Tag.SECTION,
        Tag.SUMMARY,
        Tag.TBODY,
        Tag.TFOOT,
        Tag.THEAD,
        Tag.OPTGROUP);
    set(HEADING, Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6);
    set(LIST, Tag.UL, Tag.OL, Tag.DL, Tag.DIR, Tag.MENU);
    set(TERM, Tag.DT, Tag.DD);
    set(CELL, Tag.TD, Tag.TH);
    set(CAPTION, Tag.CAPTION, Tag.FIGCAPTION);
    set(PRE, Tag.PRE, Tag.LISTING, Tag.XMP, Tag.PLAINTEXT);
    set(CODE, Tag.CODE, Tag.TT, Tag.KBD, Tag.SAMP);
    set(STRONG, Tag.B, Tag.STRONG);
    set(EMPHASIS, Tag.I, Tag.EM);
    set(CONTROL, Tag.BUTTON, Tag.INPUT, Tag.SELECT, Tag.KEYGEN);
    BY_TAG[Tag.LI] = ITEM;
    BY_TAG[Tag.TABLE] = TABLE;
    BY_TAG[Tag.TR] = ROW;
    BY_TAG[Tag.BLOCKQUOTE] = QUOTE;
    BY_TAG[Tag.BR] = BREAK;
    BY_TAG[Tag.HR] = RULE;
    BY_TAG[Tag.A] = LINK;
    BY_TAG[Tag.IMG] = IMAGE;
    BY_TAG[Tag.SCRIPT] = SCRIPT;
    BY_TAG[Tag.MATH] = MATH;
    BY_TAG[Tag.SUP] = SUPER;
    BY_TAG[Tag.TEXTAREA] = TEXTAREA;
    BY_TAG[Tag.DIALOG] = DIALOG;
  }

  private Act() {}

  private static void set(int act, int... tags) {
    for (int tag : tags) {
      BY_TAG[tag] = (byte) act;
    }
  }

  /** What to do at an element with this tag. */
  static int of(int tag) {
    return BY_TAG[tag];
  }
}
