package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.sluice.dedup.spark.VerdictRows;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.stage.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Verdict tables of a run: written with their counts, read for joins. */
final class Verdicts {
  private Verdicts() {}

  /**
   * Writes a verdict table.
   *
   * @param in documents that were to be judged, counted elsewhere
   * @param methods every method that may remove a document
   */
  static Counts write(Dataset<Row> verdicts, Path folder, long in, List<String> methods) {
    Observation observation = new Observation("verdicts");
    List<Column> columns = new ArrayList<>();
    for (String method : methods) {
      Column removed = col("keep").equalTo(false).and(col("method").equalTo(method));
      columns.add(count(when(removed, 1)).as(method));
    }
    verdicts
        .observe(
            observation, count(when(col("keep"), 1)).as("keep"), columns.toArray(Column[]::new))
        .write()
        .option("compression", "zstd")
        .parquet(DatasetFolder.table(folder).toString());
    Map<String, ?> seen = observed(observation);
    TreeMap<String, Long> reasons = new TreeMap<>();
    long rejected = 0;
    for (String method : methods) {
      long removed = ((Number) seen.get(method)).longValue();
      rejected += removed;
      if (removed > 0) {
        reasons.put(method, removed);
      }
    }
    long kept = ((Number) seen.get("keep")).longValue();
    return new Counts(in, kept, rejected, 0, reasons, new TreeMap<>());
  }

  /** The verdicts of a published dataset, or an empty table where the job was not run. */
  static Dataset<Row> read(SparkSession spark, DatasetFolder dataset) throws IOException {
    List<String> folders = new ArrayList<>();
    if (dataset.manifest().isPresent()) {
      for (DatasetManifest.Part part : dataset.published().parts()) {
        folders.add(DatasetFolder.table(dataset.folder(part.folder())).toString());
      }
    }
    return folders.isEmpty()
        ? spark.createDataFrame(List.of(), VerdictRows.SCHEMA)
        : spark.read().schema(VerdictRows.SCHEMA).parquet(folders.toArray(String[]::new));
  }

  /**
   * The documents that a verdict table keeps; those that it does not know stay.
   *
   * @param documents with {@code file} and {@code row}
   * @param clusterSize name of a column to add with the cluster's size, or null for none
   */
  static Dataset<Row> kept(Dataset<Row> documents, Dataset<Row> verdicts, String clusterSize) {
    Dataset<Row> narrow =
        verdicts.select(
            col("file").as("v_file"),
            col("row").as("v_row"),
            col("keep"),
            col("cluster_size").as("v_size"));
    Dataset<Row> joined =
        documents
            .join(
                narrow,
                col("file").equalTo(col("v_file")).and(col("row").equalTo(col("v_row"))),
                "left")
            .filter(col("keep").isNull().or(col("keep")));
    if (clusterSize != null) {
      joined =
          joined.withColumn(
              clusterSize, when(col("v_size").isNull(), lit(1L)).otherwise(col("v_size")));
    }
    return joined.drop("v_file", "v_row", "keep", "v_size");
  }

  static Map<String, ?> observed(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting", e);
    }
  }
}
