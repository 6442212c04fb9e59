package io.sluice.dedup.cluster;

import io.sluice.ingest.config.Key;
import java.util.EnumSet;
import java.util.List;

/**
 * Section {@code dedup}: which duplicates are looked for and which member stays. The sketch itself
 * is set in the pass over text ({@link io.sluice.dedup.sketch.SketchConfig}).
 *
 * @param exact whether documents with the same text are duplicates
 * @param minhash whether documents that share a band of MinHash values are duplicates
 * @param keep criteria for the member that stays, in turn; then the smallest id
 * @param byLanguage whether documents of different language never meet
 */
public record DedupConfig(
    @Key(doc = "documents with the same text (white space aside) are duplicates", preset = "true")
        boolean exact,
    @Key(doc = "documents that share a MinHash band are duplicates", preset = "true")
        boolean minhash,
    @Key(
            doc = "which member of a cluster stays, in turn: quality, longest, newest",
            preset = "[quality, longest, newest]")
        List<SurvivorOrder> keep,
    @Key(doc = "documents of different language never meet", preset = "false") boolean byLanguage) {

  public DedupConfig {
    keep = List.copyOf(keep);
    if (!exact && !minhash) {
      throw new IllegalArgumentException(
          "exact, minhash: got false and false, allowed at least one true");
    }
    if (!keep.isEmpty() && EnumSet.copyOf(keep).size() < keep.size()) {
      throw new IllegalArgumentException("keep: got " + keep + ", allowed each criterion once");
    }
  }

  /** The presets: exact and MinHash, quality then longest then newest, across languages. */
  public static DedupConfig presets() {
    return new DedupConfig(true, true, List.of(SurvivorOrder.values()), false);
  }
}
