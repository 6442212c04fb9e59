package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.sluice.dedup.cluster.DuplicateMethod;
import io.sluice.dedup.cluster.DuplicateVerdict;
import io.sluice.dedup.sketch.Signature;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Last step: a verdict for each document from its group, its group's component and the best member
 * of that. A component is sorted, best first, and spilled where it does not fit in memory.
 */
final class Verdicts implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final int values;

  /**
   * @param values number of min-hash values behind every signature
   */
  Verdicts(int values) {
    this.values = values;
  }

  /**
   * Verdicts in the layout of {@link VerdictRows}.
   *
   * @param grouped documents with their groups
   * @param labels an edge from each node to its component's smallest node, that node itself left
   *     out
   * @param criteria number of rank columns
   */
  Dataset<Row> of(Dataset<Row> grouped, Dataset<Row> labels, int criteria) {
    Dataset<Row> narrow = grouped.drop("settings", "values", "bands");
    Dataset<Row> rooted =
        narrow
            .join(
                labels.drop("moved"),
                scala.jdk.javaapi.CollectionConverters.asScala(java.util.List.of("high", "low"))
                    .toSeq(),
                "left")
            .withColumn("linked", col("to_high").isNotNull())
            .withColumn("root_high", coalesce(col("to_high"), col("high")))
            .withColumn("root_low", coalesce(col("to_low"), col("low")));
    WindowSpec ordered =
        Window.partitionBy("root_high", "root_low").orderBy(Grouping.order(criteria));
    WindowSpec whole =
        ordered.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column same =
        col("high")
            .equalTo(first("high").over(whole))
            .and(col("low").equalTo(first("low").over(whole)));
    return rooted
        .select(
            col("id"),
            col("file"),
            col("row"),
            col("first"),
            col("bits"),
            row_number().over(ordered).equalTo(1).as("best"),
            count(lit(1)).over(whole).as("size"),
            min("id").over(whole).as("cluster"),
            max("linked").over(whole).as("joined"),
            first("id").over(whole).as("survivor"),
            first("bits").over(whole).as("survivor_bits"),
            same.as("same"))
        .map(this, Encoders.row(VerdictRows.SCHEMA));
  }

  @Override
  public Row call(Row member) {
    return VerdictRows.row(verdict(member), member.getString(1), member.getLong(2));
  }

  private DuplicateVerdict verdict(Row member) {
    String id = member.getString(0);
    long size = member.getLong(6);
    if (size == 1) {
      return DuplicateVerdict.alone(id);
    }
    boolean speaks = member.getBoolean(3);
    boolean joined = member.getBoolean(8);
    DuplicateMethod method = speaks && joined ? DuplicateMethod.MINHASH : DuplicateMethod.EXACT;
    String cluster = member.getString(7);
    if (member.getBoolean(5)) {
      return DuplicateVerdict.kept(id, method, cluster, size);
    }
    double similarity =
        member.getBoolean(11)
            ? 1
            : Signature.similarity(values, member.<byte[]>getAs(4), member.<byte[]>getAs(10));
    return DuplicateVerdict.dropped(id, method, cluster, size, member.getString(9), similarity);
  }
}
