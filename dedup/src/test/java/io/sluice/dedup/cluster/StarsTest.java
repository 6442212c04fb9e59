package io.sluice.dedup.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarsTest {
  private static final Comparator<Edge> ORDER =
      Comparator.comparingLong(Edge::high)
          .thenComparingLong(Edge::low)
          .thenComparingLong(Edge::toHigh)
          .thenComparingLong(Edge::toLow)
          .thenComparing(Edge::moved, Comparator.reverseOrder());

  /** Nodes on both sides of zero in both halves. */
  private static Edge edge(int from, int to) {
    return new Edge(from % 7 - 3, 50 - from, to % 7 - 3, 50 - to, false);
  }

  private static Edge downward(Edge edge) {
    return edge.direction() > 0 ? edge : reversed(edge);
  }

  private static Edge reversed(Edge edge) {
    return new Edge(edge.toHigh(), edge.toLow(), edge.high(), edge.low(), edge.moved());
  }

  private static List<Edge> list(Iterator<Edge> edges) {
    List<Edge> list = new ArrayList<>();
    edges.forEachRemaining(list::add);
    return list;
  }

  private static List<Edge> round(List<Edge> edges) {
    List<Edge> both = new ArrayList<>(edges);
    edges.forEach(edge -> both.add(reversed(edge)));
    both.sort(ORDER);
    List<Edge> large = list(Stars.large(both.iterator()));
    large.sort(ORDER);
    return list(Stars.small(large.iterator()));
  }

  private static int settle(List<Edge> edges, List<Edge> out) {
    List<Edge> current = edges;
    int rounds = 0;
    boolean moving = true;
    while (moving) {
      current = round(current);
      rounds++;
      moving = current.stream().anyMatch(Edge::moved);
    }
    out.addAll(current);
    return rounds;
  }

  private static Map<String, String> labels(List<Edge> edges) {
    Map<String, String> labels = new TreeMap<>();
    for (Edge edge : edges) {
      String before =
          labels.put(edge.high() + "," + edge.low(), edge.toHigh() + "," + edge.toLow());
      assertEquals(null, before, "one edge a node");
    }
    return labels;
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 100, 140, 300})
  void anyGraphBecomesTheStarsOfItsComponents(int count) {
    int nodes = 100;
    SplittableRandom random = new SplittableRandom(count);
    List<Edge> edges = new ArrayList<>();
    UnionFind sets = new UnionFind(nodes);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(nodes);
      if (from != to) {
        edges.add(downward(edge(from, to)));
        sets.join(from, to);
      }
    }
    Map<Integer, Integer> smallest = new TreeMap<>();
    for (int i = 0; i < nodes; i++) {
      int node = i;
      smallest.merge(sets.root(i), node, (a, b) -> edge(a, b).direction() < 0 ? a : b);
    }
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < nodes; i++) {
      int root = smallest.get(sets.root(i));
      if (root != i) {
        Edge edge = edge(i, root);
        expected.put(edge.high() + "," + edge.low(), edge.toHigh() + "," + edge.toLow());
      }
    }
    List<Edge> settled = new ArrayList<>();
    settle(edges, settled);
    assertEquals(expected, labels(settled));
  }

  @Test
  void aLongChainSettlesInFewRounds() {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < 5000; i++) {
      edges.add(new Edge(0, i, 0, i - 1L, false));
    }
    List<Edge> settled = new ArrayList<>();
    int rounds = settle(edges, settled);
    assertTrue(rounds <= 16, "rounds: " + rounds);
    assertEquals(4999, settled.size());
    assertTrue(settled.stream().allMatch(edge -> edge.toLow() == 0));
  }

  @Test
  void aStarIsDoneAtOnceAndRepeatsGo() {
    List<Edge> star = List.of(edge(0, 7), edge(0, 14), edge(0, 7));
    List<Edge> down = star.stream().map(StarsTest::downward).toList();
    List<Edge> settled = new ArrayList<>();
    int rounds = settle(down, settled);
    assertEquals(2, settled.size());
    assertTrue(rounds <= 2);
  }

  @Test
  void noEdgesGiveNone() {
    assertEquals(List.of(), round(List.of()));
  }
}
