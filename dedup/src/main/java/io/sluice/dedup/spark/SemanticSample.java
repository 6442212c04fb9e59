package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.sluice.dedup.semantic.Centroids;
import io.sluice.dedup.semantic.ClusterPlan;
import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.dedup.semantic.Vectors;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.text.Draw;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Fits the centres of every space on its vectors with the smallest keyed hashes. These, some 256 MB
 * at the presets, are all that the driver ever holds; what they are does not depend on partitions.
 */
final class SemanticSample {
  private static final String PURPOSE = "semdedup.sample";

  private final Dataset<Row> embeddings;
  private final SemanticConfig config;

  SemanticSample(Dataset<Row> embeddings, SemanticConfig config) {
    this.embeddings = embeddings.filter(col("vector").isNotNull());
    this.config = config;
  }

  /** The centres by space; a space without any usable vector is missing. */
  Map<String, Centroids> centres() {
    Map<String, Centroids> centres = new TreeMap<>();
    List<Row> sizes =
        embeddings
            .groupBy(col("space"), functions.octet_length(col("vector")).as("bytes"))
            .count()
            .orderBy("space", "bytes")
            .collectAsList();
    check(sizes);
    for (Row row : sizes) {
      String space = row.getString(0);
      Centroids fitted = fit(space, row.getInt(1) / 4, row.getLong(2));
      if (fitted != null) {
        centres.put(space, fitted);
      }
    }
    return centres;
  }

  private static void check(List<Row> sizes) {
    String before = null;
    for (Row row : sizes) {
      String space = row.getString(0);
      int bytes = row.getInt(1);
      if (space.equals(before) || bytes == 0 || bytes % 4 != 0) {
        throw new ContractViolation(
            "vectors of " + space + ": " + bytes + " bytes, where all should have one length");
      }
      before = space;
    }
  }

  private Centroids fit(String space, int dimension, long total) {
    int wanted = Math.min(config.sample(), (Integer.MAX_VALUE - 8) / dimension);
    float[] sample = new float[Math.toIntExact(Math.min(wanted, total)) * dimension];
    int filled = 0;
    for (Row row : smallest(space, wanted, total)) {
      if (filled < sample.length && Vectors.decode((byte[]) row.get(1), sample, filled)) {
        filled += dimension;
      }
    }
    return filled == 0
        ? null
        : ClusterPlan.fit(Arrays.copyOf(sample, filled), dimension, total, config);
  }

  /** Some more than the wanted number of rows, in the order of their hashes. */
  private List<Row> smallest(String space, int wanted, long total) {
    Dataset<Row> own = embeddings.filter(col("space").equalTo(space)).select("id", "vector");
    // Four standard deviations more than wanted, so that a shortfall is rare; one does no harm.
    double share = (wanted + 4 * Math.sqrt(wanted)) / total;
    if (share < 1) {
      long seed = config.seed();
      UDF1<String, Double> draw = id -> Draw.uniform(seed, PURPOSE, id);
      Column drawn = udf(draw, DataTypes.DoubleType).apply(col("id"));
      own = own.filter(drawn.lt(share));
    }
    List<Row> rows = Arrays.asList((Row[]) own.collect());
    rows.sort(
        Comparator.comparingDouble(
                (Row row) -> Draw.uniform(config.seed(), PURPOSE, row.getString(0)))
            .thenComparing(row -> row.getString(0)));
    return rows;
  }
}
