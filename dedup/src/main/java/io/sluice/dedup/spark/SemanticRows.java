package io.sluice.dedup.spark;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of semantic deduplication. */
final class SemanticRows {
  /**
   * An embedding a document: {@code space} names the model; {@code vector} is float32,
   * little-endian, null for a text that the model cannot read.
   */
  static final StructType EMBEDDING =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("space", DataTypes.StringType, false)
          .add("vector", DataTypes.BinaryType, true)
          .add("file", DataTypes.StringType, true)
          .add("row", DataTypes.LongType, true);

  /** An embedding with its cluster and its place in the cluster's order. */
  static final StructType ASSIGNED =
      EMBEDDING
          .add("centre", DataTypes.IntegerType, false)
          .add("place", DataTypes.DoubleType, false);

  /** What became of a document in its cluster; {@code root} is the kept one it leads to. */
  static final StructType PRUNED =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("keep", DataTypes.BooleanType, false)
          .add("nearest", DataTypes.StringType, true)
          .add("similarity", DataTypes.FloatType, true)
          .add("root", DataTypes.StringType, false)
          .add("file", DataTypes.StringType, true)
          .add("row", DataTypes.LongType, true);

  private SemanticRows() {}

  static Encoder<Row> encoder(StructType schema) {
    return Encoders.row(schema);
  }
}
