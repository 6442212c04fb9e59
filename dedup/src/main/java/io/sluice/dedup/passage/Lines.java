package io.sluice.dedup.passage;

import io.sluice.dedup.sketch.WordHashes;
import io.sluice.ingest.text.Hash128;
import io.sluice.ingest.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text, each with a hash of its words in lower case with every digit as 0: what
 * CCNet compares, punctuation and accents' encoding aside.
 */
public final class Lines {
  private Lines() {}

  /**
   * The lines of at least so many words.
   *
   * @param words the text's words
   */
  public static List<Passage> of(Words words, int least) {
    String text = words.text();
    List<Passage> lines = new ArrayList<>();
    int word = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      long hash = 0;
      int count = 0;
      while (word < words.count() && words.start(word) < end) {
        hash = hash * 0x9e3779b97f4a7c15L + WordHashes.digitsAlike(words, word);
        word++;
        count++;
      }
      if (count >= least) {
        lines.add(new Passage(Hash128.mix(hash + count), start, end));
      }
      start = end;
    }
    return lines;
  }
}
