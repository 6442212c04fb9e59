package io.sluice.dedup.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterPrunerTest {

  private static List<Pruned<Integer>> prune(float[][] vectors, double epsilon, int limit) {
    List<Pruned<Integer>> pruned = new ArrayList<>();
    ClusterPruner<Integer> pruner =
        new ClusterPruner<>(vectors[0].length, epsilon, limit, pruned::add);
    for (int i = 0; i < vectors.length; i++) {
      pruner.add(i, vectors[i]);
    }
    pruner.finish();
    pruned.sort(Comparator.comparing(Pruned::item));
    return pruned;
  }

  /** The rule as the paper states it, pair by pair. */
  private static List<Pruned<Integer>> byTheRule(float[][] vectors, double epsilon) {
    List<Pruned<Integer>> result = new ArrayList<>();
    for (int i = 0; i < vectors.length; i++) {
      double greatest = Double.NEGATIVE_INFINITY;
      Integer nearest = null;
      for (int j = 0; j < i; j++) {
        double cosine = UnitVectors.cosine(vectors[i], vectors[j]);
        if (cosine > greatest) {
          greatest = cosine;
          nearest = j;
        }
      }
      boolean keep = !(greatest > 1 - epsilon);
      Integer root = keep ? i : result.get(nearest).root();
      float similarity = nearest == null ? Float.NaN : (float) Math.min(1, greatest);
      result.add(new Pruned<>(i, keep, nearest, similarity, root));
    }
    return result;
  }

  private static void assertSame(List<Pruned<Integer>> expected, List<Pruned<Integer>> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      Pruned<Integer> e = expected.get(i);
      Pruned<Integer> a = actual.get(i);
      assertEquals(e.item(), a.item());
      assertEquals(e.keep(), a.keep(), "keep of " + i);
      assertEquals(e.nearest(), a.nearest(), "nearest of " + i);
      assertEquals(e.root(), a.root(), "root of " + i);
      assertEquals(e.similarity(), a.similarity(), 2e-6f, "similarity of " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,16", "2,16", "255,5", "256,16", "257,16", "700,31", "1100,48"})
  void agreesWithTheRuleWrittenPairByPair(int n, int dimension) {
    for (double epsilon : new double[] {0.02, 0.07, 0.3}) {
      float[][] vectors = UnitVectors.around(n, dimension, 1 + n / 20, 0.25, n);
      List<Pruned<Integer>> expected = byTheRule(vectors, epsilon);
      if (n > 200 && epsilon > 0.02) {
        long dropped = expected.stream().filter(p -> !p.keep()).count();
        assertTrue(dropped > n / 20 && dropped < n, "the test's own spread: " + dropped);
      }
      assertSame(expected, prune(vectors, epsilon, 2000));
    }
  }

  @Test
  void anItemDropsOutForAnEarlierOneThatWasItselfDropped() {
    // Angles 0, 20, 40 degrees: each is near its neighbour only (cosine 0.94 against 0.77).
    float[][] chain = new float[3][2];
    for (int i = 0; i < 3; i++) {
      chain[i][0] = (float) Math.cos(Math.toRadians(20 * i));
      chain[i][1] = (float) Math.sin(Math.toRadians(20 * i));
    }
    List<Pruned<Integer>> pruned = prune(chain, 0.1, 256);
    assertEquals(List.of(true, false, false), pruned.stream().map(Pruned::keep).toList());
    assertEquals(1, pruned.get(2).nearest());
    assertEquals(0, pruned.get(2).root());
    assertNull(pruned.get(0).nearest());
    assertTrue(Float.isNaN(pruned.get(0).similarity()));
  }

  @Test
  void aSimilarityExactlyOnTheThresholdStays() {
    float[][] vectors = {{1, 0}, {0.5f, (float) Math.sqrt(0.75)}};
    assertTrue(prune(vectors, 0.5, 256).get(1).keep());
    assertEquals(0.5f, prune(vectors, 0.5, 256).get(1).similarity());
    assertEquals(false, prune(vectors, 0.5 + 1e-9, 256).get(1).keep());
  }

  @Test
  void repeatedVectorsAreJudgedAsTheRuleSaysWithoutBeingHeld() {
    float[][] different = UnitVectors.around(40, 8, 3, 0.2, 5);
    List<float[]> many = new ArrayList<>();
    for (int i = 0; i < different.length; i++) {
      for (int copies = 0; copies <= i * 7 % 60; copies++) {
        many.add(different[i]);
      }
    }
    float[][] vectors = many.toArray(float[][]::new);
    List<Pruned<Integer>> expected = byTheRule(vectors, 0.05);
    List<Pruned<Integer>> actual = prune(vectors, 0.05, 256);
    for (int i = 0; i < vectors.length; i++) {
      assertEquals(expected.get(i).keep(), actual.get(i).keep(), "keep of " + i);
      assertEquals(expected.get(i).root(), actual.get(i).root(), "root of " + i);
      assertEquals(expected.get(i).similarity(), actual.get(i).similarity(), 2e-6f);
    }
  }

  @Test
  void aMillionCopiesTakeNoMemoryOfTheirOwn() {
    float[] vector = UnitVectors.around(1, 8, 1, 0.1, 1)[0];
    long[] counts = new long[2];
    ClusterPruner<Integer> pruner =
        new ClusterPruner<>(8, 0.1, 256, p -> counts[p.keep() ? 1 : 0]++);
    for (int i = 0; i < 1_000_000; i++) {
      pruner.add(i, vector);
    }
    pruner.finish();
    assertEquals(1, counts[1]);
    assertEquals(999_999, counts[0]);
  }

  @Test
  void beyondTheLimitAnItemIsComparedWithThoseJustBeforeIt() {
    float[][] vectors = UnitVectors.around(1500, 24, 1500, 1, 9);
    vectors[520] = vectors[5].clone();
    vectors[1400] = vectors[5].clone();
    List<Pruned<Integer>> pruned = prune(vectors, 0.05, 512);
    assertEquals(false, pruned.get(520).keep());
    assertEquals(5, pruned.get(520).nearest());
    assertEquals(true, pruned.get(1400).keep());
    assertEquals(false, prune(vectors, 0.05, 1500).get(1400).keep());
  }

  @Test
  void clustersAreApartFromEachOther() {
    float[] vector = {0.6f, 0.8f};
    List<Pruned<String>> pruned = new ArrayList<>();
    ClusterPruner<String> pruner = new ClusterPruner<>(2, 0.1, 256, pruned::add);
    pruner.finish();
    pruner.add("a", vector);
    pruner.finish();
    pruner.add("b", vector);
    pruner.add("c", vector);
    pruner.finish();
    assertEquals(
        List.of(
            new Pruned<>("a", true, null, Float.NaN, "a"),
            new Pruned<>("b", true, null, Float.NaN, "b"),
            new Pruned<>("c", false, "b", 1f, "b")),
        pruned);
  }
}
