package io.sluice.ingest.html.tree;

import java.nio.charset.StandardCharsets;

/**
 * Element names as small numbers. Names that are not here have the number {@link #OTHER}, and
 * {@link HtmlTree#name} gives them as written.
 */
public final class Tag {
  /** The document itself: node 0. */
  public static final int DOCUMENT = 0;

  /** A run of text. */
  public static final int TEXT = 1;

  /** An element whose name is not listed here. */
  public static final int OTHER = 2;

  // HTML, with what is obsolete and still met
  public static final int A = 3;
  public static final int ABBR = 4;
  public static final int ACRONYM = 5;
  public static final int ADDRESS = 6;
  public static final int APPLET = 7;
  public static final int AREA = 8;
  public static final int ARTICLE = 9;
  public static final int ASIDE = 10;
  public static final int AUDIO = 11;
  public static final int B = 12;
  public static final int BASE = 13;
  public static final int BASEFONT = 14;
  public static final int BDI = 15;
  public static final int BDO = 16;
  public static final int BGSOUND = 17;
  public static final int BIG = 18;
  public static final int BLINK = 19;
  public static final int BLOCKQUOTE = 20;
  public static final int BODY = 21;
  public static final int BR = 22;
  public static final int BUTTON = 23;
  public static final int CANVAS = 24;
  public static final int CAPTION = 25;
  public static final int CENTER = 26;
  public static final int CITE = 27;
  public static final int CODE = 28;
  public static final int COL = 29;
  public static final int COLGROUP = 30;
  public static final int DATA = 31;
  public static final int DATALIST = 32;
  public static final int DD = 33;
  public static final int DEL = 34;
  public static final int DETAILS = 35;
  public static final int DFN = 36;
  public static final int DIALOG = 37;
  public static final int DIR = 38;
  public static final int DIV = 39;
  public static final int DL = 40;
  public static final int DT = 41;
  public static final int EM = 42;
  public static final int EMBED = 43;
  public static final int FIELDSET = 44;
  public static final int FIGCAPTION = 45;
  public static final int FIGURE = 46;
  public static final int FONT = 47;
  public static final int FOOTER = 48;
  public static final int FORM = 49;
  public static final int FRAME = 50;
  public static final int FRAMESET = 51;
  public static final int H1 = 52;
  public static final int H2 = 53;
  public static final int H3 = 54;
  public static final int H4 = 55;
  public static final int H5 = 56;
  public static final int H6 = 57;
  public static final int HEAD = 58;
  public static final int HEADER = 59;
  public static final int HGROUP = 60;
  public static final int HR = 61;
  public static final int HTML = 62;
  public static final int I = 63;
  public static final int IFRAME = 64;
  public static final int IMAGE = 65;
  public static final int IMG = 66;
  public static final int INPUT = 67;
  public static final int INS = 68;
  public static final int KBD = 69;
  public static final int KEYGEN = 70;
  public static final int LABEL = 71;
  public static final int LEGEND = 72;
  public static final int LI = 73;
  public static final int LINK = 74;
  public static final int LISTING = 75;
  public static final int MAIN = 76;
  public static final int MAP = 77;
  public static final int MARK = 78;
  public static final int MARQUEE = 79;
  public static final int MENU = 80;
  public static final int MENUITEM = 81;
  public static final int META = 82;
  public static final int METER = 83;
  public static final int NAV = 84;
  public static final int NOBR = 85;
  public static final int NOEMBED = 86;
  public static final int NOFRAMES = 87;
  public static final int NOSCRIPT = 88;
  public static final int OBJECT = 89;
  public static final int OL = 90;
  public static final int OPTGROUP = 91;
  public static final int OPTION = 92;
  public static final int OUTPUT = 93;
  public static final int P = 94;
  public static final int PARAM = 95;
  public static final int PICTURE = 96;
  public static final int PLAINTEXT = 97;
  public static final int PORTAL = 98;
  public static final int PRE = 99;
  public static final int PROGRESS = 100;
  public static final int Q = 101;
  public static final int RB = 102;
  public static final int RBC = 103;
  public static final int RP = 104;
  public static final int RT = 105;
  public static final int RTC = 106;
  public static final int RUBY = 107;
  public static final int S = 108;
  public static final int SAMP = 109;
  public static final int SCRIPT = 110;
  public static final int SEARCH = 111;
  public static final int SECTION = 112;
  public static final int SELECT = 113;
  public static final int SLOT = 114;
  public static final int SMALL = 115;
  public static final int SOURCE = 116;
  public static final int SPAN = 117;
  public static final int STRIKE = 118;
  public static final int STRONG = 119;
  public static final int STYLE = 120;
  public static final int SUB = 121;
  public static final int SUMMARY = 122;
  public static final int SUP = 123;
  public static final int SVG = 124;
  public static final int TABLE = 125;
  public static final int TBODY = 126;
  public static final int TD = 127;
  public static final int TEMPLATE = 128;
  public static final int TEXTAREA = 129;
  public static final int TFOOT = 130;
  public static final int TH = 131;
  public static final int THEAD = 132;
  public static final int TIME = 133;
  public static final int TITLE = 134;
  public static final int TR = 135;
  public static final int TRACK = 136;
  public static final int TT = 137;
  public static final int U = 138;
  public static final int UL = 139;
  public static final int VAR = 140;
  public static final int VIDEO = 141;
  public static final int WBR = 142;
  public static final int XMP = 143;

