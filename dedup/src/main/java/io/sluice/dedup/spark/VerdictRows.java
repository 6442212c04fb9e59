package io.sluice.dedup.spark;

import io.sluice.dedup.cluster.DuplicateVerdict;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The verdict table's columns and the one way to make its rows. */
public final class VerdictRows {
  /**
   * A row a document: the columns of {@link DuplicateVerdict}, then {@code file} and {@code row}.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("keep", DataTypes.BooleanType, false)
          .add("method", DataTypes.StringType)
          .add("cluster", DataTypes.StringType)
          .add("cluster_size", DataTypes.LongType, false)
          .add("survivor", DataTypes.StringType)
          .add("similarity", DataTypes.FloatType)
          .add("reason", DataTypes.StringType)
          .add("file", DataTypes.StringType, false)
          .add("row", DataTypes.LongType, false);

  private VerdictRows() {}

  /** A verdict as a row; {@code file} and {@code row} say where its document lies. */
  public static Row row(DuplicateVerdict verdict, String file, long row) {
    Double similarity = verdict.similarity();
    return RowFactory.create(
        verdict.id(),
        verdict.keep(),
        verdict.method(),
        verdict.cluster(),
        verdict.clusterSize(),
        verdict.survivor(),
        similarity == null ? null : similarity.floatValue(),
        verdict.reason(),
        file,
        row);
  }
}
