package io.sluice.codecorpus.repo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.text.Draw;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileOrderTest {
  @Test
  void withoutImportsFilesStandByPath() {
    assertArrayEquals(new int[0], FileOrder.order(new int[0][]));
    assertArrayEquals(new int[] {0, 1, 2}, FileOrder.order(new int[][] {{}, {}, {}}));
  }

  @Test
  void aFileComesAfterWhatItImports() {
    // 0 imports 2 and 3; 2 imports 3
    assertArrayEquals(new int[] {3, 2, 0, 1}, FileOrder.order(new int[][] {{2, 3}, {}, {3}, {}}));
  }

  @Test
  void filesThatHangTogetherStandTogether() {
    // 0-3 and 1-2 are two groups; the group of file 0 is first
    assertArrayEquals(new int[] {3, 0, 2, 1}, FileOrder.order(new int[][] {{3}, {2}, {}, {}}));
  }

  @Test
  void aCycleIsBrokenWhereLeastIsMissing() {
    // 0 imports 1 and 2, 1 imports 2, 2 imports 0: 1 and 2 miss one each, 1 is the first path;
    // then 0 and 2 miss one each
    assertArrayEquals(new int[] {1, 0, 2}, FileOrder.order(new int[][] {{1, 2}, {2}, {0}}));
    assertArrayEquals(new int[] {0, 1}, FileOrder.order(new int[][] {{1}, {0}}));
  }

  @Test
  void anyGraphGivesEachFileOnceAndAcyclicOnesNoneTooEarly() {
    for (int seed = 0; seed < 60; seed++) {
      int n = 2 + seed;
      boolean acyclic = seed % 2 == 0;
      int[][] imports = new int[n][];
      for (int i = 0; i < n; i++) {
        TreeSet<Integer> targets = new TreeSet<>();
        for (int k = 0; k < 3; k++) {
          int target = (int) (Draw.uniform(seed, "edge", i + ":" + k) * (acyclic ? i : n));
          if (target != i) {
            targets.add(target);
          }
        }
        imports[i] = targets.stream().mapToInt(Integer::intValue).toArray();
      }
      int[] order = FileOrder.order(imports);
      assertArrayEquals(
          IntStream.range(0, n).toArray(), Arrays.stream(order).sorted().toArray(), "seed " + seed);
      assertArrayEquals(order, FileOrder.order(imports), "seed " + seed);
      if (acyclic) {
        int[] place = new int[n];
        for (int i = 0; i < n; i++) {
          place[order[i]] = i;
        }
        for (int i = 0; i < n; i++) {
          for (int target : imports[i]) {
            assertTrue(place[target] < place[i], "seed " + seed + ": " + i + " before " + target);
          }
        }
      }
    }
  }

  @Test
  void aDenseCycleOfManyFilesIsOrdered() {
    int n = 2_000;
    int[][] imports = new int[n][];
    for (int i = 0; i < n; i++) {
      int file = i;
      imports[i] = IntStream.range(0, n).filter(other -> other != file).limit(500).toArray();
    }
    assertEquals(n, Arrays.stream(FileOrder.order(imports)).distinct().count());
  }
}
