package io.sluice.dedup.cluster;

import io.sluice.dedup.passage.PassageConfig;
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
 * @param url whether of each canonical URL only the newest document stays, before all else
 * @param bySource whether documents of different inputs (one input a dump) never meet
 * @param minSimilarity candidates less similar than this are not linked, 0..1; 0 links all
 * @param verify whether the similarity of candidates is the true Jaccard of their shingles, for
 *     which their texts are read, in place of the signatures' estimate
 * @param inputs JSON lines files with {@code id} and {@code text} to deduplicate in place of the
 *     run's documents
 * @param against run folders whose kept documents stay: new documents that are duplicates of theirs
 *     go, and of the old runs only signatures are read
 * @param passages which repeated passages of kept documents are recorded
 */
public record DedupConfig(
    @Key(
            doc = "documents with the same text (see sketch.exact_form) are duplicates",
            preset = "true")
        boolean exact,
    @Key(doc = "documents that share a MinHash band are duplicates", preset = "true")
        boolean minhash,
    @Key(
            doc = "which member of a cluster stays, in turn: quality, longest, newest",
            preset = "[quality, longest, newest]")
        List<SurvivorOrder> keep,
    @Key(doc = "documents of different language never meet", preset = "false") boolean byLanguage,
    @Key(doc = "of each URL, tidied, only the newest document stays", preset = "false") boolean url,
    @Key(doc = "documents of different inputs (dumps) never meet", preset = "false")
        boolean bySource,
    @Key(
            doc = "candidates less similar than this are not linked; 0 links all",
            preset = "0",
            min = 0,
            max = 1)
        double minSimilarity,
    @Key(
            doc = "measure candidates by the true Jaccard of their shingles: reads their texts",
            preset = "false")
        boolean verify,
    @Key(
            doc = "JSON lines with id and text, in place of the run's documents; --in gives them",
            preset = "[]")
        List<String> inputs,
    @Key(
            doc =
                "run folders of earlier crawls, whose kept documents stay; no text of theirs is read",
            preset = "[]")
        List<String> against,
    @Key(doc = "passages that the kept documents share; see docs/choices.md", preset = "{}")
        PassageConfig passages) {

  public DedupConfig {
    keep = List.copyOf(keep);
    inputs = List.copyOf(inputs);
    against = List.copyOf(against);
    if (!exact && !minhash && !url) {
      throw new IllegalArgumentException(
          "exact, minhash, url: got false, false and false, allowed at least one true");
    }
    if (!keep.isEmpty() && EnumSet.copyOf(keep).size() < keep.size()) {
      throw new IllegalArgumentException("keep: got " + keep + ", allowed each criterion once");
    }
    if (!(minSimilarity >= 0 && minSimilarity <= 1)) {
      throw new IllegalArgumentException("min_similarity: got " + minSimilarity + ", allowed 0..1");
    }
  }

  /** These duplicates, this survivor, this scope; the presets for all else. */
  public DedupConfig(boolean exact, boolean minhash, List<SurvivorOrder> keep, boolean byLanguage) {
    this(
        exact,
        minhash,
        keep,
        byLanguage,
        false,
        false,
        0,
        false,
        List.of(),
        List.of(),
        PassageConfig.presets());
  }

  /** The presets: exact and MinHash, quality then longest then newest, across languages. */
  public static DedupConfig presets() {
    return new DedupConfig(true, true, List.of(SurvivorOrder.values()), false);
  }

  /** The settings that verdicts depend on, the inputs aside. */
  public DedupConfig judging() {
    return new DedupConfig(
        exact,
        minhash,
        keep,
        byLanguage,
        url,
        bySource,
        minSimilarity,
        verify,
        List.of(),
        List.of(),
        PassageConfig.presets());
  }

  /** The same over these files. */
  public DedupConfig withInputs(List<String> paths) {
    return new DedupConfig(
        exact,
        minhash,
        keep,
        byLanguage,
        url,
        bySource,
        minSimilarity,
        verify,
        paths,
        against,
        passages);
  }
}
