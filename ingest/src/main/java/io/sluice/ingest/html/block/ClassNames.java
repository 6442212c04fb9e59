package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.HtmlTree;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What class names say of an element, as a set of marks; remembered by the bytes of the attribute,
 * for pages name the same classes over and over.
 */
final class ClassNames {
  /** Not to be seen, or not meant to be read. */
  static final int HIDDEN = 1;

  /** A rendering of a formula whose source stands beside it. */
  static final int RENDERED_MATH = 2;

  /** Holds a formula and its renderings. */
  static final int MATH = 4;

  /** Holds lines of code without a {@code pre}. */
  static final int CODE = 8;

  /** Numbers of lines of code, wherever it stands. */
  static final int GUTTER = 16;

  /** Numbers of lines, a button: no part of the code that it stands in. */
  static final int BESIDE_CODE = 32;

  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 300;

  private static final Map<String, Integer> BY_NAME = new java.util.HashMap<>();

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
        mjxc-display mjx-chtml mathjax_error katex-html
        """);
  }

  private final byte[][] values = new byte[SLOTS][];
  private final byte[] marks = new byte[SLOTS];

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
    int slot = (hash ^ hash >>> 12 ^ hash >>> 24) & SLOTS - 1;
    byte[] known = values[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, source, start, end)) {
      values[slot] = Arrays.copyOfRange(source, start, end);
      marks[slot] = (byte) of(tree.value(value));
    }
    return marks[slot];
  }

  private static int of(String classes) {
    int found = 0;
    for (String name : classes.toLowerCase(Locale.ROOT).split("\\s+")) {
      found |= BY_NAME.getOrDefault(name, 0);
    }
    return found;
  }
}
