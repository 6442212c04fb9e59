package io.sluice.ingest.text;

/**
 * The words of a text as offsets into it: split once a document and shared by everything that
 * counts or hashes words. Flat arrays, no object a word.
 */
public final class Words {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int count;

  /**
   * Words of a text; the arrays are used as they are, not copied.
   *
   * @param text the text
   * @param starts UTF-16 offset of each word's first unit, increasing
   * @param ends UTF-16 offset after each word's last unit
   * @param count number of words; the arrays may be longer
   */
  public Words(String text, int[] starts, int[] ends, int count) {
    if (count > starts.length || count > ends.length) {
      throw new IllegalArgumentException("count: got " + count + ", arrays hold fewer");
    }
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.count = count;
  }

  /** The text that the offsets point into. */
  public String text() {
    return text;
  }

  /** Number of words. */
  public int count() {
    return count;
  }

  /** UTF-16 offset of word {@code i}'s first unit. */
  public int start(int i) {
    return starts[i];
  }

  /** UTF-16 offset after word {@code i}'s last unit. */
  public int end(int i) {
    return ends[i];
  }

  /** Word {@code i} as a string of its own. */
  public String word(int i) {
    return text.substring(starts[i], ends[i]);
  }
}
