package io.sluice.ingest.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class SourceStageSparkTest {

  /** An item called {@code a-7} gives seven records; the name says what else happens. */
  private record Numbers(boolean lies) implements DocumentSource {
    @Override
    public Reader start() {
      return (item, hadoop) -> {
        if (item.path().startsWith("missing")) {
          throw new IOException(item.path() + ": no such item");
        }
        return new Counting(item, lies);
      };
    }
  }

  private static final class Counting implements Reading {
    private final InputItem item;
    private final boolean lies;
    private final int size;
    private int at;

    Counting(InputItem item, boolean lies) {
      this.item = item;
      this.lies = lies;
      this.size = Integer.parseInt(item.path().split("-")[1]);
    }

    @Override
    public Judged next() throws IOException {
      if (at == size) {
        if (item.path().startsWith("clipped")) {
          throw new IOException(item.path() + ": ends in the middle of a record at byte 700");
        }
        return null;
      }
      Document document = document(item.path() + "/" + at++);
      return switch (at % 4) {
        case 0 -> Judged.rejected(document, Reason.GOPHER_WORD_COUNT, "words 3 < 50");
        case 1 -> Judged.kept(document);
        case 2 -> Judged.kept(document);
        default -> Judged.failed(document, new IllegalStateException("oops"));
      };
    }

    @Override
    public long records() {
      return lies ? at + 1 : at;
    }

    @Override
    public long bytes() {
      return at * 100L;
    }

    @Override
    public void close() {}
  }

  private static Document document(String id) {
    return Document.builder(Kind.WEB, "numbers", id)
        .url("https://example.org/" + id)
        .timestamp(Instant.parse("2024-05-06T07:08:09Z"))
        .lang("eng", 0.5)
        .text("é".repeat(600))
        .segments(List.of(new Segment(Role.USER, "hi", false)))
        .tokens(10)
        .signal(Signal.CHARACTERS, 600)
        .score(Score.QUALITY, 0.25)
        .signature(new byte[] {1, 2})
        .meta("key", "value")
        .build();
  }

  private static List<InputItem> items(String... paths) {
    return List.of(paths).stream().map(p -> new InputItem("numbers", p, 0, "f")).toList();
  }

  private static Counts write(SparkSession spark, Path folder, boolean lies, String... paths) {
    Dataset<Row> rows =
        SourceStage.read(
            spark, items(paths), new Numbers(lies), Kind.WEB, Meter.start(spark.sparkContext()));
    return JudgedWriter.write(rows, new org.apache.hadoop.fs.Path(folder.toUri() + "/out"), 0.5);
  }

  @Test
  void everyRecordIsKeptRejectedOrFailedAndCounted(SparkSession spark, @TempDir Path folder) {
    Counts counts = write(spark, folder, false, "a-8", "clipped-4", "missing-0");
    counts.check("test");
    assertEquals(
        new Counts(
            14,
            6,
            5,
            3,
            new TreeMap<>(
                Map.of("gopher_word_count", 3L, "internal_error", 3L, "unreadable_input", 2L)),
            new TreeMap<>(
                Map.of("inputs", 3L, "input_bytes", 1200L, "tokens", 60L, "characters", 3600L))),
        counts);
  }

  @Test
  void aReaderWhoseCountDiffersBreaksTheLaw(SparkSession spark, @TempDir Path folder) {
    Counts counts = write(spark, folder, true, "a-8");
    assertThrows(ContractViolation.class, () -> counts.check("test"));
  }

  @Test
  void moreFailuresThanAllowedStopTheRun(SparkSession spark, @TempDir Path folder) {
    Dataset<Row> rows =
        SourceStage.read(
            spark, items("a-8"), new Numbers(false), Kind.WEB, Meter.start(spark.sparkContext()));
    assertThrows(
        ContractViolation.class,
        () -> JudgedWriter.write(rows, new org.apache.hadoop.fs.Path(folder.toUri() + "/o"), 0.1));
  }

  @Test
  void documentsAreReadBackAsTheyWere(SparkSession spark, @TempDir Path folder) throws IOException {
    DatasetFolder dataset =
        new RunFolder(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration())
            .dataset("web");
    PartSpec spec = new PartSpec("part", "numbers-1", Map.of(), items("a-8"));
    dataset.publish(
        List.of(
            dataset.make(
                spec,
                path ->
                    JudgedWriter.write(
                        SourceStage.read(
                            spark,
                            spec.inputs(),
                            new Numbers(false),
                            Kind.WEB,
                            Meter.start(spark.sparkContext())),
                        path,
                        1))));
    List<Row> rows =
        DocumentReader.read(spark, DocumentReader.keptFolders(dataset))
            .orderBy("row")
            .collectAsList();
    assertEquals(
        IntStream.of(0, 1, 4, 5).mapToObj(i -> document("a-8/" + i)).toList(),
        rows.stream().map(DocumentRows::document).toList());
    assertEquals(List.of(0L, 1L, 2L, 3L), rows.stream().map(r -> r.<Long>getAs("row")).toList());
  }

  @Test
  void rejectsKeepASampleOfTheirText(SparkSession spark, @TempDir Path folder) {
    write(spark, folder, false, "a-4");
    Row reject = spark.read().parquet(folder + "/out/outcome=rejected").collectAsList().get(0);
    assertEquals("é".repeat(500), reject.getAs("text"));
    assertEquals("words 3 < 50", reject.getAs("detail"));
    assertEquals("gopher_word_count", reject.getAs("reason"));
  }

  @Test
  void filesThatLackColumnsAreRefused(SparkSession spark, @TempDir Path folder) {
    spark.range(3).write().parquet(folder + "/ids");
    assertThrows(
        ContractViolation.class,
        () ->
            DocumentReader.read(
                spark, List.of(new org.apache.hadoop.fs.Path(folder.toUri() + "/ids"))));
  }
}
