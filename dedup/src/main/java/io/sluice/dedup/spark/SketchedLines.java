package io.sluice.dedup.spark;

import io.sluice.dedup.lines.LineDocument;
import io.sluice.dedup.lines.LineReader;
import io.sluice.dedup.lines.LineSplit;
import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import io.sluice.ingest.spark.Meter;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * JSON lines sketched and nothing more: for deduplicating texts that need no other job. A row's
 * place is its file and the byte that its line begins at.
 */
public final class SketchedLines {
  /**
   * The columns that {@link DedupInput} names ({@code length} in words), and {@code problem}: why a
   * line is no document, null where it is one.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add(DedupInput.ID, DataTypes.StringType, false)
          .add(DedupInput.SIGNATURE, DataTypes.BinaryType)
          .add(DedupInput.QUALITY, DataTypes.DoubleType)
          .add(DedupInput.LENGTH, DataTypes.LongType)
          .add(DedupInput.TIMESTAMP, DataTypes.TimestampType)
          .add(DedupInput.LANG, DataTypes.StringType)
          .add(DedupInput.URL, DataTypes.StringType)
          .add(DedupInput.SOURCE, DataTypes.StringType, false)
          .add(DedupInput.FILE, DataTypes.StringType, false)
          .add(DedupInput.ROW, DataTypes.LongType, false)
          .add("problem", DataTypes.StringType);

  /** Bytes that one task reads of a plain file. */
  private static final long SPLIT = 32L << 20;

  private SketchedLines() {}

  /** The lines of these files, lazily, in the layout of {@link #SCHEMA}. */
  public static Dataset<Row> read(
      SparkSession spark, List<InputItem> files, SketchConfig config, Meter meter) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    List<LineSplit> splits = LineSplit.of(files, SPLIT);
    return spark.createDataFrame(
        context
            .parallelize(splits, Math.max(1, splits.size()))
            .mapPartitions(taken -> new Rows(taken, config, hadoop.value().value(), meter)),
        SCHEMA);
  }

  private static final class Rows implements Iterator<Row> {
    private final Iterator<LineSplit> splits;
    private final Configuration hadoop;
    private final Meter meter;
    private final WordSplitter splitter = new WordSplitter();
    private final Sketcher sketcher;
    private LineSplit split;
    private LineReader lines;
    private Row next;

    Rows(Iterator<LineSplit> splits, SketchConfig config, Configuration hadoop, Meter meter) {
      this.splits = splits;
      this.hadoop = hadoop;
      this.meter = meter;
      this.sketcher = new Sketcher(config);
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close());
    }

    @Override
    public boolean hasNext() {
      try {
        while (next == null) {
          if (lines == null) {
            if (!splits.hasNext()) {
              return false;
            }
            split = splits.next();
            lines = split.open(hadoop);
          }
          if (lines.next()) {
            next = row();
          } else {
            close();
          }
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(split.path() + " cannot be read", e);
      }
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

    private Row row() {
      meter.records().add(1);
      meter.bytes().add(lines.length());
      try {
        LineDocument document = LineDocument.read(split.source(), lines.bytes(), lines.length());
        Words words = splitter.split(document.text());
        return RowFactory.create(
            document.id(),
            sketcher.sketch(words),
            document.quality(),
            (long) words.count(),
            document.timestamp() == null ? null : Timestamp.from(document.timestamp()),
            document.lang(),
            document.url(),
            split.source(),
            split.path(),
            lines.offset(),
            null);
      } catch (IOException e) {
        meter.rejected().add(1);
        String problem = "byte " + lines.offset() + ": " + e.getMessage();
        return RowFactory.create(
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            split.source(),
            split.path(),
            lines.offset(),
            problem);
      }
    }

    private void close() {
      try {
        if (lines != null) {
          lines.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        lines = null;
      }
    }
  }
}
