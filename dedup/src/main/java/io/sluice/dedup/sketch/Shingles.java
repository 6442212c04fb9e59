package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import io.sluice.ingest.text.Words;

/**
 * Hashes of a document's word shingles, in order, a block at a time and without an object a
 * shingle.
 *
 * <p>A word's hash covers its lower-cased code points. A shingle's is the polynomial {@code w1·B^4
 * + w2·B^3 + … + w5} modulo 2^64 over its words' hashes, rolled from one shingle to the next, then
 * mixed. Fewer words than a shingle holds make one shingle of all of them.
 */
final class Shingles {
  private static final long BASE = 0x9e3779b97f4a7c15L;

  private final int size;
  private final long outgoing;
  private final long[] ring;

  private Words words;
  private int next;
  private long rolled;

  Shingles(int size) {
    this.size = size;
    this.ring = new long[size];
    long power = 1;
    for (int i = 0; i < size; i++) {
      power *= BASE;
    }
    this.outgoing = power;
  }

  /** Starts on a document. */
  void reset(Words document) {
    words = document;
    next = 0;
    rolled = 0;
    int filled = Math.min(size, document.count()) - 1;
    while (next < filled) {
      push();
    }
  }

  /** Fills a block with the next shingles' hashes and says how many; 0 at the end. */
  int fill(long[] block) {
    int filled = 0;
    while (filled < block.length && next < words.count()) {
      push();
      block[filled++] = Hash128.mix(rolled);
    }
    return filled;
  }

  private void push() {
    int slot = next % size;
    long leaving = next >= size ? ring[slot] : 0;
    long word = WordHashes.of(words.text(), words.start(next), words.end(next), false);
    ring[slot] = word;
    rolled = rolled * BASE + word - leaving * outgoing;
    next++;
  }
}
