package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Words;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Texts and their words for tests. */
public final class Texts {
  private Texts() {}

  /** Words between blanks. */
  public static Words words(String text) {
    int[] starts = new int[text.length() / 2 + 1];
    int[] ends = new int[starts.length];
    int count = 0;
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      if (i > start) {
        starts[count] = start;
        ends[count++] = i;
      }
      i++;
    }
    return new Words(text, starts, ends, count);
  }

  /** A text of seeded words, none of which another text of another seed is likely to have. */
  public static String random(long seed, int words) {
    SplittableRandom random = new SplittableRandom(seed);
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < words; i++) {
      text.add(Long.toString(random.nextLong() >>> 16, 36));
    }
    return text.toString();
  }
}
