package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Words;
import java.util.Objects;

/**
 * Makes MinHash signatures (Broder 1997; banding as in Leskovec et al., Mining of Massive Datasets,
 * chapter 3) over shingles of lower-cased words. A document with fewer words than a shingle has one
 * shingle of all its words; a document without words gets a signature marked empty, which is never
 * a near-duplicate but still carries the exact hash.
 *
 * <p>The caller chooses how text is split: for languages without spaces the words must come from a
 * segmenter. The same words and settings give the same bytes everywhere.
 *
 * <p>Keeps buffers: one a thread.
 */
public final class Sketcher {
  private static final int BLOCK = 1024;

  private final SketchConfig config;
  private final int fingerprint;
  private final ExactHash exact = new ExactHash();
  private final Shingles shingles;
  private final MinHash minHash;
  private final long[] block = new long[BLOCK];

  /** A sketcher with these settings. */
  public Sketcher(SketchConfig config) {
    this.config = Objects.requireNonNull(config, "config");
    this.fingerprint = config.fingerprint();
    this.shingles = new Shingles(config.shingle());
    this.minHash = new MinHash(config.values(), config.seed());
  }

  /**
   * The signature of a document, in the layout of {@link Signature}: 192 bytes under the presets,
   * 24 where there is no word.
   */
  public byte[] sketch(Words words) {
    SignatureWriter writer =
        new SignatureWriter(config, fingerprint, exact.of(words.text()), words.count() == 0);
    if (words.count() == 0) {
      return writer.bytes();
    }
    shingles.reset(words);
    minHash.reset();
    int filled = shingles.fill(block);
    while (filled > 0) {
      minHash.add(block, filled);
      filled = shingles.fill(block);
    }
    for (int i = 0; i < config.values(); i++) {
      writer.value(minHash.minimum(i));
    }
    return writer.bytes();
  }
}
