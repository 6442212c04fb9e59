package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.cluster.DuplicateMethod;
import io.sluice.dedup.spark.DedupSources;
import io.sluice.dedup.spark.LineTexts;
import io.sluice.dedup.spark.MinHashDedup;
import io.sluice.dedup.spark.Passages;
import io.sluice.dedup.spark.TextReader;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Documents, or JSON lines, to verdicts: exact and MinHash duplicates. */
final class DedupJob implements Job {
  /** Beside the verdicts of a part: its candidate pairs. */
  private static final String EDGES = "edges";

  /** The dataset of repeated passages. */
  static final String PASSAGES = "passages";

  /** Characters of a document, roughly: only the number of parts follows from it. */
  private static final long CHARACTERS = 4000;

  /** Tasks for each core that read texts. */
  private static final int WAVES = 4;

  @Override
  public String name() {
    return "dedup";
  }

  @Override
  public String description() {
    return "Finds exact and near duplicates by signature; writes a verdict a document.";
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    DedupConfig config = context.pipeline().dedup();
    List<InputItem> inputs = new ArrayList<>();
    long documents;
    if (config.inputs().isEmpty()) {
      Documents found = Documents.of(context);
      inputs.addAll(found.inputs());
      documents = found.kept();
    } else {
      DatasetFolder lines = Sketched.lines(context);
      inputs.add(Documents.item(lines));
      documents = lines.published().counts().kept();
    }
    List<RunFolder> earlier = new ArrayList<>();
    for (String root : config.against()) {
      RunFolder run = new RunFolder(new Path(root), context.run().hadoop());
      earlier.add(run);
      inputs.addAll(Sketched.items(run));
    }
    Object settings =
        config.verify() ? List.of(config.judging(), context.pipeline().sketch()) : config.judging();
    PartSpec spec = new PartSpec("verdicts", "dedup-2", settings, inputs);
    JobResult result =
        context.publish(
            name(),
            List.of(
                new JobContext.Part(
                    spec,
                    0,
                    (spark, folder, meter) -> write(context, documents, earlier, spark, folder))));
    if (config.passages().enabled()) {
      passages(context);
    }
    return result;
  }

  /** Records the passages that kept documents share, as a dataset of its own. */
  private static void passages(JobContext context) throws IOException {
    DatasetFolder verdicts = context.run().dataset("dedup");
    PartSpec spec =
        new PartSpec(
            "spans",
            "passages-1",
            context.pipeline().dedup().passages(),
            List.of(Documents.item(verdicts)));
    context.publish(
        PASSAGES,
        List.of(
            new JobContext.Part(
                spec, 0, (spark, folder, meter) -> passages(context, verdicts, spark, folder))));
  }

  private static Counts passages(
      JobContext context, DatasetFolder verdicts, SparkSession spark, Path folder)
      throws IOException {
    DedupConfig config = context.pipeline().dedup();
    Dataset<Row> kept = Verdicts.read(spark, verdicts).filter("keep").select("id", "file", "row");
    long documents = verdicts.published().counts().kept();
    Path work = new Path(folder.getParent(), "_work");
    String table = DatasetFolder.table(folder).toString();
    new Passages(config.passages())
        .find(kept, texts(spark, config), documents * CHARACTERS, work.toString())
        .write()
        .option("compression", "zstd")
        .parquet(table);
    work.getFileSystem(context.run().hadoop()).delete(work, true);
    Row seen =
        spark
            .read()
            .parquet(table)
            .agg(
                count(lit(1)),
                coalesce(sum("removed"), lit(0L)),
                coalesce(sum(size(col("spans"))), lit(0L)))
            .head();
    TreeMap<String, Long> totals = new TreeMap<>();
    totals.put("documents_with_repeats", seen.getLong(0));
    totals.put("repeated_characters", seen.getLong(1));
    totals.put("spans", seen.getLong(2));
    return new Counts(documents, documents, 0, 0, new TreeMap<>(), totals);
  }

  private static Counts write(
      JobContext context, long documents, List<RunFolder> earlier, SparkSession spark, Path folder)
      throws IOException {
    DedupConfig config = context.pipeline().dedup();
    Path work = new Path(folder.getParent(), "_work");
    Dataset<Row> against = null;
    for (RunFolder run : earlier) {
      Dataset<Row> kept = Sketched.kept(spark, run);
      against = against == null ? kept : against.unionByName(kept);
    }
    DedupSources sources =
        new DedupSources(
            config.inputs().isEmpty()
                ? Sketched.read(spark, Documents.of(context))
                : Sketched.read(spark, context.run().dataset(Sketched.DATASET)),
            against,
            texts(spark, config),
            context.pipeline().sketch());
    MinHashDedup.Result result = new MinHashDedup(config).run(sources, work.toString());
    List<String> methods =
        Arrays.stream(DuplicateMethod.values()).map(DuplicateMethod::id).toList();
    Counts counts = Verdicts.write(result.verdicts(), folder, documents, methods);
    result
        .edges()
        .write()
        .option("compression", "zstd")
        .parquet(new Path(folder, EDGES).toString());
    work.getFileSystem(context.run().hadoop()).delete(work, true);
    return counts;
  }

  /** How the texts of a run's documents, or of its JSON lines, are read. */
  static TextReader texts(SparkSession spark, DedupConfig config) {
    int readers = Math.max(1, spark.sparkContext().defaultParallelism() * WAVES);
    return config.inputs().isEmpty()
        ? chosen -> StoredTexts.read(chosen, readers)
        : new LineTexts();
  }
}
