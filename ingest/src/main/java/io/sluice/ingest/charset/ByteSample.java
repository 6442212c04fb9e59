package io.sluice.ingest.charset;

import java.util.Arrays;

/**
 * The words of a page that hold bytes over 0x7F, one after the other with a space between: what a
 * charset can be told by, without the markup around. At most so many bytes from the page's start.
 */
final class ByteSample {
  /** So many bytes tell any two charsets apart that differ at all in the languages we know. */
  static final int BYTES = 3000;

  private static final int WORD = 24;

  private ByteSample() {}

  static byte[] of(byte[] bytes, int start, int end) {
    byte[] sample = new byte[Math.min(BYTES, 2 * (end - start)) + 1];
    int length = 0;
    int at = Utf8Shape.firstHigh(bytes, start, end);
    int done = start;
    while (at < end && length < sample.length - 1) {
      int from = at;
      while (from > done && at - from < WORD && letter(bytes[from - 1])) {
        from--;
      }
      int last = at;
      int to = at + 1;
      // a byte behind a high one may be the second half of a character
      while (to < end && (bytes[to] < 0 || to - last == 1 || to - last < WORD)) {
        if (bytes[to] < 0) {
          last = to;
        } else if (to - last > 1 && !letter(bytes[to])) {
          break;
        } else if (to - last == 1 && bytes[to] <= ' ') {
          break;
        }
        to++;
      }
      int take = Math.min(to - from, sample.length - 1 - length);
      System.arraycopy(bytes, from, sample, length, take);
      length += take;
      sample[length < sample.length ? length++ : length - 1] = ' ';
      done = to;
      at = Utf8Shape.firstHigh(bytes, to, end);
    }
    return Arrays.copyOf(sample, length);
  }

  private static boolean letter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }
}
