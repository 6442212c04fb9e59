package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.sluice.dedup.cluster.Candidate;
import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.cluster.DuplicateMethod;
import io.sluice.dedup.cluster.DuplicateVerdict;
import io.sluice.dedup.cluster.SurvivorOrder;
import io.sluice.dedup.sketch.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Last step: a verdict for each document from its component and the best member of that. Only
 * members of components are grouped, by partial aggregation, so that a component may hold any share
 * of the corpus; what is alone passes through.
 */
final class Verdicts {
  /** Offset of the exact hash in a signature, its length, and what follows it. */
  private static final int EXACT_START = 8;

  private static final int EXACT_END = 24;

  private final ArrayList<SurvivorOrder> keep;
  private final boolean exact;

  Verdicts(DedupConfig config) {
    keep = new ArrayList<>(config.keep());
    exact = config.exact();
  }

  /** Verdicts on documents that nothing links to another. */
  static Dataset<Row> alone(Dataset<Row> documents) {
    Column[] columns =
        Arrays.stream(VerdictRows.SCHEMA.fields()).map(Verdicts::alone).toArray(Column[]::new);
    return documents.select(columns);
  }

  private static Column alone(StructField field) {
    Column value =
        switch (field.name()) {
          case "id", "file", "row" -> col(field.name());
          case "keep" -> lit(true);
          case "cluster_size" -> lit(1L);
          default -> lit(null);
        };
    return value.cast(field.dataType()).as(field.name());
  }

  /**
   * The members of components, with the order in which they would stay.
   *
   * @param documents as {@link DedupInput} selects them
   * @param labels the root of every node of a component, that root among them
   */
  Dataset<Row> members(Dataset<Row> documents, Dataset<Row> labels) {
    List<SurvivorOrder> criteria = keep;
    Dataset<Row> joined =
        documents
            .join(labels, Components.on("high", "low"))
            .select(
                "root_high",
                "root_low",
                "id",
                "file",
                "row",
                "old",
                "signature",
                "quality",
                "length",
                "micros");
    return joined.map(
        (MapFunction<Row, Row>) row -> member(row, criteria), Encoders.row(schema(keep.size())));
  }

  private static StructType schema(int criteria) {
    StructType schema =
        new StructType()
            .add("root_high", DataTypes.LongType, false)
            .add("root_low", DataTypes.LongType, false)
            .add("old", DataTypes.BooleanType, false)
            .add("exact", DataTypes.BinaryType, false)
            .add("signature", DataTypes.BinaryType, false)
            .add("fresh", DataTypes.BooleanType, false);
    for (int i = 0; i < criteria; i++) {
      schema = schema.add("rank" + i, DataTypes.LongType, false);
    }
    return schema
        .add("id", DataTypes.StringType, false)
        .add("file", DataTypes.StringType, false)
        .add("row", DataTypes.LongType, false);
  }

  private static Row member(Row row, List<SurvivorOrder> criteria) {
    byte[] signature = row.getAs(6);
    boolean old = row.getBoolean(5);
    Candidate candidate =
        new Candidate(
            row.getString(2),
            row.isNullAt(7) ? null : row.getDouble(7),
            row.isNullAt(8) ? null : row.getLong(8),
            row.isNullAt(9) ? null : row.getLong(9));
    Object[] values = new Object[9 + criteria.size()];
    values[0] = row.get(0);
    values[1] = row.get(1);
    values[2] = old;
    values[3] = Arrays.copyOfRange(signature, EXACT_START, EXACT_END);
    values[4] = signature;
    values[5] = !old;
    for (int i = 0; i < criteria.size(); i++) {
      values[6 + i] = criteria.get(i).rank(candidate);
    }
    values[6 + criteria.size()] = row.get(2);
    values[7 + criteria.size()] = row.get(3);
    values[8 + criteria.size()] = row.get(4);
    return RowFactory.create(values);
  }

  /** Verdicts on members that no earlier run has kept. */
  Dataset<Row> of(Dataset<Row> members) {
    List<Column> order = new ArrayList<>();
    order.add(col("fresh"));
    for (int i = 0; i < keep.size(); i++) {
      order.add(col("rank" + i));
    }
    order.addAll(List.of(col("id"), col("file"), col("row")));
    Column place = struct(order.toArray(Column[]::new));
    order.add(col("signature"));
    order.add(col("exact"));
    Dataset<Row> best =
        members
            .groupBy("root_high", "root_low")
            .agg(
                min(struct(order.toArray(Column[]::new))).as("best"),
                count(lit(1)).as("size"),
                min("id").as("cluster"),
                min("exact").notEqual(max("exact")).as("differ"));
    Dataset<Row> placed = members.withColumn("place", place);
    Dataset<Row> judged = placed.join(best, Components.on("root_high", "root_low"));
    if (exact) {
      // Of the members with one text the best speaks for the others.
      Dataset<Row> speakers =
          placed.groupBy("root_high", "root_low", "exact").agg(min("place").as("speaker"));
      judged = judged.join(speakers, Components.on("root_high", "root_low", "exact"));
    } else {
      judged = judged.withColumn("speaker", col("place"));
    }
    return judged
        .filter("not old")
        .select(
            col("id"),
            col("file"),
            col("row"),
            col("signature"),
            col("place").equalTo(col("speaker")).as("speaks"),
            col("cluster"),
            col("size"),
            col("differ"),
            col("best.id").as("survivor"),
            col("best.signature").as("other"),
            col("best.file")
                .equalTo(col("file"))
                .and(col("best.row").equalTo(col("row")))
                .as("stays"))
        .map(verdict(exact), Encoders.row(VerdictRows.SCHEMA));
  }

  private static MapFunction<Row, Row> verdict(boolean exact) {
    return row -> VerdictRows.row(verdict(row, exact), row.getString(1), row.getLong(2));
  }

  private static DuplicateVerdict verdict(Row member, boolean exact) {
    String id = member.getString(0);
    boolean speaks = member.getBoolean(4);
    boolean differ = member.getBoolean(7);
    DuplicateMethod method =
        exact && !(speaks && differ) ? DuplicateMethod.EXACT : DuplicateMethod.MINHASH;
    String cluster = member.getString(5);
    long size = member.getLong(6);
    if (member.getBoolean(10)) {
      return DuplicateVerdict.kept(id, method, cluster, size);
    }
    double similarity =
        Signature.of(member.<byte[]>getAs(3)).similarity(Signature.of(member.<byte[]>getAs(9)));
    return DuplicateVerdict.dropped(id, method, cluster, size, member.getString(8), similarity);
  }
}
