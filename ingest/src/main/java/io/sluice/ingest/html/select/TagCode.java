package io.sluice.ingest.html.select;

import io.sluice.ingest.html.tree.Tag;

/**
 * Tags as features: small numbers, those alike the same, and roughly in the order of their worth.
 */
final class TagCode {
  private static final byte[] TAGS = new byte[Tag.COUNT];

  static {
    int code = 1;
    for (int[] alike :
        new int[][] {
          {Tag.NAV},
          {Tag.FOOTER},
          {Tag.ASIDE},
          {Tag.FORM, Tag.FIELDSET, Tag.LEGEND, Tag.OPTGROUP},
          {Tag.HEADER, Tag.HGROUP},
          {Tag.ADDRESS},
          {Tag.UL, Tag.OL, Tag.MENU, Tag.DIR},
          {Tag.LI},
          {Tag.DL},
          {Tag.DT, Tag.DD},
          {Tag.TABLE, Tag.TBODY, Tag.THEAD, Tag.TFOOT},
          {Tag.TR},
          {Tag.TD, Tag.TH},
          {Tag.DIV},
          {Tag.CENTER},
          {Tag.SECTION},
          {Tag.BODY, Tag.HTML, Tag.DOCUMENT},
          {Tag.OTHER},
          {Tag.FIGURE, Tag.FIGCAPTION, Tag.CAPTION},
          {Tag.DETAILS, Tag.SUMMARY},
          {Tag.H1},
          {Tag.H2, Tag.H3},
          {Tag.H4, Tag.H5, Tag.H6},
          {Tag.P},
          {Tag.BLOCKQUOTE},
          {Tag.PRE, Tag.LISTING, Tag.XMP, Tag.PLAINTEXT},
          {Tag.ARTICLE},
          {Tag.MAIN}
        }) {
      for (int tag : alike) {
        TAGS[tag] = (byte) code;
      }
      code++;
    }
  }

  private TagCode() {}

  /** The code of a tag around blocks; 0 of one that holds none. */
  static int of(int tag) {
    return TAGS[tag];
  }

  /** The code of a tag in a line. */
  static int inLine(int tag) {
    return switch (tag) {
      case Tag.A -> 1;
      case Tag.LABEL -> 2;
      case Tag.SMALL -> 3;
      case Tag.TIME -> 4;
      case Tag.SPAN -> 5;
      case Tag.FONT -> 6;
      case Tag.I, Tag.EM, Tag.CITE -> 7;
      case Tag.B, Tag.STRONG -> 8;
      case Tag.CODE -> 9;
      default -> 10;
    };
  }
}
