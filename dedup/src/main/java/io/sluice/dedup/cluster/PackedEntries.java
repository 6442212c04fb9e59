package io.sluice.dedup.cluster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bucket entries (a 64-bit bucket key and the 128-bit node that lies in it) gathered in blobs, one
 * blob after another for each part of the key space, so that billions of entries travel as
 * thousands of rows. 24 bytes an entry.
 */
public final class PackedEntries {
  /** Bytes of an entry. */
  public static final int ENTRY = 24;

  private static final int LARGEST_BLOB = 32 << 10;

  /** Bytes that all open blobs of a task may take. */
  private static final int OPEN = 32 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[][] open;
  private final int[] sizes;
  private final int capacity;

  /** Blobs for so many parts. */
  public PackedEntries(int parts) {
    open = new byte[parts][];
    sizes = new int[parts];
    int share = Math.min(LARGEST_BLOB, OPEN / parts);
    capacity = Math.max(1, share / ENTRY) * ENTRY;
  }

  /** The part that a key belongs to, 0..parts-1. */
  public int part(long key) {
    return (int) (((key >>> 32) * open.length) >>> 32);
  }

  /** Adds an entry; the full blob of its part where that is now full, else null. */
  public byte[] add(long key, long high, long low) {
    int part = part(key);
    if (open[part] == null) {
      open[part] = new byte[capacity];
    }
    byte[] blob = open[part];
    int at = sizes[part];
    LONGS.set(blob, at, key);
    LONGS.set(blob, at + 8, high);
    LONGS.set(blob, at + 16, low);
    sizes[part] = at + ENTRY;
    if (sizes[part] < capacity) {
      return null;
    }
    open[part] = null;
    sizes[part] = 0;
    return blob;
  }

  /** What a part holds that was not given out yet, or null. */
  public byte[] rest(int part) {
    byte[] blob = sizes[part] == 0 ? null : Arrays.copyOf(open[part], sizes[part]);
    open[part] = null;
    sizes[part] = 0;
    return blob;
  }

  /** Number of parts. */
  public int parts() {
    return open.length;
  }

  static long key(byte[] blob, int at) {
    return (long) LONGS.get(blob, at);
  }

  static long high(byte[] blob, int at) {
    return (long) LONGS.get(blob, at + 8);
  }

  static long low(byte[] blob, int at) {
    return (long) LONGS.get(blob, at + 16);
  }
}
