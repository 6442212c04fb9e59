package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnionFindTest {
  private static int[] roots(UnionFind sets, int size) {
    return IntStream.range(0, size).map(sets::root).toArray();
  }

  @Test
  void rootsAreTheSmallestMembersWhateverTheOrderOfJoins() {
    UnionFind forward = new UnionFind(7);
    forward.join(1, 2);
    forward.join(2, 5);
    forward.join(4, 6);
    UnionFind backward = new UnionFind(7);
    backward.join(6, 4);
    backward.join(5, 2);
    backward.join(5, 1);
    int[] expected = {0, 1, 1, 3, 4, 1, 4};
    assertArrayEquals(expected, roots(forward, 7));
    assertArrayEquals(expected, roots(backward, 7));
  }

  @Test
  void joiningSaysWhetherTheyWereApart() {
    UnionFind sets = new UnionFind(3);
    assertTrue(sets.join(0, 2));
    assertFalse(sets.join(2, 0));
    assertFalse(sets.join(1, 1));
  }

  @Test
  void aLongChainIsOneSet() {
    int size = 200_000;
    UnionFind sets = new UnionFind(size);
    for (int i = size - 1; i > 0; i--) {
      sets.join(i, i - 1);
    }
    assertArrayEquals(new int[size], roots(sets, size));
  }
}
