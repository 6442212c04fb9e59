package io.sluice.ingest.spark;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.stage.InputItem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The document as a row: the one place that knows the order of its columns. A judged row has three
 * columns more: {@code outcome}, {@code reason}, {@code detail}.
 */
public final class DocumentRows {
  /** Code points of text that a rejected document keeps for a person to look at. */
  static final int SAMPLE = 500;

  private static final StructType SEGMENT =
      new StructType()
          .add("role", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("loss", DataTypes.BooleanType);

  /** The document's columns. */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("url", DataTypes.StringType)
          .add("path", DataTypes.StringType)
          .add("repo", DataTypes.StringType)
          .add("license", DataTypes.StringType)
          .add("timestamp", DataTypes.TimestampType)
          .add("lang", DataTypes.StringType)
          .add("lang_score", DataTypes.FloatType)
          .add("text", DataTypes.StringType)
          .add("segments", DataTypes.createArrayType(SEGMENT))
          .add("tokens", DataTypes.IntegerType)
          .add("signals", floats(Signal.values()))
          .add("scores", floats(Score.values()))
          .add("signature", DataTypes.BinaryType)
          .add("meta", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));

  /** The document's columns and the stage's decision. */
  public static final StructType JUDGED =
      SCHEMA
          .add("outcome", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("detail", DataTypes.StringType);

  private DocumentRows() {}

  private static StructType floats(Enum<?>[] names) {
    StructType type = new StructType();
    for (Enum<?> name : names) {
      type = type.add(name instanceof Signal s ? s.id() : ((Score) name).id(), DataTypes.FloatType);
    }
    return type;
  }

  /** A judged document as a row; what is not kept keeps the beginning of its text alone. */
  public static Row row(Judged judged) {
    Document d = judged.document();
    boolean kept = judged.outcome() == Outcome.KEPT;
    return RowFactory.create(
        d.id(),
        d.kind().id(),
        d.source(),
        d.url(),
        d.path(),
        d.repo(),
        d.license(),
        d.timestamp() == null ? null : Timestamp.from(d.timestamp()),
        d.lang(),
        d.langScore(),
        kept ? d.text() : sample(d.text()),
        kept ? segments(d.segments()) : null,
        d.tokens(),
        values(d.signals(), Signal.values()),
        values(d.scores(), Score.values()),
        kept ? d.signature() : null,
        CollectionConverters.asScala(d.meta()),
        judged.outcome().id(),
        judged.reason() == null ? null : judged.reason().id(),
        judged.detail());
  }

  /**
   * The note about an input item, or a slice of one, that has been read: how many records it gave,
   * or what went wrong.
   *
   * @param inputs 1 for an item or its first slice, else 0
   */
  static Row input(
      InputItem item, int inputs, long records, long skipped, long bytes, String problem) {
    Map<String, String> meta = new TreeMap<>();
    meta.put("inputs", Integer.toString(inputs));
    meta.put("skipped", Long.toString(skipped));
    meta.put("records", Long.toString(records));
    meta.put("bytes", Long.toString(bytes));
    Object[] values = new Object[JUDGED.size()];
    values[JUDGED.fieldIndex("source")] = item.source();
    values[JUDGED.fieldIndex("path")] = item.path();
    values[JUDGED.fieldIndex("meta")] = CollectionConverters.asScala(meta);
    values[JUDGED.fieldIndex("outcome")] = Outcome.INPUT.id();
    values[JUDGED.fieldIndex("detail")] = problem;
    return RowFactory.create(values);
  }

  /** The document of a row that has at least the document's columns, in any order. */
  public static Document document(Row row) {
    Document.Builder builder =
        Document.builder(
                Kind.of(row.getAs("kind")), row.<String>getAs("source"), row.<String>getAs("id"))
            .url(row.getAs("url"))
            .path(row.getAs("path"))
            .repo(row.getAs("repo"))
            .license(row.getAs("license"))
            .timestamp(instant(row.getAs("timestamp")))
            .lang(row.<String>getAs("lang"), row.<Float>getAs("lang_score"))
            .text(row.getAs("text"))
            .tokens(row.getAs("tokens"))
            .signature(row.getAs("signature"));
    int segments = row.fieldIndex("segments");
    if (!row.isNullAt(segments)) {
      List<Segment> list = new ArrayList<>();
      for (Row segment : row.<Row>getList(segments)) {
        list.add(
            new Segment(
                Role.of(segment.getString(0)), segment.getString(1), segment.getBoolean(2)));
      }
      builder.segments(list);
    }
    Row signals = row.getAs("signals");
    for (Signal signal : Signal.values()) {
      if (!signals.isNullAt(signal.ordinal())) {
        builder.signal(signal, signals.getFloat(signal.ordinal()));
      }
    }
    Row scores = row.getAs("scores");
    for (Score score : Score.values()) {
      if (!scores.isNullAt(score.ordinal())) {
        builder.score(score, scores.getFloat(score.ordinal()));
      }
    }
    return builder.meta(row.<String, String>getJavaMap(row.fieldIndex("meta"))).build();
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static String sample(String text) {
    return text.codePointCount(0, text.length()) <= SAMPLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SAMPLE));
  }

  private static Object segments(List<Segment> segments) {
    if (segments == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      rows.add(RowFactory.create(segment.role().id(), segment.text(), segment.loss()));
    }
    return CollectionConverters.asScala(rows).toSeq();
  }

  private static <K extends Enum<K>> Row values(Measures<K> measures, K[] keys) {
    Object[] values = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = measures.has(keys[i]) ? measures.get(keys[i]) : null;
    }
    return RowFactory.create(values);
  }
}
