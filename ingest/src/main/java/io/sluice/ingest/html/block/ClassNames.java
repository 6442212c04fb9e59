package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What class names say of an element, as a set of marks. The names are those of libraries and
 * formats; they are looked up by their bytes, whatever their case.
 */
final class ClassNames {
  /** Not to be seen, or not meant to be read. */
  static final int HIDDEN = 1;

  /** A rendering of a formula whose source stands in it, or beside it. */
  static final int RENDERED_MATH = 2;

  /** Holds a formula's source, and perhaps renderings. */
  static final int MATH = 4;

  /** Its text is TeX, perhaps without delimiters. */
  static final int TEX = 8;

  /** A formula that stands by itself. */
  static final int DISPLAY = 16;

  /** An attribute may hold a formula. */
  static final int MATH_VALUE = 32;

  /** Holds lines of code without a {@code pre}. */
  static final int CODE = 64;

  /** Numbers of lines of code, wherever it stands. */
  static final int GUTTER = 128;

  /** Numbers of lines, or a button: no part of the code that it stands in. */
  static final int BESIDE_CODE = 256;

  /** May hold lines of code without a {@code pre}. */
  static final int MAYBE_CODE = 512;

  /** Any of the marks of formulas. */
  static final int FORMULA = RENDERED_MATH | MATH | TEX | MATH_VALUE;

  // words that say something only beside others
  private static final int MATH_WORD = 1 << 16;
  private static final int INLINE_WORD = 1 << 17;
  private static final int DISPLAY_WORD = 1 << 18;

  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 300;

  // open addressing by the name's hash
  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final int[] MARKS = new int[SLOTS];

  static {
    set(MATH_WORD, "math arithmatex");
    set(INLINE_WORD, "inline arithmatex");
    set(DISPLAY_WORD, "display block");
    set(
        HIDDEN,
        """
        visually-hidden visuallyhidden sr-only screen-reader-text noprint mw-editsection
        """);
    set(
        RENDERED_MATH,
        """
        mathjax mathjax_display mathjax_svg mathjax_svg_display mathjax_preview mathjax_chtml
        mjxc-display mjx-chtml mathjax_error mathjax_full_width katex-html mq-root-block
        """);
    set(
        HIDDEN,
        """
        copy-btn copybtn copy-button btn-copy copy-code-button code-copy-btn btn-clipboard
        clipboard-copy hljs-copy-button copy-to-clipboard-button code-copy
        """);
    set(
        CODE,
        """
        syntaxhighlighter dp-highlighter crayon-table js-file-line-container diff-table hljs-ln
        codemirror-code cm-content view-lines ace_text-layer blob-code lines-code hljs-ln-code
        """);
    set(
        MAYBE_CODE,
        """
        code codeblock code-block sourcecode source-code programlisting codebox w3-code code_block
        de1 geshi
        """);
    set(
        GUTTER,
        """
        lineno linenos linenodiv line-numbers-wrapper line-numbers-rows blob-num hljs-ln-numbers
        crayon-nums rouge-gutter react-line-number react-syntax-highlighter-line-number
        codemirror-linenumber codemirror-gutter-wrapper codemirror-gutters cm-gutters lines-num
        diff-line-num pre-numbering line-number linenumber code-line-number
        """);
    set(
        BESIDE_CODE,
        """
        gutter ln lnt line-numbers number-gutter toolbar tools bar copy code-header
        """);
    set(MATH, "katex katex-display katex-mathml mwe-math-element wirisformula");
    set(TEX, "math-tex js-render-math tex2jax_process katex-src texmath math-latex");
    set(
        DISPLAY,
        """
        katex-display mathjax_display mathjax_svg_display mjxc-display math-display math-block
        mwe-math-element-block ql-display-formula ql-img-displayed-equation display-math
        """);
  }

  private ClassNames() {}

  private static void set(int mark, String names) {
    for (String name : names.strip().split("\\s+")) {
      byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
      int hash = 0;
      for (byte b : bytes) {
        hash = hash * 31 + b;
      }
      int slot = slot(hash);
      while (NAMES[slot] != null && !Arrays.equals(NAMES[slot], bytes)) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      NAMES[slot] = bytes;
      MARKS[slot] |= mark;
    }
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (SLOTS - 1);
  }

  /** The marks of a class attribute. */
  static int marks(HtmlTree tree, int value) {
    byte[] source = tree.source();
    int start = tree.valueStart(value);
    int end = tree.valueEnd(value);
    if (end - start > LONGEST) {
      return 0;
    }
    int found = 0;
    int i = start;
    while (i < end) {
      int from = i;
      int hash = 0;
      while (i < end && (source[i] > ' ' || source[i] < 0)) {
        hash = hash * 31 + lower(source[i++]);
      }
      int slot = slot(hash);
      while (i > from && NAMES[slot] != null) {
        if (isName(NAMES[slot], source, from, i)) {
          found |= MARKS[slot];
          break;
        }
        slot = (slot + 1) & (SLOTS - 1);
      }
      i++;
    }
    return (found & MATH_WORD) == 0 ? found & 0xffff : ofFormula(found);
  }

  private static int lower(int b) {
    return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
  }

  private static boolean isName(byte[] name, byte[] source, int start, int end) {
    if (name.length != end - start) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (name[i] != lower(source[start + i])) {
        return false;
      }
    }
    return true;
  }

  /** Marks where the word for formulas is among the names, as Pandoc and its kin write it. */
  private static int ofFormula(int found) {
    int marks = found & 0xffff;
    if ((found & DISPLAY_WORD) != 0) {
      return marks | TEX | DISPLAY;
    }
    return (found & INLINE_WORD) != 0 ? marks | TEX : marks;
  }
}
