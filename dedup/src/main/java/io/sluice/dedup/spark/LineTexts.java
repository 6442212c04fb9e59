package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sluice.dedup.lines.LineDocument;
import io.sluice.dedup.lines.LineReader;
import io.sluice.dedup.lines.LineSplit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Texts of documents on JSON lines, each read at the byte where its line begins. */
public final class LineTexts implements TextReader {
  /** Bytes of a plain file that one task steps through. */
  private static final long STRETCH = 64L << 20;

  @Override
  public Dataset<Row> read(Dataset<Row> chosen) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(chosen.sparkSession().sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    int file = chosen.schema().fieldIndex("file");
    int place = chosen.schema().fieldIndex("row");
    return chosen
        .repartition(col("file"), col("row").divide(lit(STRETCH)).cast("long"))
        .sortWithinPartitions("file", "row")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new Texts(rows, file, place, hadoop.value().value()),
            Encoders.row(chosen.schema().add("text", DataTypes.StringType)));
  }

  private static final class Texts implements Iterator<Row> {
    private final Iterator<Row> chosen;
    private final int fileColumn;
    private final int rowColumn;
    private final Configuration hadoop;
    private String file;
    private LineReader lines;

    Texts(Iterator<Row> chosen, int fileColumn, int rowColumn, Configuration hadoop) {
      this.chosen = chosen;
      this.fileColumn = fileColumn;
      this.rowColumn = rowColumn;
      this.hadoop = hadoop;
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close());
    }

    @Override
    public boolean hasNext() {
      return chosen.hasNext();
    }

    @Override
    public Row next() {
      Row row = chosen.next();
      String name = row.getString(fileColumn);
      long at = row.getLong(rowColumn);
      try {
        if (!name.equals(file) || !LineSplit.packed(name)) {
          close();
          file = name;
          long start = LineSplit.packed(name) ? 0 : at;
          lines = new LineSplit("", name, start, Long.MAX_VALUE).open(hadoop);
        }
        do {
          if (!lines.next()) {
            throw new IOException("the file has changed: nothing is at byte " + at);
          }
        } while (lines.offset() < at);
        String text = LineDocument.read("", lines.bytes(), lines.length()).text();
        return with(row, text);
      } catch (IOException e) {
        throw new UncheckedIOException(name + ": the line at byte " + at + " cannot be read", e);
      }
    }

    private static Row with(Row row, String text) {
      Object[] values = new Object[row.size() + 1];
      for (int i = 0; i < row.size(); i++) {
        values[i] = row.get(i);
      }
      values[row.size()] = text;
      return RowFactory.create(values);
    }

    private void close() {
      try {
        if (lines != null) {
          lines.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file + " could not be closed", e);
      } finally {
        lines = null;
      }
    }
  }
}
