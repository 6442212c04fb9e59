package io.sluice.dedup.passage;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * Which repeated passages are looked for in the documents that deduplication keeps.
 *
 * @param lines whether a line that stood in an earlier document is repeated (CCNet, arXiv
 *     1911.00359, section 3.1: its paragraphs are lines)
 * @param lineWords lines of fewer words are left alone
 * @param runs whether a run of words that stood earlier is repeated (the aim of ExactSubstr, Lee et
 *     al., arXiv 2107.06499)
 * @param runWords words of a run at least
 */
public record PassageConfig(
    @Key(doc = "record lines that an earlier document has too", preset = "false") boolean lines,
    @Key(doc = "lines of fewer words are left alone", preset = "1", min = 1) int lineWords,
    @Key(doc = "record runs of words that stand earlier too; reads texts twice", preset = "false")
        boolean runs,
    @Key(doc = "words of such a run at least", preset = "50", min = 8, max = 1000) int runWords)
    implements Serializable {

  public PassageConfig {
    if (lineWords < 1) {
      throw new IllegalArgumentException("line_words: got " + lineWords + ", allowed 1 and more");
    }
    if (runWords < 8 || runWords > 1000) {
      throw new IllegalArgumentException("run_words: got " + runWords + ", allowed 8..1000");
    }
  }

  /** The presets: nothing is looked for. */
  public static PassageConfig presets() {
    return new PassageConfig(false, 1, false, 50);
  }

  /** Whether anything is looked for. */
  public boolean enabled() {
    return lines || runs;
  }
}
