package io.sluice.filters.quality;

/**
 * How a text becomes feature indices; written into every model's file, so that a model always reads
 * a text as it did when it was taught.
 *
 * @param version of the rules in {@link HashedFeatures}; this code knows {@value #VERSION} alone
 * @param bits log2 of the number of buckets, 8..24
 * @param minGram shortest character n-gram, in code points, 1..8
 * @param maxGram longest character n-gram, in code points, {@code minGram}..8
 * @param window length of a sampling window in UTF-16 units, 64..1,000,000; a text longer than
 *     three windows is read through three
 * @param seed of the hash
 */
public record FeatureSpec(int version, int bits, int minGram, int maxGram, int window, long seed) {
  /** The rules that {@link HashedFeatures} follows. */
  public static final int VERSION = 1;

  public FeatureSpec {
    require(version == VERSION, "version", version, "" + VERSION);
    require(bits >= 8 && bits <= 24, "bits", bits, "8..24");
    require(minGram >= 1 && minGram <= 8, "minGram", minGram, "1..8");
    require(maxGram >= minGram && maxGram <= 8, "maxGram", maxGram, minGram + "..8");
    require(window >= 64 && window <= 1_000_000, "window", window, "64..1000000");
  }

  /** The defaults: 2^{@code bits} buckets, character 3- and 4-grams, windows of 4,000 units. */
  public static FeatureSpec of(int bits) {
    return new FeatureSpec(VERSION, bits, 3, 4, 4000, 0x534c55494345L);
  }

  /** Number of buckets, 2^bits. */
  public int buckets() {
    return 1 << bits;
  }

  private static void require(boolean holds, String key, int got, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(key + ": got " + got + ", allowed " + allowed);
    }
  }
}
