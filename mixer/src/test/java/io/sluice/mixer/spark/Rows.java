package io.sluice.mixer.spark;

import io.sluice.ingest.model.Score;
import io.sluice.mixer.plan.Facts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Documents as the rows that jobs hand to the stages. */
final class Rows {
  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("lang", DataTypes.StringType)
          .add("tokens", DataTypes.IntegerType)
          .add("bytes", DataTypes.LongType)
          .add("quality", DataTypes.FloatType)
          .add("code_quality", DataTypes.FloatType)
          .add("cluster_size", DataTypes.LongType)
          .add("file", DataTypes.StringType)
          .add("row", DataTypes.LongType);

  private Rows() {}

  static List<Row> of(List<Facts> documents) {
    List<Row> rows = new ArrayList<>();
    for (Facts facts : documents) {
      rows.add(
          RowFactory.create(
              facts.id(),
              facts.kind().id(),
              facts.source(),
              facts.lang(),
              (int) facts.tokens(),
              facts.bytes(),
              score(facts, Score.QUALITY),
              score(facts, Score.CODE_QUALITY),
              facts.clusterSize() == 1 ? null : (Long) facts.clusterSize(),
              "part-" + rows.size() % 3,
              (long) rows.size()));
    }
    return rows;
  }

  private static Float score(Facts facts, Score score) {
    return facts.scores().has(score) ? (Float) facts.scores().get(score) : null;
  }

  static Dataset<Row> dataset(SparkSession spark, List<Row> rows, int partitions) {
    return spark.createDataFrame(rows, SCHEMA).repartition(partitions);
  }
}
