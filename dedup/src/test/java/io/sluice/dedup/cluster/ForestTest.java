package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTest {
  private static List<Edge> list(Iterator<Edge> edges) {
    List<Edge> list = new ArrayList<>();
    edges.forEachRemaining(list::add);
    return list;
  }

  private static Edge edge(int from, int to) {
    return new Edge(from % 5 - 2, from, to % 5 - 2, to, false);
  }

  @Test
  void everyNodeLeadsToTheSmallestOfItsComponent() {
    List<Edge> edges =
        List.of(
            new Edge(4, 0, 3, 0, true),
            new Edge(5, 0, 3, 0, false),
            new Edge(5, 0, -1, 7, false),
            new Edge(9, 9, 8, 8, false),
            new Edge(9, 9, 8, 8, false));
    assertEquals(
        List.of(
            new Edge(3, 0, -1, 7, false),
            new Edge(4, 0, -1, 7, false),
            new Edge(5, 0, -1, 7, false),
            new Edge(9, 9, 8, 8, false)),
        list(new Forest(edges.iterator(), 100)));
    assertEquals(List.of(), list(new Forest(List.<Edge>of().iterator(), 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 4000})
  void contractingInSlicesKeepsTheComponents(int most) {
    SplittableRandom random = new SplittableRandom(11);
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      edges.add(edge(random.nextInt(1000), random.nextInt(1000)));
    }
    List<Edge> contracted = list(new Forest(edges.iterator(), most));
    assertTrue(contracted.size() <= edges.size());
    assertEquals(
        list(new Forest(edges.iterator(), 10_000)),
        list(new Forest(contracted.iterator(), 10_000)));
  }
}
