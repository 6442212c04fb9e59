package io.sluice.dedup.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of a text to take out, in order, none touching another. */
public final class Spans {
  private Spans() {}

  /** The union of passages given by {@link Passage#place}. */
  public static List<Passage> merged(long[] places) {
    long[] sorted = places.clone();
    Arrays.sort(sorted);
    List<Passage> merged = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (long place : sorted) {
      int from = (int) (place >>> 32);
      int to = (int) place;
      if (from > end || start < 0) {
        if (start >= 0) {
          merged.add(new Passage(0, start, end));
        }
        start = from;
        end = to;
      } else {
        end = Math.max(end, to);
      }
    }
    if (start >= 0) {
      merged.add(new Passage(0, start, end));
    }
    return merged;
  }

  /**
   * The text without these stretches.
   *
   * @throws IllegalArgumentException if they do not lie in it, in order
   */
  public static String cut(String text, List<Passage> spans) {
    StringBuilder left = new StringBuilder(text.length());
    int at = 0;
    for (Passage span : spans) {
      if (span.start() < at || span.end() > text.length()) {
        throw new IllegalArgumentException(
            "span: got "
                + span.start()
                + ".."
                + span.end()
                + " in "
                + text.length()
                + " characters");
      }
      left.append(text, at, span.start());
      at = span.end();
    }
    return left.append(text, at, text.length()).toString();
  }
}
