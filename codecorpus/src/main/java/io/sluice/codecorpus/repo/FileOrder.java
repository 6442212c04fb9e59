package io.sluice.codecorpus.repo;

import java.util.PriorityQueue;

/**
 * The order of a repository's files: each after what it imports (DeepSeek-Coder, arXiv 2401.14196,
 * algorithm 1). Files that hang together by imports stand together; such groups follow each other
 * by their first path. Within a group the file with the fewest imports still to come is next, the
 * first path among equals: without a cycle that number is 0 each time, and a cycle is broken at the
 * file that misses least.
 */
final class FileOrder {
  private FileOrder() {}

  /**
   * The files in order.
   *
   * @param imports for each file, in order of path, the files that it imports, without repeats and
   *     without itself
   * @return every file once
   */
  static int[] order(int[][] imports) {
    int n = imports.length;
    int[] groups = groups(imports);
    int[] missing = new int[n];
    int[][] importers = importers(imports);
    PriorityQueue<Long>[] queues = queues(n);
    for (int file = 0; file < n; file++) {
      missing[file] = imports[file].length;
      queue(queues, groups[file]).add(entry(missing[file], file));
    }
    int[] order = new int[n];
    boolean[] done = new boolean[n];
    int count = 0;
    for (int group = 0; group < n; group++) {
      // groups are numbered by their first file, so that they come in order of path
      while (queues[group] != null && !queues[group].isEmpty()) {
        long entry = queues[group].remove();
        int file = (int) entry;
        if (done[file] || entry >>> 32 != missing[file]) {
          continue; // counted anew since it was queued
        }
        done[file] = true;
        order[count++] = file;
        for (int importer : importers[file]) {
          if (!done[importer]) {
            queues[group].add(entry(--missing[importer], importer));
          }
        }
      }
      queues[group] = null;
    }
    return order;
  }

  private static long entry(int missing, int file) {
    return ((long) missing << 32) | file;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static PriorityQueue<Long>[] queues(int n) {
    return new PriorityQueue[n];
  }

  private static PriorityQueue<Long> queue(PriorityQueue<Long>[] queues, int group) {
    if (queues[group] == null) {
      queues[group] = new PriorityQueue<>();
    }
    return queues[group];
  }

  private static int[][] importers(int[][] imports) {
    int[] counts = new int[imports.length];
    for (int[] list : imports) {
      for (int file : list) {
        counts[file]++;
      }
    }
    int[][] importers = new int[imports.length][];
    for (int i = 0; i < importers.length; i++) {
      importers[i] = new int[counts[i]];
    }
    for (int i = imports.length - 1; i >= 0; i--) {
      for (int file : imports[i]) {
        importers[file][--counts[file]] = i;
      }
    }
    return importers;
  }

  /** For each file the first file of those that hang together with it. */
  private static int[] groups(int[][] imports) {
    int[] parent = new int[imports.length];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int i = 0; i < imports.length; i++) {
      for (int file : imports[i]) {
        int a = root(parent, i);
        int b = root(parent, file);
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int file) {
    int at = file;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
