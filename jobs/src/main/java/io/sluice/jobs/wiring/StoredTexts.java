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
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Texts of chosen documents, read where they lie: the narrow choice is regrouped by file and each
 * file is stepped through once, so that no text is shuffled.
 */
final class StoredTexts {
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("lang", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("row", DataTypes.LongType);

  private StoredTexts() {}

  /**
   * The texts.
   *
   * @param chosen with columns {@code id}, {@code lang}, {@code file}, {@code row}
   * @param readers tasks that read
   */
  static Dataset<Row> read(Dataset<Row> chosen, int readers) {
    Broadcast<SerializableConfiguration> hadoop =
        JavaSparkContext.fromSparkContext(chosen.sparkSession().sparkContext())
            .broadcast(
                new SerializableConfiguration(
                    chosen.sparkSession().sparkContext().hadoopConfiguration()));
    return chosen
        .select("id", "lang", "file", "row")
        .repartition(readers, col("file"))
        .sortWithinPartitions("file", "row")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Texts(rows, hadoop.value().value()),
            Encoders.row(SCHEMA));
  }

  private static final class Texts implements Iterator<Row> {
    private final Iterator<Row> chosen;
    private final Configuration hadoop;
    private String name;
    private DocumentFileReader file;

    Texts(Iterator<Row> chosen, Configuration hadoop) {
      this.chosen = chosen;
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
        if (!row.getString(2).equals(name)) {
          close();
          name = row.getString(2);
          file = DocumentFileReader.open(name, hadoop);
        }
        String text = file.read(row.getLong(3)).text();
        return RowFactory.create(row.get(0), row.get(1), text, name, row.get(3));
      } catch (IOException e) {
        throw new UncheckedIOException(name + ": row " + row.getLong(3) + " cannot be read", e);
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
