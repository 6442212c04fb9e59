package io.sluice.dedup.sketch;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * The distinct shingles of a document as sorted 64-bit hashes: what true Jaccard similarity is
 * computed from. A document of more than {@value #MOST} keeps the smallest ones, a uniform sample
 * of the union's smallest when two are compared (bottom-k sketch, Cohen and Kaplan 2007), so that a
 * document of 50 MB costs no more than half a megabyte; the standard error is then under 0.002.
 */
public final class ShingleSet {
  /** Hashes kept at most. */
  public static final int MOST = 65_536;

  private final long[] sorted;
  private final boolean whole;

  private ShingleSet(long[] sorted, boolean whole) {
    this.sorted = sorted;
    this.whole = whole;
  }

  /** The set of these hashes, which are sorted in place. */
  static ShingleSet of(long[] hashes) {
    Arrays.sort(hashes);
    int distinct = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return new ShingleSet(Arrays.copyOf(hashes, Math.min(distinct, MOST)), distinct <= MOST);
  }

  /** Reads what {@link #bytes()} wrote. */
  public static ShingleSet of(byte[] bytes) {
    LongBuffer hashes = ByteBuffer.wrap(bytes, 1, bytes.length - 1).asLongBuffer();
    long[] sorted = new long[hashes.remaining()];
    hashes.get(sorted);
    return new ShingleSet(sorted, bytes[0] == 1);
  }

  /** A byte that is 1 where the set is whole, then the hashes, big-endian. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(1 + Long.BYTES * sorted.length);
    buffer.put((byte) (whole ? 1 : 0));
    buffer.asLongBuffer().put(sorted);
    return buffer.array();
  }

  /** Jaccard similarity, 0..1: exact where both sets are whole; 0 where either is empty. */
  public double jaccard(ShingleSet other) {
    if (sorted.length == 0 || other.sorted.length == 0) {
      return 0;
    }
    boolean exact = whole && other.whole;
    int most = exact ? Integer.MAX_VALUE : Math.min(size(), other.size());
    int both = 0;
    int union = 0;
    int i = 0;
    int k = 0;
    while (union < most && (i < sorted.length || k < other.sorted.length)) {
      int order =
          i == sorted.length
              ? 1
              : k == other.sorted.length ? -1 : Long.compare(sorted[i], other.sorted[k]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      union++;
    }
    return (double) both / union;
  }

  /** How many of the union's smallest hashes this set can vouch for. */
  private int size() {
    return whole ? Integer.MAX_VALUE : sorted.length;
  }
}
