package io.sluice.dedup.passage;

import io.sluice.dedup.sketch.WordHashes;
import io.sluice.ingest.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of words of a fixed length.
 *
 * <p>Comparing every run of every text would cost an entry a word. Winnowing (Schleimer, Wilkerson,
 * Aiken, SIGMOD 2003) picks a few shorter runs, the anchors, of half that length: the least hash
 * among each n/2 + 1 that follow one another. Two passages of n equal words hold an equal anchor at
 * the same place, so that only the runs around anchors that stand twice need comparing, and no
 * passage of n words is missed.
 */
public final class Runs {
  private final int words;
  private final int anchor;

  /** Runs of so many words. */
  public Runs(int words) {
    this.words = words;
    this.anchor = words / 2;
  }

  /**
   * The anchors of a text: {@code start} is the number of their first word, {@code end} the next.
   */
  public List<Passage> anchors(Words text) {
    List<Passage> anchors = new ArrayList<>();
    long[] hashes = WordHashes.runs(text, anchor);
    int window = words - anchor + 1;
    int last = -1;
    int least = -1;
    for (int i = 0; i + window <= hashes.length; i++) {
      if (least < i) {
        least = i;
        for (int k = i + 1; k < i + window; k++) {
          least = hashes[k] <= hashes[least] ? k : least;
        }
      } else if (hashes[i + window - 1] <= hashes[least]) {
        least = i + window - 1;
      }
      if (least != last) {
        anchors.add(new Passage(hashes[least], least, least + 1));
        last = least;
      }
    }
    return anchors;
  }

  /**
   * The runs of the full length that hold one of these anchors, in order; offsets are those of the
   * text.
   *
   * @param anchors numbers of the anchors' first words
   */
  public List<Passage> around(Words text, int[] anchors) {
    int[] sorted = anchors.clone();
    Arrays.sort(sorted);
    long[] hashes = WordHashes.runs(text, words);
    List<Passage> runs = new ArrayList<>();
    int next = 0;
    for (int at : sorted) {
      int to = Math.min(at, hashes.length - 1);
      for (int i = Math.max(next, at - (words - anchor)); i <= to; i++) {
        runs.add(new Passage(hashes[i], text.start(i), text.end(i + words - 1)));
        next = i + 1;
      }
    }
    return runs;
  }
}
