package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.sluice.dedup.cluster.Candidate;
import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.cluster.SurvivorOrder;
import io.sluice.dedup.sketch.Signature;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.text.Hash128;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * First step: takes signatures apart and groups documents of the same text.
 *
 * <p>A group is a node of the graph that the later steps work on. Its number is the 128-bit exact
 * hash of its text; where exact deduplication is off, or a document has no signature, each document
 * is a node of its own. One member, the best by the configured order, speaks for the group.
 */
final class Grouping implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final long LANGUAGE_SEED = 1;
  private static final long ROW_SEED = 2;

  private final boolean exact;
  private final boolean byLanguage;
  private final ArrayList<SurvivorOrder> keep;

  Grouping(DedupConfig config) {
    exact = config.exact();
    byLanguage = config.byLanguage();
    keep = new ArrayList<>(config.keep());
  }

  /**
   * Documents with their node ({@code high}, {@code low}), ranks, bands, value bits, and {@code
   * first}: whether they speak for their group.
   */
  Dataset<Row> group(Dataset<Row> documents) {
    Dataset<Row> parsed =
        DedupInput.select(documents, byLanguage).map(this, Encoders.row(schema()));
    Column first =
        exact
            ? row_number()
                .over(Window.partitionBy("high", "low").orderBy(order(keep.size())))
                .equalTo(1)
            : lit(true);
    return parsed.withColumn("first", first);
  }

  /** Best first: the configured criteria, then the id, then the place. */
  static Column[] order(int criteria) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < criteria; i++) {
      columns.add(col("rank" + i));
    }
    columns.add(col("id"));
    columns.add(col("file"));
    columns.add(col("row"));
    return columns.toArray(Column[]::new);
  }

  private StructType schema() {
    StructType schema =
        new StructType()
            .add("high", DataTypes.LongType, false)
            .add("low", DataTypes.LongType, false)
            .add("id", DataTypes.StringType, false)
            .add("file", DataTypes.StringType, false)
            .add("row", DataTypes.LongType, false)
            .add("settings", DataTypes.IntegerType)
            .add("values", DataTypes.IntegerType)
            .add("bands", DataTypes.createArrayType(DataTypes.LongType, false))
            .add("bits", DataTypes.BinaryType);
    for (int i = 0; i < keep.size(); i++) {
      schema = schema.add("rank" + i, DataTypes.LongType, false);
    }
    return schema;
  }

  @Override
  public Row call(Row document) {
    String id = document.getString(0);
    String file = document.getString(6);
    long row = document.getLong(7);
    Signature signature = signature(document, id, file);
    long language = byLanguage ? language(document.getString(5)) : 0;
    Hash128 node =
        exact && signature != null
            ? signature.exactHash()
            : Hash128.of(ROW_SEED, id + '\n' + file + '\n' + row);
    Object[] values = new Object[9 + keep.size()];
    values[0] = node.high();
    values[1] = node.low() ^ language;
    values[2] = id;
    values[3] = file;
    values[4] = row;
    if (signature != null) {
      values[5] = signature.settings();
      values[6] = signature.values();
      values[7] = bands(signature, language);
      values[8] = signature.valueBits();
    }
    Candidate candidate =
        new Candidate(
            id,
            document.isNullAt(2) ? null : document.getDouble(2),
            document.isNullAt(3) ? null : document.getLong(3),
            document.isNullAt(4) ? null : document.getLong(4));
    for (int i = 0; i < keep.size(); i++) {
      values[9 + i] = keep.get(i).rank(candidate);
    }
    return RowFactory.create(values);
  }

  private static Signature signature(Row document, String id, String file) {
    byte[] bytes = document.getAs(1);
    try {
      return bytes == null ? null : Signature.of(bytes);
    } catch (IllegalArgumentException e) {
      ContractViolation violation =
          new ContractViolation("document " + id + " of " + file + ": " + e.getMessage());
      violation.initCause(e);
      throw violation;
    }
  }

  private static long language(String lang) {
    return lang == null ? 0 : Hash128.of(LANGUAGE_SEED, lang).high();
  }

  private static Long[] bands(Signature signature, long language) {
    Long[] bands = new Long[signature.empty() ? 0 : signature.bands()];
    for (int i = 0; i < bands.length; i++) {
      bands[i] = signature.band(i) ^ language;
    }
    return bands;
  }
}
