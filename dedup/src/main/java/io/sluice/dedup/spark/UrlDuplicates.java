package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.sluice.dedup.cluster.DuplicateMethod;
import io.sluice.dedup.cluster.DuplicateVerdict;
import io.sluice.dedup.sketch.CanonicalUrl;
import io.sluice.dedup.sketch.Signature;
import io.sluice.ingest.text.Hash128;
import java.nio.ByteBuffer;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Before all else, where switched on: of the documents with the same canonical URL the newest stays
 * (then the smallest id), and one that an earlier run kept before all others.
 */
final class UrlDuplicates {
  private static final long URL_SEED = 3;

  private static final UserDefinedFunction KEY =
      udf((UDF2<String, String, byte[]>) UrlDuplicates::key, DataTypes.BinaryType);

  private UrlDuplicates() {}

  private static byte[] key(String url, String scope) {
    Hash128 hash = Hash128.of(URL_SEED, CanonicalUrl.of(url) + '\n' + (scope == null ? "" : scope));
    return ByteBuffer.allocate(16).putLong(hash.high()).putLong(hash.low()).array();
  }

  /**
   * The documents that share their URL with another: their columns, {@code cluster}, {@code size},
   * {@code best} (what stays: {@code id}, {@code signature}) and whether they are it, {@code
   * stays}.
   */
  static Dataset<Row> find(Dataset<Row> documents) {
    Column order =
        struct(
            not(col("old")).as("fresh"),
            newestFirst("micros").as("age"),
            col("id"),
            col("file"),
            col("row"),
            col("signature"));
    Dataset<Row> keyed =
        documents
            .filter("url is not null")
            .withColumn("key", KEY.apply(col("url"), col("scope")))
            .withColumn("order", order);
    Dataset<Row> groups =
        keyed
            .groupBy("key")
            .agg(count(lit(1)).as("size"), min("order").as("best"), min("id").as("cluster"))
            .filter("size > 1");
    return keyed
        .join(groups, Components.on("key"))
        .withColumn("stays", col("order").equalTo(col("best")))
        .filter("not old")
        .select(
            "id", "file", "row", "high", "low", "signature", "cluster", "size", "best", "stays");
  }

  /** Smaller is newer; what has no time comes last. */
  private static Column newestFirst(String micros) {
    return coalesce(col(micros).multiply(lit(-1L)), lit(Long.MAX_VALUE));
  }

  /** Verdicts on members as {@link #find} gives them. */
  static Dataset<Row> verdicts(Dataset<Row> members) {
    return members
        .select(
            "id",
            "file",
            "row",
            "signature",
            "cluster",
            "size",
            "best.id",
            "best.signature",
            "stays")
        .toDF("id", "file", "row", "signature", "cluster", "size", "survivor", "other", "stays")
        .map((MapFunction<Row, Row>) UrlDuplicates::verdict, Encoders.row(VerdictRows.SCHEMA));
  }

  private static Row verdict(Row member) {
    String id = member.getString(0);
    String cluster = member.getString(4);
    long size = member.getLong(5);
    DuplicateVerdict verdict;
    if (member.getBoolean(8)) {
      verdict = DuplicateVerdict.kept(id, DuplicateMethod.URL, cluster, size);
    } else {
      double similarity =
          member.isNullAt(3) || member.isNullAt(7)
              ? 0
              : Signature.of(member.<byte[]>getAs(3))
                  .similarity(Signature.of(member.<byte[]>getAs(7)));
      verdict =
          DuplicateVerdict.dropped(
              id, DuplicateMethod.URL, cluster, size, member.getString(6), similarity);
    }
    return VerdictRows.row(verdict, member.getString(1), member.getLong(2));
  }
}
