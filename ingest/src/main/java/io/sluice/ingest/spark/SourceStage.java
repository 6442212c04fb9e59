package io.sluice.ingest.spark;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Reads input items by a {@link DocumentSource}, a task an item or slice of one, to judged rows
 * followed by one row about the item itself. What cannot be read becomes a rejected row that names
 * the item.
 */
public final class SourceStage {
  private SourceStage() {}

  /**
   * The rows of these items, lazily.
   *
   * @param kind the kind that an unreadable item is recorded under
   */
  public static Dataset<Row> read(
      SparkSession spark, List<InputItem> items, DocumentSource source, Kind kind, Meter meter) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    List<Slice> slices = new ArrayList<>();
    for (InputItem item : items) {
      source.slices(item).forEach(range -> slices.add(new Slice(item, range)));
    }
    JavaRDD<Row> rows =
        context
            .parallelize(slices, Math.max(1, slices.size()))
            .mapPartitions(slice -> new Rows(slice, source, kind, hadoop.value(), meter));
    return spark.createDataFrame(rows, DocumentRows.JUDGED);
  }

  /** What one task reads. */
  private record Slice(InputItem item, ByteRange range) implements Serializable {}

  /** The rows of a task's items, one after another. */
  private static final class Rows implements Iterator<Row> {
    private final Iterator<Slice> items;
    private final DocumentSource.Reader reader;
    private final Kind kind;
    private final SerializableConfiguration hadoop;
    private final Meter meter;
    private InputItem item;
    private ByteRange range;
    private Reading reading;
    private String problem;
    private long metered;
    private Row next;

    Rows(
        Iterator<Slice> items,
        DocumentSource source,
        Kind kind,
        SerializableConfiguration hadoop,
        Meter meter) {
      this.items = items;
      this.kind = kind;
      this.hadoop = hadoop;
      this.meter = meter;
      this.reader = source.start();
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close());
    }

    private void close() {
      try {
        if (reading != null) {
          reading.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        reader.close();
      }
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        if (item == null) {
          if (!items.hasNext()) {
            return false;
          }
          Slice slice = items.next();
          item = slice.item();
          range = slice.range();
          next = open();
        } else {
          next = problem == null && reading != null ? advance() : finish();
        }
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = next;
      next = null;
      return row;
    }

    private Row open() {
      metered = 0;
      problem = null;
      try {
        reading = reader.open(item, range, hadoop.value());
        return null;
      } catch (IOException e) {
        reading = null;
        return unreadable(e);
      }
    }

    private Row advance() {
      try {
        Judged judged = reading.next();
        meter.bytes().add(reading.bytes() - metered);
        metered = reading.bytes();
        if (judged == null) {
          return finish();
        }
        meter.records().add(1);
        if (judged.outcome() != Outcome.KEPT) {
          meter.rejected().add(1);
        }
        return DocumentRows.row(judged);
      } catch (IOException e) {
        return unreadable(e);
      }
    }

    /** The reject that stands for the rest of an item; {@link #finish} counts it as a record. */
    private Row unreadable(IOException error) {
      problem = String.valueOf(error.getMessage());
      String address = range.first() ? item.path() : item.path() + " from byte " + range.start();
      meter.records().add(1);
      meter.rejected().add(1);
      Document document =
          Document.builder(kind, item.source(), DocumentId.of(item.source(), address))
              .path(item.path())
              .build();
      return DocumentRows.row(Judged.rejected(document, Reason.UNREADABLE_INPUT, problem));
    }

    private Row finish() {
      long records = (reading == null ? 0 : reading.records()) + (problem == null ? 0 : 1);
      Row row =
          DocumentRows.input(
              item,
              range.first() ? 1 : 0,
              records,
              reading == null ? 0 : reading.skipped(),
              reading == null ? 0 : reading.bytes(),
              problem);
      try {
        if (reading != null) {
          reading.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(item.path() + " could not be closed", e);
      }
      reading = null;
      item = null;
      return row;
    }
  }
}
