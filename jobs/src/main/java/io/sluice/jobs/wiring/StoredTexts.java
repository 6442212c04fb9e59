package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;

import io.sluice.mixer.spark.DocumentFileReader;
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

/**
 * Texts of chosen documents, read where they lie: the narrow choice is regrouped by file and each
 * file is stepped through once, so that no text is shuffled.
 */
final class StoredTexts {
  private StoredTexts() {}

  /**
   * The texts.
   *
   * @param chosen with columns {@code file}, {@code row} and any others
   * @param readers tasks that read
   * @return the same columns and {@code text}
   */
  static Dataset<Row> read(Dataset<Row> chosen, int readers) {
    Broadcast<SerializableConfiguration> hadoop =
        JavaSparkContext.fromSparkContext(chosen.sparkSession().sparkContext())
            .broadcast(
                new SerializableConfiguration(
                    chosen.sparkSession().sparkContext().hadoopConfiguration()));
    int file = chosen.schema().fieldIndex("file");
    int place = chosen.schema().fieldIndex("row");
    return chosen
        .repartition(readers, col("file"))
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
    private String name;
    private DocumentFileReader file;

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
      try {
        if (!row.getString(fileColumn).equals(name)) {
          close();
          name = row.getString(fileColumn);
          file = DocumentFileReader.open(name, hadoop);
        }
        String text = file.read(row.getLong(rowColumn)).text();
        Object[] values = new Object[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
          values[i] = row.get(i);
        }
        values[row.size()] = text;
        return RowFactory.create(values);
      } catch (IOException e) {
        throw new UncheckedIOException(
            name + ": row " + row.getLong(rowColumn) + " cannot be read", e);
      }
    }

    private void close() {
      try {
        if (file != null) {
          file.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(name + " could not be closed", e);
      } finally {
        file = null;
      }
    }
  }
}
