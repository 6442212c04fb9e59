package io.sluice.mixer.tokenize;

import java.io.Serializable;

/**
 * Says for which source files, and where, fill-in-the-middle cuts (Bavarian et al., arXiv
 * 2207.14255). It holds seed and rate; its answer depends on its arguments alone.
 */
@FunctionalInterface
public interface MiddleFiller extends Serializable {
  /** Never cuts. */
  MiddleFiller NONE = (id, epoch, text) -> null;

  /**
   * The cuts of a document in an epoch.
   *
   * @param id the document's id
   * @param epoch 0-based; drawn anew for each
   * @param text the whole text
   * @return the cuts, or null where this document stays as it is in this epoch
   */
  Cuts cut(String id, int epoch, String text);

  /**
   * Where a text is cut in three.
   *
   * @param first end of the prefix, in UTF-16 units, not inside a surrogate pair
   * @param second end of the middle, not before {@code first}
   * @param suffixFirst true for suffix-prefix-middle order, false for prefix-suffix-middle
   */
  record Cuts(int first, int second, boolean suffixFirst) {
    public Cuts {
      if (first < 0 || second < first) {
        throw new IllegalArgumentException(
            "cuts: got " + first + ".." + second + ", allowed 0 <= first <= second");
      }
    }
  }
}
