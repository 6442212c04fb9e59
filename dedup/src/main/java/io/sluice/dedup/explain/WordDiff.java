package io.sluice.dedup.explain;

import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What two texts share and what they do not, word by word: a longest common subsequence of their
 * words, whatever their case, over the first {@value #MOST} of each.
 */
public final class WordDiff {
  /** Words of a text that are compared. */
  public static final int MOST = 1500;

  /**
   * A word with what follows it up to the next.
   *
   * @param left the word in the first text, or null where only the second has it
   * @param right the word in the second text, or null where only the first has it
   */
  public record Pair(String left, String right) {
    /** Whether both texts have it. */
    public boolean same() {
      return left != null && right != null;
    }
  }

  private WordDiff() {}

  /** The words of both texts in order. */
  public static List<Pair> of(String left, String right) {
    WordSplitter splitter = new WordSplitter();
    List<String> a = pieces(splitter.split(left));
    List<String> b = pieces(splitter.split(right));
    List<String> keysA = a.stream().map(WordDiff::key).toList();
    List<String> keysB = b.stream().map(WordDiff::key).toList();
    // common[i][k]: length of the longest common subsequence of what follows i and k.
    short[][] common = new short[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int k = b.size() - 1; k >= 0; k--) {
        common[i][k] =
            keysA.get(i).equals(keysB.get(k))
                ? (short) (common[i + 1][k + 1] + 1)
                : (short) Math.max(common[i + 1][k], common[i][k + 1]);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    Deque<String> only = new ArrayDeque<>();
    int i = 0;
    int k = 0;
    while (i < a.size() || k < b.size()) {
      if (i < a.size() && k < b.size() && keysA.get(i).equals(keysB.get(k))) {
        only.forEach(word -> pairs.add(new Pair(null, word)));
        only.clear();
        pairs.add(new Pair(a.get(i++), b.get(k++)));
      } else if (k == b.size() || (i < a.size() && common[i + 1][k] >= common[i][k + 1])) {
        pairs.add(new Pair(a.get(i++), null));
      } else {
        only.add(b.get(k++));
      }
    }
    only.forEach(word -> pairs.add(new Pair(null, word)));
    return pairs;
  }

  private static List<String> pieces(Words words) {
    List<String> pieces = new ArrayList<>();
    int count = Math.min(words.count(), MOST);
    for (int i = 0; i < count; i++) {
      int end = i + 1 < words.count() ? words.start(i + 1) : words.text().length();
      pieces.add(words.text().substring(words.start(i), end));
    }
    return pieces;
  }

  /** A piece's word alone: what is compared. */
  private static String key(String piece) {
    int end = piece.length();
    while (end > 1 && !Character.isLetterOrDigit(piece.codePointBefore(end))) {
      end -= Character.charCount(piece.codePointBefore(end));
    }
    return piece.substring(0, Math.max(end, 1)).toLowerCase(Locale.ROOT);
  }
}
