package io.sluice.dedup.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts in two columns, kept level, words that only one has in brackets. Columns are counted in
 * places of a terminal, of which a Han or Kana character takes two.
 */
public final class SideBySide {
  private static final String GAP = " | ";

  private final int width;
  private final int lines;

  /**
   * @param width places of each column
   * @param lines lines shown at most
   */
  public SideBySide(int width, int lines) {
    if (width < 10 || lines < 1) {
      throw new IllegalArgumentException(
          "width, lines: got " + width + ", " + lines + ", allowed 10 and 1 or more");
    }
    this.width = width;
    this.lines = lines;
  }

  /** The lines, without line ends. */
  public List<String> lay(List<WordDiff.Pair> pairs) {
    List<String> laid = new ArrayList<>();
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    int differing = 0;
    for (WordDiff.Pair pair : pairs) {
      differing += pair.same() ? 0 : 1;
      String a = word(pair.left(), pair.same());
      String b = word(pair.right(), pair.same());
      if (places(left) + places(a) > width || places(right) + places(b) > width) {
        flush(laid, left, right);
      }
      left.append(a);
      right.append(b);
    }
    flush(laid, left, right);
    if (laid.size() <= lines) {
      return laid;
    }
    List<String> shown = new ArrayList<>(laid.subList(0, lines));
    shown.add("(" + (laid.size() - lines) + " more lines; " + differing + " words differ in all)");
    return shown;
  }

  /** A word as it is shown: controls as spaces, cut where it fills a column. */
  private String word(String piece, boolean same) {
    if (piece == null) {
      return "";
    }
    String shown = piece.replaceAll("[\\p{Cntrl}\\s]+", " ");
    if (!same) {
      String core = shown.stripTrailing();
      shown = "[" + core + "]" + shown.substring(core.length());
    }
    StringBuilder fitting = new StringBuilder();
    int taken = 0;
    for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
      int codePoint = shown.codePointAt(i);
      taken += places(codePoint);
      if (taken > width) {
        break;
      }
      fitting.appendCodePoint(codePoint);
    }
    return fitting.toString();
  }

  private void flush(List<String> laid, StringBuilder left, StringBuilder right) {
    if (left.length() + right.length() == 0) {
      return;
    }
    laid.add((left + " ".repeat(width - places(left)) + GAP + right).stripTrailing());
    left.setLength(0);
    right.setLength(0);
  }

  private static int places(CharSequence text) {
    return text.codePoints().map(SideBySide::places).sum();
  }

  private static int places(int codePoint) {
    if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      return 0;
    }
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115f)
            || (codePoint >= 0x2e80 && codePoint <= 0xa4cf)
            || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
            || (codePoint >= 0xf900 && codePoint <= 0xfaff)
            || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
            || (codePoint >= 0xff00 && codePoint <= 0xff60)
            || (codePoint >= 0x1f300 && codePoint <= 0x1faff)
            || (codePoint >= 0x20000 && codePoint <= 0x3fffd);
    return wide ? 2 : 1;
  }
}
