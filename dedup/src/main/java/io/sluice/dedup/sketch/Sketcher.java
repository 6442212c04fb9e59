package io.sluice.dedup.sketch;

import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import java.util.Arrays;
import java.util.Objects;

/**
 * Makes MinHash signatures (Broder 1997; banding as in Leskovec et al., Mining of Massive Datasets,
 * chapter 3) over shingles of lower-cased words. A document with fewer words than a shingle has one
 * shingle of all its words; a document without words gets a signature marked empty, which is never
 * a near-duplicate but still carries the exact hash.
 *
 * <p>The same text and settings give the same bytes everywhere.
 *
 * <p>Keeps buffers: one a thread.
 */
public final class Sketcher {
  private static final int BLOCK = 1024;

  private final SketchConfig config;
  private final int fingerprint;
  private final ExactHash exact;
  private final LuceneWords lucene;
  private final WordSplitter splitter = new WordSplitter();
  private final Shingles shingles;
  private final MinHash minHash;
  private final long[] block = new long[BLOCK];

  /** A sketcher with these settings. */
  public Sketcher(SketchConfig config) {
    this.config = Objects.requireNonNull(config, "config");
    this.fingerprint = config.fingerprint();
    this.exact = new ExactHash(config.exactForm());
    this.lucene = config.analysis() == Analysis.WORDS ? null : new LuceneWords(config.analysis());
    this.shingles = new Shingles(config.shingle());
    this.minHash = new MinHash(config.values(), config.seed());
  }

  /**
   * The signature of a document, in the layout of {@link Signature}: 192 bytes under the presets,
   * 24 where there is no word.
   *
   * @param words the document's words as {@link WordSplitter} splits them; under another analysis
   *     its text alone is read
   */
  public byte[] sketch(Words words) {
    Words analysed = analysed(words);
    SignatureWriter writer =
        new SignatureWriter(config, fingerprint, exact.of(analysed), analysed.count() == 0);
    if (analysed.count() == 0) {
      return writer.bytes();
    }
    shingles.reset(analysed);
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

  /** The signature of a text. */
  public byte[] sketch(String text) {
    return sketch(raw(text));
  }

  /** The set of a text's shingles, for a similarity without estimate. */
  public ShingleSet shingles(String text) {
    Words analysed = analysed(raw(text));
    long[] hashes = new long[Math.max(1, analysed.count())];
    int count = 0;
    shingles.reset(analysed);
    int filled = shingles.fill(block);
    while (filled > 0) {
      System.arraycopy(block, 0, hashes, count, filled);
      count += filled;
      filled = shingles.fill(block);
    }
    return ShingleSet.of(Arrays.copyOf(hashes, count));
  }

  private Words raw(String text) {
    return lucene == null && !config.simplified()
        ? splitter.split(text)
        : new Words(text, new int[0], new int[0], 0);
  }

  private Words analysed(Words words) {
    String text = config.simplified() ? SimplifiedChinese.of(words.text()) : words.text();
    if (lucene != null) {
      return lucene.split(text);
    }
    // A converted text is cut anew: dictionaries hold simplified and traditional words apart.
    return config.simplified() ? splitter.split(text) : words;
  }
}
