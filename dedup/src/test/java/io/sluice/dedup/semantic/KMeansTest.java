package io.sluice.dedup.semantic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.model.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KMeansTest {

  private static SemanticConfig config(int clusters, int maxCluster) {
    return new SemanticConfig(
        0.07, clusters, 10, 10_000, maxCluster, KeepOrder.HARD, 1, List.of(Kind.WEB));
  }

  @Test
  void nearestIsTheCentreOfTheGreatestCosine() {
    float[][] vectors = UnitVectors.around(300, 20, 40, 0.5, 1);
    float[][] centres = UnitVectors.around(600, 20, 600, 1, 2);
    Centroids centroids = new Centroids(20, UnitVectors.flat(centres));
    int[] cluster = new int[300];
    float[] cosine = new float[300];
    centroids.nearest(UnitVectors.flat(vectors), 0, 300, cluster, cosine);
    for (int i = 0; i < 300; i++) {
      int best = 0;
      for (int c = 1; c < centres.length; c++) {
        if (UnitVectors.cosine(vectors[i], centres[c])
            > UnitVectors.cosine(vectors[i], centres[best])) {
          best = c;
        }
      }
      assertEquals(best, cluster[i]);
      assertEquals(UnitVectors.cosine(vectors[i], centres[best]), cosine[i], 1e-6);
    }
    assertArrayEquals(UnitVectors.flat(centres), centroids.values());
  }

  @Test
  void ofTwoEqualCentresTheLowerNumberIsTaken() {
    Centroids centroids = new Centroids(2, new float[] {0, 1, 1, 0, 1, 0});
    int[] cluster = new int[1];
    centroids.nearest(new float[] {1, 0}, 0, 1, cluster, new float[1]);
    assertEquals(1, cluster[0]);
  }

  @Test
  void wellSeparatedTopicsComeApart() {
    float[][] vectors = UnitVectors.around(400, 32, 4, 0.1, 3);
    float[] flat = UnitVectors.flat(vectors);
    Centroids centroids = KMeans.fit(flat, 32, 4, 20, 7);
    assertEquals(4, centroids.count());
    int[] cluster = new int[400];
    float[] cosine = new float[400];
    centroids.nearest(flat, 0, 400, cluster, cosine);
    for (int i = 0; i < 400; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(
            UnitVectors.cosine(vectors[i], vectors[j]) > 0.8,
            cluster[i] == cluster[j],
            i + "," + j);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameCentresAndAnotherSeedOthers() {
    float[] flat = UnitVectors.flat(UnitVectors.around(500, 16, 30, 0.6, 4));
    float[] once = KMeans.fit(flat, 16, 20, 5, 1).values();
    assertArrayEquals(once, KMeans.fit(flat, 16, 20, 5, 1).values());
    assertFalse(Arrays.equals(once, KMeans.fit(flat, 16, 20, 5, 2).values()));
  }

  @Test
  void fewerDifferentVectorsThanCentresGiveFewerCentres() {
    float[] flat = {1, 0, 1, 0, 0, 1, 1, 0, 0, 1};
    assertEquals(2, KMeans.fit(flat, 2, 5, 10, 1).count());
    assertEquals(1, KMeans.fit(new float[] {1, 0}, 2, 5, 10, 1).count());
    assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new float[0], 2, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> KMeans.fit(new float[3], 2, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> KMeans.fit(flat, 2, 0, 1, 1));
  }

  @Test
  void aPlanHasAboutTheRootOfTheCorpusManyClusters() {
    float[] flat = UnitVectors.flat(UnitVectors.around(900, 16, 60, 0.6, 4));
    Centroids centroids = ClusterPlan.fit(flat, 16, 900, config(0, 1000));
    assertTrue(centroids.count() >= 28 && centroids.count() <= 30, "" + centroids.count());
  }

  @Test
  void clustersExpectedToBeTooLargeAreSplit() {
    float[] flat = UnitVectors.flat(UnitVectors.around(2000, 16, 1, 0.6, 4));
    // The sample stands for a corpus of 20,000, so that a cluster may have 30 of the sample's
    // 2,000.
    Centroids centroids = ClusterPlan.fit(flat, 16, 20_000, config(2, 300));
    int[] cluster = new int[2000];
    centroids.nearest(flat, 0, 2000, cluster, new float[2000]);
    int[] members = new int[centroids.count()];
    for (int c : cluster) {
      members[c]++;
    }
    int largest = Arrays.stream(members).max().orElseThrow();
    assertTrue(centroids.count() >= 67, "" + centroids.count());
    assertTrue(largest <= 45, "largest: " + largest);
  }

  @Test
  void aClusterOfOneVectorRepeatedIsLeftWhole() {
    float[] flat = new float[2 * 400];
    for (int i = 0; i < 400; i++) {
      flat[2 * i] = 1;
    }
    assertEquals(1, ClusterPlan.fit(flat, 2, 400_000, config(3, 256)).count());
  }

  @Test
  void vectorsAreStoredLittleEndianAndComeBackWithUnitLength() {
    assertArrayEquals(
        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0},
        Vectors.encode(new float[] {1, -2}));
    float[] into = new float[3];
    assertTrue(Vectors.decode(Vectors.encode(new float[] {3, 4}), into, 1));
    assertArrayEquals(new float[] {0, 0.6f, 0.8f}, into);
    assertFalse(Vectors.decode(Vectors.encode(new float[] {0, 0}), into, 0));
    assertFalse(Vectors.decode(Vectors.encode(new float[] {Float.NaN, 1}), into, 0));
    assertFalse(Vectors.decode(Vectors.encode(new float[] {Float.POSITIVE_INFINITY, 1}), into, 0));
  }

  @Test
  void keepOrdersSortAsTheySay() {
    assertEquals(0.25, KeepOrder.HARD.key(0.25f, 1, "a"));
    assertEquals(-0.25, KeepOrder.EASY.key(0.25f, 1, "a"));
    double draw = KeepOrder.RANDOM.key(0.25f, 1, "a");
    assertTrue(draw >= 0 && draw < 1);
    assertEquals(draw, KeepOrder.RANDOM.key(0.75f, 1, "a"));
    assertTrue(draw != KeepOrder.RANDOM.key(0.25f, 2, "a"));
  }

  @Test
  void badConfigurationsAreRefused() {
    for (double epsilon : new double[] {0, 1, -1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new SemanticConfig(epsilon, 0, 10, 100, 1000, KeepOrder.HARD, 1, List.of(Kind.WEB)));
    }
    assertThrows(IllegalArgumentException.class, () -> config(-1, 1000));
    assertThrows(IllegalArgumentException.class, () -> config(0, 255));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SemanticConfig(0.1, 0, 10, 100, 1000, KeepOrder.HARD, 1, List.of()));
    assertEquals(0.1, SemanticConfig.presets().epsilon());
  }
}
