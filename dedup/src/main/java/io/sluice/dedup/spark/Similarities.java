package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sluice.dedup.sketch.ShingleSet;
import io.sluice.dedup.sketch.Signature;
import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Second step: how similar the ends of each edge are, estimated from their signatures, or, where
 * texts may be read, as the true Jaccard similarity of their shingles.
 */
final class Similarities {
  /** An edge, the ids of its ends, and their similarity. */
  static final StructType SCHEMA =
      new StructType()
          .add("high", DataTypes.LongType, false)
          .add("low", DataTypes.LongType, false)
          .add("to_high", DataTypes.LongType, false)
          .add("to_low", DataTypes.LongType, false)
          .add("id", DataTypes.StringType, false)
          .add("other", DataTypes.StringType, false)
          .add("similarity", DataTypes.FloatType, false);

  private static final StructType SETS =
      new StructType()
          .add("high", DataTypes.LongType, false)
          .add("low", DataTypes.LongType, false)
          .add("set", DataTypes.BinaryType, false);

  private Similarities() {}

  /** Edges with estimates. */
  static Dataset<Row> estimated(Dataset<Row> edges, Dataset<Row> documents) {
    Dataset<Row> ends = documents.select("high", "low", "id", "signature");
    return between(edges, ends.withColumn("set", lit(null).cast("binary")));
  }

  /**
   * Edges with true similarities; where an end's text is not read (it belongs to an earlier run),
   * with the estimate.
   */
  static Dataset<Row> verified(
      Dataset<Row> edges,
      Dataset<Row> documents,
      TextReader texts,
      SketchConfig sketch,
      WorkFolder work) {
    Dataset<Row> nodes =
        edges.select("high", "low").union(edges.select(col("to_high"), col("to_low"))).distinct();
    Dataset<Row> chosen =
        work.step(
            "verified",
            documents
                .filter("not old")
                .join(nodes, Components.on("high", "low"))
                .select("high", "low", "id", "file", "row"));
    Dataset<Row> sets =
        texts
            .read(chosen)
            .select("high", "low", "text")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> sets(rows, new Sketcher(sketch)),
                Encoders.row(SETS));
    Dataset<Row> stored = work.step("shingles", sets);
    Dataset<Row> ends =
        documents
            .select("high", "low", "id", "signature")
            .join(nodes, Components.on("high", "low"))
            .join(stored, Components.on("high", "low"), "left");
    return between(edges, ends);
  }

  private static Iterator<Row> sets(Iterator<Row> rows, Sketcher sketcher) {
    return new Mapped<>(
        rows,
        row ->
            RowFactory.create(row.get(0), row.get(1), sketcher.shingles(row.getString(2)).bytes()));
  }

  private static Dataset<Row> between(Dataset<Row> edges, Dataset<Row> ends) {
    Dataset<Row> others =
        ends.select(
            col("high").as("to_high"),
            col("low").as("to_low"),
            col("id").as("other"),
            col("signature").as("other_signature"),
            col("set").as("other_set"));
    return edges
        .join(ends, Components.on("high", "low"))
        .join(others, Components.on("to_high", "to_low"))
        .select(
            "high",
            "low",
            "to_high",
            "to_low",
            "id",
            "other",
            "signature",
            "other_signature",
            "set",
            "other_set")
        .map((MapFunction<Row, Row>) Similarities::measured, Encoders.row(SCHEMA));
  }

  private static Row measured(Row row) {
    double similarity =
        row.isNullAt(8) || row.isNullAt(9)
            ? Signature.of(row.<byte[]>getAs(6)).similarity(Signature.of(row.<byte[]>getAs(7)))
            : ShingleSet.of(row.<byte[]>getAs(8)).jaccard(ShingleSet.of(row.<byte[]>getAs(9)));
    return RowFactory.create(
        row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), (float) similarity);
  }
}
