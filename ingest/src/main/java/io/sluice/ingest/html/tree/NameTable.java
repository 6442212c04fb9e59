package io.sluice.ingest.html.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Numbers of names of up to 16 bytes, by their bytes as two little-endian longs in which each byte
 * has 0x20 set. No other name but those that differ in case has the same longs, as long as it holds
 * no byte below 0x21.
 */
final class NameTable {
  /** Tags of elements; names not listed are {@link Tag#OTHER}. */
  static final NameTable TAGS = new NameTable(Tag::name, Tag.OTHER + 1, Tag.COUNT, Tag.OTHER);

  /** Attributes; names not listed are {@link HtmlTree#NONE}. */
  static final NameTable ATTRIBUTES = new NameTable(Attr::name, 0, Attr.COUNT, HtmlTree.NONE);

  private static final long FOLD = 0x2020202020202020L;
  private static final int BITS = 10;

  private final long[] keys = new long[2 << BITS];
  private final short[] numbers = new short[1 << BITS];

  private NameTable(IntFunction<String> names, int from, int until, int none) {
    Arrays.fill(numbers, (short) none);
    for (int number = from; number < until; number++) {
      byte[] name = names.apply(number).getBytes(StandardCharsets.US_ASCII);
      long first = pack(name, 0);
      long second = pack(name, 8);
      int slot = slot(first, second);
      while (keys[2 * slot] != 0) {
        slot = (slot + 1) & ((1 << BITS) - 1);
      }
      keys[2 * slot] = first;
      keys[2 * slot + 1] = second;
      numbers[slot] = (short) number;
    }
  }

  private static long pack(byte[] name, int from) {
    long key = 0;
    for (int i = from; i < Math.min(name.length, from + 8); i++) {
      key |= (name[i] & 0xffL) << (8 * (i - from));
    }
    return key == 0 ? 0 : fold(key, Math.min(8, name.length - from));
  }

  /** The first {@code length} bytes, 1 to 8, of a word of a name as they stand in a key. */
  static long fold(long word, int length) {
    return (word | FOLD) & (-1L >>> (64 - 8 * length));
  }

  private static int slot(long first, long second) {
    return (int) (((first + second * 31) * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
  }

  /** The number of a name; {@code first} is not 0. */
  int find(long first, long second) {
    int slot = slot(first, second);
    while (keys[2 * slot] != first || keys[2 * slot + 1] != second) {
      if (keys[2 * slot] == 0) {
        return numbers[slot];
      }
      slot = (slot + 1) & ((1 << BITS) - 1);
    }
    return numbers[slot];
  }
}