  // MathML
  public static final int MATH = 144;
  public static final int ANNOTATION = 145;
  public static final int ANNOTATION_XML = 146;
  public static final int MACTION = 147;
  public static final int MALIGNGROUP = 148;
  public static final int MALIGNMARK = 149;
  public static final int MENCLOSE = 150;
  public static final int MERROR = 151;
  public static final int MFENCED = 152;
  public static final int MFRAC = 153;
  public static final int MGLYPH = 154;
  public static final int MI = 155;
  public static final int MLABELEDTR = 156;
  public static final int MLONGDIV = 157;
  public static final int MMULTISCRIPTS = 158;
  public static final int MN = 159;
  public static final int MO = 160;
  public static final int MOVER = 161;
  public static final int MPADDED = 162;
  public static final int MPHANTOM = 163;
  public static final int MPRESCRIPTS = 164;
  public static final int MROOT = 165;
  public static final int MROW = 166;
  public static final int MS = 167;
  public static final int MSCARRIES = 168;
  public static final int MSGROUP = 169;
  public static final int MSLINE = 170;
  public static final int MSPACE = 171;
  public static final int MSQRT = 172;
  public static final int MSROW = 173;
  public static final int MSTACK = 174;
  public static final int MSTYLE = 175;
  public static final int MSUB = 176;
  public static final int MSUBSUP = 177;
  public static final int MSUP = 178;
  public static final int MTABLE = 179;
  public static final int MTD = 180;
  public static final int MTEXT = 181;
  public static final int MTR = 182;
  public static final int MUNDER = 183;
  public static final int MUNDEROVER = 184;
  public static final int MATH_NONE = 185;
  public static final int SEMANTICS = 186;
  public static final int APPLY = 187;
  public static final int CI = 188;
  public static final int CN = 189;
  public static final int CSYMBOL = 190;

  // SVG
  public static final int CIRCLE = 191;
  public static final int CLIPPATH = 192;
  public static final int DEFS = 193;
  public static final int DESC = 194;
  public static final int ELLIPSE = 195;
  public static final int FOREIGNOBJECT = 196;
  public static final int G = 197;
  public static final int LINE = 198;
  public static final int LINEARGRADIENT = 199;
  public static final int PATH = 200;
  public static final int POLYGON = 201;
  public static final int POLYLINE = 202;
  public static final int RECT = 203;
  public static final int STOP = 204;
  public static final int SYMBOL = 205;
  public static final int SVG_TEXT = 206;
  public static final int TEXTPATH = 207;
  public static final int TSPAN = 208;
  public static final int USE = 209;

  /** One more than the greatest number. */
  public static final int COUNT = 210;

  private static final String NAMES =
      """
      a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big
      blink blockquote body br button canvas caption center cite code col colgroup data datalist
      dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer
      form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input
      ins kbd keygen label legend li link listing main map mark marquee menu menuitem meta meter
      nav nobr noembed noframes noscript object ol optgroup option output p param picture
      plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select
      slot small source span strike strong style sub summary sup svg table tbody td template
      textarea tfoot th thead time title tr track tt u ul var video wbr xmp math annotation
      annotation-xml maction maligngroup malignmark menclose merror mfenced mfrac mglyph mi
      mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms
      mscarries msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup mtable mtd
      mtext mtr munder munderover none semantics apply ci cn csymbol circle clippath defs desc
      ellipse foreignobject g line lineargradient path polygon polyline rect stop symbol text
      textpath tspan use
      """;

  private static final String[] BY_NUMBER = new String[COUNT];
  private static final byte[][] BYTES = new byte[COUNT][];

  static {
    BY_NUMBER[DOCUMENT] = "#document";
    BY_NUMBER[TEXT] = "#text";
    BY_NUMBER[OTHER] = "#other";
    int number = OTHER;
    for (String name : NAMES.strip().split("\\s+")) {
      BY_NUMBER[++number] = name;
      BYTES[number] = name.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private Tag() {}

  /** The name of a number, in lower case. */
  public static String name(int tag) {
    return BY_NUMBER[tag];
  }

  /** The name's bytes, not to be changed. */
  static byte[] bytes(int tag) {
    return BYTES[tag];
  }
}
