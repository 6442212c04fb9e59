package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.sluice.dedup.semantic.Centroids;
import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.filters.embed.EmbedConfig;
import io.sluice.ingest.model.Reason;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Semantic deduplication (SemDeDup, arXiv 2303.09540) in two steps, of which the first costs by far
 * the most and is worth publishing: texts to embeddings, embeddings to verdicts. Neither depends on
 * the number or the order of partitions.
 */
public final class SemanticDedup {
  /** What the column {@code method} says. */
  public static final String METHOD = "semdedup";

  private SemanticDedup() {}

  /**
   * Embeds texts.
   *
   * @param texts the columns id, lang, text (strings), file (string), row (long); others are not
   *     read
   * @return a row a text: {@code id}, {@code space} (the model's name and token limit), {@code
   *     vector} (float32, little-endian, unit length; null where the text has no token or too many
   *     that the model does not know), {@code file}, {@code row}
   */
  public static Dataset<Row> embed(Dataset<Row> texts, EmbedConfig config) {
    return texts
        .select("id", "lang", "text", "file", "row")
        .mapPartitions(new SemanticEmbedding(config), SemanticRows.encoder(SemanticRows.EMBEDDING));
  }

  /**
   * Judges embeddings, each against those of its own space. Reads {@code embeddings} once to count,
   * once a space for the sample, and once to judge; fits k-means on the driver before it returns.
   *
   * @param embeddings what {@link #embed} gave, read back from where it was published
   * @return a row an embedding: {@code id}, {@code keep}, {@code method}, {@code cluster} (the
   *     smallest id of those that lead to one kept document, null where it is alone), {@code
   *     cluster_size} (long), {@code survivor} (for a dropped document the earlier one most like
   *     it, <em>which may itself have been dropped</em>: that is SemDeDup's rule), {@code
   *     similarity} (float; the greatest cosine to an earlier one, also for a kept document; null
   *     where it was compared with none), {@code reason}, {@code file}, {@code row}. A document is
   *     dropped where {@code similarity} is over 1 - epsilon and never else, so that a smaller
   *     epsilon can be applied to this table. One without a vector is kept
   */
  public static Dataset<Row> verdicts(Dataset<Row> embeddings, SemanticConfig config) {
    Dataset<Row> own = embeddings.select("id", "space", "vector", "file", "row");
    Map<String, Centroids> centres = new SemanticSample(own, config).centres();
    Broadcast<Map<String, Centroids>> spaces =
        JavaSparkContext.fromSparkContext(own.sparkSession().sparkContext()).broadcast(centres);
    Dataset<Row> pruned =
        own.mapPartitions(
                new SemanticAssignment(spaces, config), SemanticRows.encoder(SemanticRows.ASSIGNED))
            .repartition(col("space"), col("centre"))
            .sortWithinPartitions("space", "centre", "place", "id")
            .mapPartitions(new SemanticPruning(config), SemanticRows.encoder(SemanticRows.PRUNED));
    WindowSpec group = Window.partitionBy("root");
    Column size = count(lit(1)).over(group);
    return pruned
        .withColumn("cluster_size", size)
        .withColumn("smallest", min("id").over(group))
        .select(
            col("id"),
            col("keep"),
            lit(METHOD).as("method"),
            when(col("cluster_size").gt(1), col("smallest")).as("cluster"),
            col("cluster_size"),
            when(not(col("keep")), col("nearest")).as("survivor"),
            col("similarity"),
            when(not(col("keep")), lit(Reason.SEMANTIC_DUPLICATE.id())).as("reason"),
            col("file"),
            col("row"));
  }
}
