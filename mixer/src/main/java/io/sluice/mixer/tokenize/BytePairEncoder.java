package io.sluice.mixer.tokenize;

import java.util.Arrays;

/**
 * Encodes text by byte pairs. Holds buffers and a cache of the pieces last merged: one instance a
 * thread. The cache saves time alone; ids never depend on what was encoded before.
 */
final class BytePairEncoder {
  /** Pieces up to this many bytes are scanned for the best pair; longer ones keep a heap. */
  private static final int SCANNED = 96;

  /** A piece without a place to split is cut here, so that memory does not grow with it: bytes. */
  private static final int LONGEST = 1 << 20;

  private static final int CACHE_BITS = 14;

  /** Ids of a piece that the cache holds: pieces of up to 16 bytes have at most 16. */
  private static final int CACHED_IDS = 8;

  private final Vocabulary vocabulary;
  private final Splitter splitter;

  private int[] ids = new int[1024];
  private int count;

  // the parts of the piece being merged: token, rank of its merge with the next part, neighbours
  private int[] parts = new int[256];
  private int[] ranks = new int[256];
  private int[] next = new int[256];
  private int[] previous = new int[256];
  private long[] heap = new long[256];
  private int heapSize;

  private final long[] cachedLow = new long[1 << CACHE_BITS];
  private final long[] cachedHigh = new long[1 << CACHE_BITS];
  // length of the piece, count of its ids
  private final byte[] cachedLength = new byte[1 << CACHE_BITS];
  private final byte[] cachedCount = new byte[1 << CACHE_BITS];
  private final int[] cachedIds = new int[CACHED_IDS << CACHE_BITS];

  BytePairEncoder(Vocabulary vocabulary, Splitter splitter) {
    this.vocabulary = vocabulary;
    this.splitter = splitter;
  }

  /**
   * The ids of a text.
   *
   * @param text well-formed UTF-8, with {@link Vocabulary#PADDING} bytes after {@code length}
   */
  int[] encode(byte[] text, int length) {
    count = 0;
    for (int at = 0; at < length; ) {
      int end = splitter.end(text, at, length);
      if (end - at > LONGEST) {
        end = at + LONGEST;
        while ((text[end] & 0xC0) == 0x80) {
          end--;
        }
      }
      piece(text, at, end);
      at = end;
    }
    int[] encoded = Arrays.copyOf(ids, count);
    if (ids.length > 1 << 20) {
      ids = new int[1024];
    }
    return encoded;
  }

  private void piece(byte[] text, int from, int to) {
    int id = vocabulary.id(text, from, to);
    int length = to - from;
    if (count + length > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(count + length, ids.length * 2));
    }
    if (id >= 0) {
      ids[count++] = id;
    } else if (length <= 16) {
      cached(text, from, to);
    } else {
      merge(text, from, to);
    }
  }

  private void cached(byte[] text, int from, int to) {
    int length = to - from;
    long low = Vocabulary.word(text, from, to);
    long high = length > 8 ? Vocabulary.word(text, from + 8, to) : 0;
    int slot = (int) (Vocabulary.hash(text, from, to) >>> 20) & ((1 << CACHE_BITS) - 1);
    if (cachedLow[slot] == low && cachedHigh[slot] == high && cachedLength[slot] == length) {
      for (int i = 0; i < cachedCount[slot]; i++) {
        ids[count++] = cachedIds[slot * CACHED_IDS + i];
      }
      return;
    }
    int before = count;
    merge(text, from, to);
    int added = count - before;
    if (added <= CACHED_IDS) {
      cachedLow[slot] = low;
      cachedHigh[slot] = high;
      cachedLength[slot] = (byte) length;
      cachedCount[slot] = (byte) added;
      System.arraycopy(ids, before, cachedIds, slot * CACHED_IDS, added);
    }
  }

  private void merge(byte[] text, int from, int to) {
    int length = to - from;
    if (length > parts.length) {
      int capacity = Math.max(length, parts.length * 2);
      parts = new int[capacity];
      ranks = new int[capacity];
      next = new int[capacity];
      previous = new int[capacity];
    }
    for (int i = 0; i < length; i++) {
      parts[i] = vocabulary.ofByte(text[from + i]);
    }
    if (length <= SCANNED) {
      scan(length);
    } else {
      sift(length);
    }
    if (parts.length > 1 << 16) {
      parts = new int[256];
      ranks = new int[256];
      next = new int[256];
      previous = new int[256];
      heap = new long[256];
    }
  }

  /** Merges by looking through all pairs for the best, over and over. */
  private void scan(int length) {
    int size = length;
    for (int i = 0; i + 1 < size; i++) {
      ranks[i] = vocabulary.merge(parts[i], parts[i + 1]);
    }
    while (size > 1) {
      int best = Integer.MAX_VALUE;
      int at = -1;
      for (int i = 0; i + 1 < size; i++) {
        if (ranks[i] < best) {
          best = ranks[i];
          at = i;
        }
      }
      if (at < 0) {
        break;
      }
      parts[at] = best;
      size--;
      System.arraycopy(parts, at + 2, parts, at + 1, size - at - 1);
      System.arraycopy(ranks, at + 2, ranks, at + 1, Math.max(0, size - at - 2));
      if (at + 1 < size) {
        ranks[at] = vocabulary.merge(best, parts[at + 1]);
      }
      if (at > 0) {
        ranks[at - 1] = vocabulary.merge(parts[at - 1], best);
      }
    }
    System.arraycopy(parts, 0, ids, count, size);
    count += size;
  }

  /**
   * Merges with a heap of pairs, by rank and then by place; pairs that are gone are passed over.
   */
  private void sift(int length) {
    heapSize = 0;
    for (int i = 0; i < length; i++) {
      next[i] = i + 1;
      previous[i] = i - 1;
    }
    for (int i = 0; i + 1 < length; i++) {
      rank(i, vocabulary.merge(parts[i], parts[i + 1]));
    }
    ranks[length - 1] = Integer.MAX_VALUE;
    while (heapSize > 0) {
      long top = pop();
      int at = (int) top;
      int rank = (int) (top >>> 32);
      if (ranks[at] != rank) {
        continue;
      }
      int gone = next[at];
      int after = next[gone];
      parts[at] = rank;
      next[at] = after;
      ranks[gone] = Integer.MAX_VALUE;
      if (after < length) {
        previous[after] = at;
        rank(at, vocabulary.merge(rank, parts[after]));
      } else {
        ranks[at] = Integer.MAX_VALUE;
      }
      int before = previous[at];
      if (before >= 0) {
        rank(before, vocabulary.merge(parts[before], rank));
      }
    }
    for (int i = 0; i < length; i = next[i]) {
      ids[count++] = parts[i];
    }
  }

  private void rank(int at, int rank) {
    ranks[at] = rank;
    if (rank == Integer.MAX_VALUE) {
      return;
    }
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, heapSize * 2);
    }
    long entry = (long) rank << 32 | at;
    int i = heapSize++;
    while (i > 0 && heap[(i - 1) >> 1] > entry) {
      heap[i] = heap[(i - 1) >> 1];
      i = (i - 1) >> 1;
    }
    heap[i] = entry;
  }

  private long pop() {
    long top = heap[0];
    long last = heap[--heapSize];
    int i = 0;
    while (2 * i + 1 < heapSize) {
      int child = 2 * i + 1;
      if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
