package io.sluice.dedup.sketch;

import io.sluice.ingest.config.Key;
import io.sluice.ingest.text.Hash128;
import java.io.Serializable;
import java.util.Objects;

/**
 * Shape of a MinHash signature. Two documents become candidates when all values of at least one
 * band agree: with Jaccard similarity s that has probability {@code 1 - (1 - s^rows)^bands}. The
 * presets are FineWeb's (arXiv 2406.17557, section 3.4): half-point near s = 0.72.
 *
 * @param bands number of bands, 1..255
 * @param rows values in a band, 1..255; bands × rows is at most 1,024
 * @param shingle words in a shingle, 1..64
 * @param seed chooses the hash functions
 * @param bits of a min-hash value, 32 or 64
 * @param analysis what splits a text into words
 * @param simplified whether traditional Chinese characters are read as simplified ones
 * @param exactForm what a text is brought to before its exact hash is taken
 */
public record SketchConfig(
    @Key(doc = "bands of the MinHash signature", preset = "14", min = 1, max = 255) int bands,
    @Key(doc = "values a band; bands times rows is at most 1024", preset = "8", min = 1, max = 255)
        int rows,
    @Key(doc = "words a shingle", preset = "5", min = 1, max = 64) int shingle,
    @Key(doc = "chooses the hash functions; one value for the whole corpus", preset = "1")
        long seed,
    @Key(doc = "bits of a min-hash value: 32 or 64", preset = "64") int bits,
    @Key(
            doc =
                "what splits a text: words (as rules and counts see it), or Lucene's standard or icu"
                    + " tokenizer",
            preset = "words")
        Analysis analysis,
    @Key(doc = "traditional Chinese characters are read as simplified ones", preset = "false")
        boolean simplified,
    @Key(
            doc =
                "exact duplicates agree in: bytes; spaces (all but white space and accents'"
                    + " encoding); words (letters and digits, whatever their case)",
            preset = "spaces")
        ExactForm exactForm)
    implements Serializable {

  static final int MAX_VALUES = 1024;

  public SketchConfig {
    check("bands", bands, 255);
    check("rows", rows, 255);
    check("shingle", shingle, 64);
    if (bands * rows > MAX_VALUES) {
      throw new IllegalArgumentException(
          "bands, rows: got " + bands + " × " + rows + ", allowed a product up to " + MAX_VALUES);
    }
    if (bits != 32 && bits != 64) {
      throw new IllegalArgumentException("bits: got " + bits + ", allowed 32 or 64");
    }
    Objects.requireNonNull(analysis, "analysis");
    Objects.requireNonNull(exactForm, "exactForm");
  }

  /** This shape, and the presets for all else. */
  public SketchConfig(int bands, int rows, int shingle, long seed) {
    this(bands, rows, shingle, seed, 64, Analysis.WORDS, false, ExactForm.SPACES);
  }

  /** The same with values of so many bits. */
  public SketchConfig withBits(int newBits) {
    return new SketchConfig(bands, rows, shingle, seed, newBits, analysis, simplified, exactForm);
  }

  /** The same with texts split in this way. */
  public SketchConfig withAnalysis(Analysis newAnalysis, boolean newSimplified) {
    return new SketchConfig(
        bands, rows, shingle, seed, bits, newAnalysis, newSimplified, exactForm);
  }

  /** The same with exact hashes of this form. */
  public SketchConfig withExactForm(ExactForm newForm) {
    return new SketchConfig(bands, rows, shingle, seed, bits, analysis, simplified, newForm);
  }

  /** The presets: 14 bands of 8 values, shingles of 5 words, seed 1. */
  public static SketchConfig presets() {
    return new SketchConfig(14, 8, 5, 1);
  }

  /** Number of min-hash values. */
  public int values() {
    return bands * rows;
  }

  /**
   * 32 bits that name these settings, stored in every signature: signatures of different settings
   * never compare.
   */
  int fingerprint() {
    String settings =
        String.join(
            " ",
            "sketch",
            String.valueOf(bands),
            String.valueOf(rows),
            String.valueOf(shingle),
            String.valueOf(seed),
            String.valueOf(bits),
            analysis.name(),
            String.valueOf(simplified),
            exactForm.name());
    return (int) Hash128.of(0, settings).high();
  }

  private static void check(String key, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(key + ": got " + value + ", allowed 1.." + max);
    }
  }
}
