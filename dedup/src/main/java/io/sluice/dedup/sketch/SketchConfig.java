package io.sluice.dedup.sketch;

import io.sluice.ingest.config.Key;
import io.sluice.ingest.text.Hash128;
import java.io.Serializable;

/**
 * Shape of a MinHash signature. Two documents become candidates when all values of at least one
 * band agree: with Jaccard similarity s that has probability {@code 1 - (1 - s^rows)^bands}. The
 * presets are FineWeb's (arXiv 2406.17557, section 3.4): half-point near s = 0.72.
 *
 * @param bands number of bands, 1..255
 * @param rows values in a band, 1..255; bands × rows is at most 1,024
 * @param shingle words in a shingle, 1..64
 * @param seed chooses the hash functions
 */
public record SketchConfig(
    @Key(doc = "bands of the MinHash signature", preset = "14", min = 1, max = 255) int bands,
    @Key(doc = "values a band; bands times rows is at most 1024", preset = "8", min = 1, max = 255)
        int rows,
    @Key(doc = "words a shingle", preset = "5", min = 1, max = 64) int shingle,
    @Key(doc = "chooses the hash functions; one value for the whole corpus", preset = "1")
        long seed)
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
    return (int) Hash128.of(0, "sketch " + bands + ' ' + rows + ' ' + shingle + ' ' + seed).high();
  }

  private static void check(String key, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(key + ": got " + value + ", allowed 1.." + max);
    }
  }
}
