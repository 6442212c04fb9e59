package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.sluice.dedup.spark.DedupInput;
import io.sluice.dedup.spark.SketchedLines;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.spark.Meter;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What deduplication reads of a run: the narrow columns of its documents, or of JSON lines that
 * were only sketched, a dataset {@code signatures} of their own.
 */
final class Sketched {
  /** The dataset of sketched lines. */
  static final String DATASET = "signatures";

  private static final int FILES_A_PART = 256;

  private Sketched() {}

  /** Sketches JSON lines where that was not done yet. */
  static DatasetFolder lines(JobContext context) throws IOException {
    List<InputItem> files = new ArrayList<>();
    for (String path : context.pipeline().dedup().inputs()) {
      for (InputItem file : InputFiles.find(path, path, context.run().hadoop())) {
        if (files.stream().noneMatch(known -> known.path().equals(file.path()))) {
          files.add(file);
        }
      }
    }
    List<JobContext.Part> parts = new ArrayList<>();
    for (int from = 0; from < files.size(); from += FILES_A_PART) {
      List<InputItem> slice = files.subList(from, Math.min(files.size(), from + FILES_A_PART));
      String name = String.format(Locale.ROOT, "lines-%05d", from / FILES_A_PART);
      parts.add(
          new JobContext.Part(
              new PartSpec(name, "sketch-1", context.pipeline().sketch(), slice),
              slice.stream().mapToLong(InputItem::bytes).sum(),
              (spark, folder, meter) -> write(context, slice, spark, folder, meter)));
    }
    context.publish(DATASET, parts);
    return context.run().dataset(DATASET);
  }

  private static Counts write(
      JobContext context, List<InputItem> files, SparkSession spark, Path folder, Meter meter) {
    Observation observation = new Observation(DATASET);
    SketchedLines.read(spark, files, context.pipeline().sketch(), meter)
        .observe(observation, count(lit(1)).as("lines"), count(col("problem")).as("problems"))
        .write()
        .option("compression", "zstd")
        .parquet(DatasetFolder.table(folder).toString());
    Map<String, ?> seen = Verdicts.observed(observation);
    long lines = ((Number) seen.get("lines")).longValue();
    long problems = ((Number) seen.get("problems")).longValue();
    TreeMap<String, Long> reasons = new TreeMap<>();
    if (problems > 0) {
      reasons.put(Reason.UNDECODABLE.id(), problems);
    }
    return new Counts(lines, lines - problems, problems, 0, reasons, new TreeMap<>());
  }

  /** The columns that deduplication names, of sketched lines. */
  static Dataset<Row> read(SparkSession spark, DatasetFolder signatures) throws IOException {
    List<String> tables = new ArrayList<>();
    for (DatasetManifest.Part part : signatures.published().parts()) {
      tables.add(DatasetFolder.table(signatures.folder(part.folder())).toString());
    }
    return spark
        .read()
        .schema(SketchedLines.SCHEMA)
        .parquet(tables.toArray(String[]::new))
        .filter("problem is null")
        .drop("problem");
  }

  /** The same columns of a run's documents. */
  static Dataset<Row> read(SparkSession spark, Documents documents) {
    List<Column> columns = new ArrayList<>();
    for (String name :
        List.of(
            DedupInput.ID,
            DedupInput.SIGNATURE,
            DedupInput.TIMESTAMP,
            DedupInput.LANG,
            DedupInput.URL,
            DedupInput.SOURCE,
            DedupInput.FILE,
            DedupInput.ROW)) {
      columns.add(col(name));
    }
    columns.add(col("scores.quality").as(DedupInput.QUALITY));
    columns.add(col("tokens").as(DedupInput.LENGTH));
    return documents.narrow(spark).select(columns.toArray(Column[]::new));
  }

  /**
   * What an earlier run kept: its sketched lines where it has some, else its documents, less those
   * that its own deduplication dropped. Old texts are not read.
   *
   * @throws io.sluice.ingest.config.UserError if the run holds neither
   */
  static Dataset<Row> kept(SparkSession spark, RunFolder run) throws IOException {
    DatasetFolder signatures = run.dataset(DATASET);
    Dataset<Row> all =
        signatures.manifest().isPresent()
            ? read(spark, signatures)
            : read(spark, Documents.of(run));
    return Verdicts.kept(all, Verdicts.read(spark, run.dataset("dedup")), null);
  }

  /** The datasets that {@link #kept} reads, as inputs. */
  static List<InputItem> items(RunFolder run) throws IOException {
    DatasetFolder signatures = run.dataset(DATASET);
    List<InputItem> items =
        new ArrayList<>(
            signatures.manifest().isPresent()
                ? List.of(Documents.item(signatures))
                : Documents.of(run).inputs());
    DatasetFolder dedup = run.dataset("dedup");
    if (dedup.manifest().isPresent()) {
      items.add(Documents.item(dedup));
    }
    return items;
  }
}
