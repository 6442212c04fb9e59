package io.sluice.dedup.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Links the nodes of each bucket to the bucket's smallest node: a bucket of n different nodes gives
 * n - 1 edges. Reads its entries twice, once for the smallest node of each key and once for the
 * edges; entries over {@value #IN_MEMORY} bytes wait on disk meanwhile. Memory follows the number
 * of distinct keys, so that a bucket of a million nodes costs no more than one of two. An edge that
 * several buckets give is mostly given once.
 */
public final class Buckets implements Iterator<Edge>, Closeable {
  private static final int IN_MEMORY = 64 << 20;
  private static final int REMEMBERED = 1 << 16;

  private final Supplier<File> spill;
  private final NodeTable smallest = new NodeTable();
  private final List<byte[]> held = new ArrayList<>();
  private final long[] given = new long[REMEMBERED];
  private File file;
  private DataInputStream spilled;
  private int nextHeld;
  private byte[] blob = new byte[0];
  private int at;
  private Edge next;

  /**
   * Reads all blobs of {@link PackedEntries} for one part.
   *
   * @param spill makes the file that entries wait in where they are many; removed by {@link #close}
   */
  public Buckets(Iterator<byte[]> blobs, Supplier<File> spill) {
    this.spill = spill;
    try {
      read(blobs);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put bucket entries aside", e);
    }
  }

  private void read(Iterator<byte[]> blobs) throws IOException {
    DataOutputStream out = null;
    long bytes = 0;
    while (blobs.hasNext()) {
      byte[] entries = blobs.next();
      for (int i = 0; i < entries.length; i += PackedEntries.ENTRY) {
        smallest.offer(
            PackedEntries.key(entries, i),
            PackedEntries.high(entries, i),
            PackedEntries.low(entries, i));
      }
      bytes += entries.length;
      if (bytes <= IN_MEMORY) {
        held.add(entries);
        continue;
      }
      if (out == null) {
        file = spill.get();
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file.toPath())));
      }
      out.writeInt(entries.length);
      out.write(entries);
    }
    if (out != null) {
      out.writeInt(0);
      out.close();
      spilled = new DataInputStream(new BufferedInputStream(Files.newInputStream(file.toPath())));
    }
  }

  @Override
  public boolean hasNext() {
    while (next == null && (at < blob.length || advance())) {
      long key = PackedEntries.key(blob, at);
      long high = PackedEntries.high(blob, at);
      long low = PackedEntries.low(blob, at);
      at += PackedEntries.ENTRY;
      int slot = smallest.slot(key);
      long toHigh = smallest.high(slot);
      long toLow = smallest.low(slot);
      if ((high != toHigh || low != toLow) && isNew(high ^ low, toHigh + toLow)) {
        next = new Edge(high, low, toHigh, toLow, false);
      }
    }
    return next != null;
  }

  /** Whether this edge was not given lately; a forgotten one is given again, which harms none. */
  private boolean isNew(long from, long to) {
    long edge = (from * 0x9e3779b97f4a7c15L) ^ (Long.rotateLeft(to, 32) * 0xc2b2ae3d27d4eb4fL);
    int slot = (int) (edge >>> 48) & (REMEMBERED - 1);
    if (given[slot] == edge) {
      return false;
    }
    given[slot] = edge;
    return true;
  }

  private boolean advance() {
    at = 0;
    if (nextHeld < held.size()) {
      blob = held.set(nextHeld++, null);
      return true;
    }
    if (spilled == null) {
      blob = new byte[0];
      return false;
    }
    try {
      blob = new byte[spilled.readInt()];
      spilled.readFully(blob);
      return blob.length > 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read bucket entries back from " + file, e);
    }
  }

  @Override
  public Edge next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Edge edge = next;
    next = null;
    return edge;
  }

  /** Removes the file, where there is one. */
  @Override
  public void close() {
    try {
      if (spilled != null) {
        spilled.close();
      }
      if (file != null) {
        Files.deleteIfExists(file.toPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
