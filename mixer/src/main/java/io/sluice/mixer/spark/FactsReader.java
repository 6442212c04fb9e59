package io.sluice.mixer.spark;

import static org.apache.spark.sql.functions.col;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Score;
import io.sluice.mixer.plan.Facts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Reads documents' narrow columns by name: {@code id}, {@code kind}, {@code source}, {@code lang},
 * {@code tokens}, {@code bytes}, {@code cluster_size}, and a column for each score.
 */
final class FactsReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int id;
  private final int kind;
  private final int source;
  private final int lang;
  private final int tokens;
  private final int bytes;
  private final int cluster;
  private final List<Score> scores;
  private final List<Integer> scoreColumns = new ArrayList<>();

  /**
   * A reader of rows of this schema.
   *
   * @param schema that of what {@link #narrow} gave
   * @param scores the scores to read
   */
  FactsReader(StructType schema, List<Score> scores) {
    this.id = schema.fieldIndex("id");
    this.kind = schema.fieldIndex("kind");
    this.source = schema.fieldIndex("source");
    this.lang = schema.fieldIndex("lang");
    this.tokens = schema.fieldIndex("tokens");
    this.bytes = schema.fieldIndex("bytes");
    this.cluster = schema.fieldIndex("cluster_size");
    this.scores = List.copyOf(scores);
    scores.forEach(score -> scoreColumns.add(schema.fieldIndex(score.id())));
  }

  /**
   * The documents with the columns that are read and no others: rows are read whole once a function
   * takes them, and documents may carry their text.
   *
   * @param also columns wanted beside those of the facts
   * @throws IllegalArgumentException naming every column that is not there
   */
  static Dataset<Row> narrow(Dataset<Row> documents, List<Score> scores, String... also) {
    List<String> needed =
        new ArrayList<>(List.of("id", "kind", "source", "lang", "tokens", "bytes", "cluster_size"));
    scores.forEach(score -> needed.add(score.id()));
    needed.addAll(List.of(also));
    List<String> present = List.of(documents.columns());
    List<String> missing = needed.stream().filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "documents: the columns " + missing + " are missing, there are " + present);
    }
    return documents.select(needed.stream().map(name -> col(name)).toArray(Column[]::new));
  }

  /** The document of a row whose tokens were counted. */
  Facts read(Row row) {
    Measures<Score> measures = Measures.scores();
    for (int i = 0; i < scores.size(); i++) {
      int column = scoreColumns.get(i);
      if (!row.isNullAt(column)) {
        measures.put(scores.get(i), ((Number) row.get(column)).doubleValue());
      }
    }
    return new Facts(
        row.getString(id),
        Kind.of(row.getString(kind)),
        row.getString(source),
        row.getString(lang),
        number(row, tokens, 0),
        number(row, bytes, 0),
        measures,
        number(row, cluster, 1));
  }

  private static long number(Row row, int column, long absent) {
    return row.isNullAt(column) ? absent : ((Number) row.get(column)).longValue();
  }
}
