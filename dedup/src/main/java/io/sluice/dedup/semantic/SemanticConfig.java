package io.sluice.dedup.semantic;

import io.sluice.ingest.config.Key;
import io.sluice.ingest.model.Kind;
import java.io.Serializable;
import java.util.List;

/**
 * Semantic deduplication (SemDeDup, arXiv 2303.09540). The paper gives the rule; every number here
 * is Sluice's own choice, since neither it nor the recipe states one for these models.
 *
 * <p>Measured with the embedding presets, share dropped at epsilon 0.07, 0.10, 0.15, 0.20: 101
 * different English news pages 0, 0, 0, 0.02 (reports of one event); 200 Chinese articles that
 * share a head of metadata 0, 0.02, 0.19, 0.39; English javadoc pages 0.02, 0.02, 0.04, 0.12;
 * Chinese ones 0.12, 0.29, 0.65, 0.95. A short page in which a place's name changes stands at
 * cosines of 0.65 to 0.9 with all-MiniLM-L6-v2, which looks at names, and needs 0.15 or more.
 *
 * @param epsilon a document goes when its greatest cosine to an earlier one of its cluster is over
 *     1 - epsilon; in (0, 1)
 * @param clusters number of k-means clusters; 0 for the square root of the number of documents, but
 *     at most a quarter of the sample
 * @param iterations rounds of k-means, 1..1000
 * @param sample documents that k-means is fitted on, 1..2,000,000, those with the smallest keyed
 *     hashes; held in the driver's memory
 * @param maxCluster vectors of one cluster that are held and compared at a time, 256..1,000,000; a
 *     cluster expected to be larger is split
 * @param keepOrder which of a group of duplicates stays
 * @param seed seed of the sample, of k-means and of the random order
 * @param kinds kinds of documents that are compared
 */
public record SemanticConfig(
    @Key(
            doc = "drop at a cosine over 1 - epsilon to an earlier document of the cluster",
            preset = "0.1",
            min = 0,
            max = 1)
        double epsilon,
    @Key(doc = "k-means clusters; 0 for the square root of the documents", preset = "0", min = 0)
        int clusters,
    @Key(doc = "rounds of k-means", preset = "10", min = 1, max = 1000) int iterations,
    @Key(
            doc = "documents that k-means is fitted on, in the driver's memory",
            preset = "131072",
            min = 1,
            max = 2_000_000)
        int sample,
    @Key(
            doc = "vectors of a cluster held at a time; larger clusters are split",
            preset = "32768",
            min = 256,
            max = 1_000_000)
        int maxCluster,
    @Key(
            doc = "which of a group stays: hard (farthest from the centroid), easy, random",
            preset = "hard")
        KeepOrder keepOrder,
    @Key(doc = "seed of the sample, of k-means and of the random order", preset = "1") long seed,
    @Key(doc = "kinds of documents that are compared", preset = "[web]") List<Kind> kinds)
    implements Serializable {

  /** Checks the values. */
  public SemanticConfig {
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon: got " + epsilon + ", allowed over 0, under 1");
    }
    if (clusters < 0) {
      throw new IllegalArgumentException("clusters: got " + clusters + ", allowed 0 and over");
    }
    if (iterations < 1 || iterations > 1000) {
      throw new IllegalArgumentException("iterations: got " + iterations + ", allowed 1..1000");
    }
    if (sample < 1 || sample > 2_000_000) {
      throw new IllegalArgumentException("sample: got " + sample + ", allowed 1..2000000");
    }
    if (maxCluster < Panel.WIDTH || maxCluster > 1_000_000) {
      throw new IllegalArgumentException(
          "max_cluster: got " + maxCluster + ", allowed 256..1000000");
    }
    if (keepOrder == null) {
      throw new IllegalArgumentException("keep_order: got null, allowed hard, easy, random");
    }
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("kinds: got [], allowed one kind or more");
    }
  }

  /** The presets. */
  public static SemanticConfig presets() {
    return new SemanticConfig(0.1, 0, 10, 131_072, 32_768, KeepOrder.HARD, 1, List.of(Kind.WEB));
  }
}
