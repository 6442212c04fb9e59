package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;

import io.sluice.dedup.cluster.Buckets;
import io.sluice.dedup.cluster.DedupConfig;
import java.io.File;
import java.util.Iterator;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/**
 * First step: nodes that share a bucket (an exact hash, or a band and its hash) are linked to the
 * bucket's smallest node. Entries are shuffled in blobs and matched in flat tables; a bucket of n
 * nodes gives n - 1 edges, whatever its size.
 */
final class Candidates {
  /** Entries of a part: 24 MiB as they travel, at most 100 MiB as a table of distinct keys. */
  private static final long ENTRIES = 1 << 20;

  static final StructType BLOBS =
      new StructType()
          .add("part", DataTypes.IntegerType, false)
          .add("blob", DataTypes.BinaryType, false);

  private final DedupConfig config;

  Candidates(DedupConfig config) {
    this.config = config;
  }

  /**
   * Different edges in the layout of {@link Components#SCHEMA}, from the larger node to the
   * smaller.
   *
   * @param documents as {@link DedupInput} selects them
   * @param entries number of bucket entries, roughly
   */
  Dataset<Row> edges(Dataset<Row> documents, long entries) {
    int least = documents.sparkSession().sparkContext().defaultParallelism();
    int parts = (int) Math.min(1 << 20, Math.max(least, entries / ENTRIES + 1));
    boolean exact = config.exact();
    boolean minhash = config.minhash();
    Column[] columns = new Column[Entries.COLUMNS.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = col(Entries.COLUMNS[i]);
    }
    Dataset<Row> blobs =
        documents
            .select(columns)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> new Entries(rows, exact, minhash, parts),
                Encoders.row(BLOBS));
    return stars(blobs, parts).distinct();
  }

  /**
   * An edge from every node of a bucket to its smallest; one that several buckets give may be
   * repeated.
   *
   * @param blobs rows of part and entries of {@link io.sluice.dedup.cluster.PackedEntries}
   */
  static Dataset<Row> stars(Dataset<Row> blobs, int parts) {
    return blobs
        .repartitionById(parts, col("part"))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) Candidates::star, Encoders.row(Components.SCHEMA))
        .drop("moved");
  }

  private static Iterator<Row> star(Iterator<Row> rows) {
    Buckets buckets =
        new Buckets(new Mapped<>(rows, row -> row.<byte[]>getAs(1)), Candidates::spill);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> buckets.close());
    return new Mapped<>(buckets, Components::row);
  }

  private static File spill() {
    return SparkEnv.get().blockManager().diskBlockManager().createTempLocalBlock()._2();
  }
}
