package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketsTest {
  @TempDir Path folder;

  private List<Edge> edges(List<byte[]> blobs) {
    List<Edge> edges = new ArrayList<>();
    File spill = folder.resolve("spill").toFile();
    try (Buckets buckets = new Buckets(blobs.iterator(), () -> spill)) {
      buckets.forEachRemaining(edges::add);
    }
    assertFalse(spill.exists());
    return edges;
  }

  private static List<byte[]> blobs(PackedEntries packed, int part, List<byte[]> full) {
    List<byte[]> blobs = new ArrayList<>(full);
    byte[] rest = packed.rest(part);
    if (rest != null) {
      blobs.add(rest);
    }
    return blobs;
  }

  @Test
  void aBucketIsAStarAroundItsSmallestNode() {
    PackedEntries packed = new PackedEntries(1);
    for (long[] entry : new long[][] {{7, 1, 5}, {8, 0, 0}, {7, -1, 9}, {7, -1, -9}, {7, -1, -9}}) {
      packed.add(entry[0], entry[1], entry[2]);
    }
    assertEquals(
        List.of(new Edge(1, 5, -1, -9, false), new Edge(-1, 9, -1, -9, false)),
        edges(blobs(packed, 0, List.of())));
    assertEquals(List.of(), edges(List.of()));
  }

  @Test
  void everyBucketOfAnyShapeGivesOneEdgeLessThanItHasNodes() {
    SplittableRandom random = new SplittableRandom(5);
    int parts = 3;
    PackedEntries packed = new PackedEntries(parts);
    List<List<byte[]>> full = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<Long, Long> smallest = new HashMap<>();
    Map<Long, Set<Long>> members = new HashMap<>();
    for (int i = 0; i < 60_000; i++) {
      long key = i % 3 == 0 ? 42 : random.nextLong(20_000) * 0x123456789abcdL;
      long node = random.nextLong();
      byte[] blob = packed.add(key, node, 0);
      if (blob != null) {
        full.get(packed.part(key)).add(blob);
      }
      smallest.merge(key, node, Math::min);
      members.computeIfAbsent(key, k -> new HashSet<>()).add(node);
    }
    Set<Edge> expected = new HashSet<>();
    members.forEach(
        (key, nodes) ->
            nodes.stream()
                .filter(node -> !node.equals(smallest.get(key)))
                .forEach(node -> expected.add(new Edge(node, 0, smallest.get(key), 0, false))));
    Set<Edge> found = new HashSet<>();
    for (int part = 0; part < parts; part++) {
      found.addAll(edges(blobs(packed, part, full.get(part))));
    }
    assertEquals(expected, found);
  }

  @Test
  void moreThanMemoryShouldHoldGoesThroughAFile() {
    int entries = 3_200_000;
    PackedEntries packed = new PackedEntries(1);
    List<byte[]> full = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      byte[] blob = packed.add(i % 2, i, 0);
      if (blob != null) {
        full.add(blob);
      }
    }
    List<byte[]> all = blobs(packed, 0, full);
    assertTrue(all.stream().mapToLong(blob -> blob.length).sum() > 64 << 20);
    long sum = 0;
    int count = 0;
    try (Buckets buckets = new Buckets(all.iterator(), () -> folder.resolve("s").toFile())) {
      while (buckets.hasNext()) {
        Edge edge = buckets.next();
        assertEquals(edge.high() % 2, edge.toHigh());
        sum += edge.high();
        count++;
      }
    }
    assertEquals(entries - 2, count);
    assertEquals((long) entries * (entries - 1) / 2 - 1, sum);
  }
}
