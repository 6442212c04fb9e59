package io.sluice.dedup.passage;

/**
 * A passage of a text and its hash, equal for equal passages.
 *
 * @param hash 64 bits
 * @param start UTF-16 offset of its first unit
 * @param end UTF-16 offset after its last
 */
public record Passage(long hash, int start, int end) {
  public Passage {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("passage: got " + start + ".." + end);
    }
  }

  /** Both offsets in one number, which orders passages of a text by their start. */
  public long place() {
    return (long) start << 32 | end;
  }
}
