package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What class names say of an element, as a set of marks; remembered by the bytes of the attribute,
 * for pages name the same classes over and over. The names are those of libraries and formats.
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

  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 300;

  private static final Map<String, Integer> BY_NAME = new HashMap<>();

  static {
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

  private final byte[][] values = new byte[SLOTS][];
  private final short[] marks = new short[SLOTS];

  private static void set(int mark, String names) {
    for (String name : names.strip().split("\\s+")) {
      BY_NAME.merge(name, mark, (a, b) -> a | b);
    }
  }

  /** The marks of a class attribute. */
  int marks(HtmlTree tree, int value) {
    byte[] source = tree.source();
    int start = tree.valueStart(value);
    int end = tree.valueEnd(value);
    if (end - start > LONGEST) {
      return 0;
    }
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + source[i];
    }
    int slot = (hash ^ hash >>> 12 ^ hash >>> 24) & (SLOTS - 1);
    byte[] known = values[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, source, start, end)) {
      values[slot] = Arrays.copyOfRange(source, start, end);
      marks[slot] = (short) of(tree.value(value));
    }
    return marks[slot];
  }

  private static int of(String classes) {
    int found = 0;
    boolean math = false;
    boolean placed = false;
    boolean display = false;
    for (String name : classes.toLowerCase(Locale.ROOT).split("\\s+")) {
      found |= BY_NAME.getOrDefault(name, 0);
      math |= name.equals("math") || name.equals("arithmatex");
      placed |= name.equals("inline") || name.equals("arithmatex");
      display |= name.equals("display") || name.equals("block");
    }
    if (math) {
      // as Pandoc and its kin write them
      found |= placed || display ? TEX : 0;
      found |= display ? DISPLAY : 0;
    }
    return found;
  }
}
