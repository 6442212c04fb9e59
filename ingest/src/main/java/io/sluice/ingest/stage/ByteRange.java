package io.sluice.ingest.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The slice of an input item that one task reads: the records that begin in it, as its format
 * defines, whatever the other slices are.
 *
 * @param start first byte of the slice, as stored
 * @param end byte behind the slice; {@link Long#MAX_VALUE} for the end of the file
 */
public record ByteRange(long start, long end) implements Serializable {
  /** All of a file. */
  public static final ByteRange WHOLE = new ByteRange(0, Long.MAX_VALUE);

  public ByteRange {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "range: got " + start + " to " + end + ", allowed: 0 or more, the end behind the start");
    }
  }

  /** Whether it begins with the file: one slice of every file does. */
  public boolean first() {
    return start == 0;
  }

  /** Whether it is all of a file. */
  public boolean whole() {
    return start == 0 && end == Long.MAX_VALUE;
  }

  /**
   * Slices of equal size that cover a file; the last one takes the remainder and goes on to the end
   * of the file.
   *
   * @param bytes the file's size
   * @param size greatest size of a slice, 1 or more
   */
  public static List<ByteRange> cover(long bytes, long size) {
    if (bytes <= size) {
      return List.of(WHOLE);
    }
    long slices = (bytes - 1) / size + 1;
    long each = (bytes - 1) / slices + 1;
    List<ByteRange> ranges = new ArrayList<>();
    for (long start = 0; start < bytes; start += each) {
      ranges.add(new ByteRange(start, bytes - start <= each ? Long.MAX_VALUE : start + each));
    }
    return List.copyOf(ranges);
  }
}
