package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;

import io.sluice.dedup.spark.SemanticDedup;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What survived {@code dedup} to verdicts on meaning. The embeddings are a dataset of their own: by
 * far the dearest step, and unchanged where only pruning is set anew.
 */
final class SemdedupJob implements Job {
  private static final String EMBEDDINGS = "embeddings";

  /** Tasks for each core: texts differ in length. */
  private static final int WAVES = 4;

  @Override
  public String name() {
    return "semdedup";
  }

  @Override
  public String description() {
    return "Finds documents that say the same, by sentence embeddings; writes a verdict each.";
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    SemdedupSection settings = context.pipeline().semdedup();
    if (!settings.enabled()) {
      return JobResult.skipped(name(), "semdedup.enabled is false");
    }
    Documents documents = Documents.of(context);
    DatasetFolder dedup = context.run().dataset("dedup");
    List<InputItem> inputs = new ArrayList<>(documents.inputs());
    if (dedup.manifest().isPresent()) {
      inputs.add(Documents.item(dedup));
    }
    List<Kind> kinds = settings.prune().kinds();
    SortedMap<String, String> models =
        NamedFiles.hashes(settings.embed().model(), settings.embed().tokenizer());
    PartSpec embed =
        new PartSpec(EMBEDDINGS, "embed-1", List.of(settings.embed(), kinds, models), inputs);
    DatasetManifest embeddings =
        context
            .publish(
                EMBEDDINGS,
                List.of(
                    new JobContext.Part(
                        embed,
                        0,
                        (spark, folder, meter) -> embed(context, documents, dedup, spark, folder))))
            .manifest();
    DatasetFolder vectors = context.run().dataset(EMBEDDINGS);
    PartSpec prune =
        new PartSpec("verdicts", "semdedup-1", settings.prune(), List.of(Documents.item(vectors)));
    return context.publish(
        name(),
        List.of(
            new JobContext.Part(
                prune,
                0,
                (spark, folder, meter) -> prune(context, vectors, embeddings, spark, folder))));
  }

  private static Counts embed(
      JobContext context, Documents documents, DatasetFolder dedup, SparkSession spark, Path folder)
      throws IOException {
    SemdedupSection settings = context.pipeline().semdedup();
    Object[] kinds = settings.prune().kinds().stream().map(Kind::id).toArray();
    Dataset<Row> narrow = documents.narrow(spark).filter(col("kind").isin(kinds));
    Dataset<Row> chosen = Verdicts.kept(narrow, Verdicts.read(spark, dedup), null);
    int readers = Math.max(1, spark.sparkContext().defaultParallelism() * WAVES);
    String table = DatasetFolder.table(folder).toString();
    SemanticDedup.embed(
            StoredTexts.read(chosen.select("id", "lang", "file", "row"), readers), settings.embed())
        .write()
        .option("compression", "zstd")
        .parquet(table);
    long embedded = spark.read().parquet(table).count();
    return new Counts(chosen.count(), embedded, 0, 0, new TreeMap<>(), new TreeMap<>());
  }

  private static Counts prune(
      JobContext context,
      DatasetFolder vectors,
      DatasetManifest embeddings,
      SparkSession spark,
      Path folder)
      throws IOException {
    String[] paths =
        embeddings.parts().stream()
            .map(part -> DatasetFolder.table(vectors.folder(part.folder())).toString())
            .toArray(String[]::new);
    Dataset<Row> verdicts =
        SemanticDedup.verdicts(spark.read().parquet(paths), context.pipeline().semdedup().prune());
    return Verdicts.write(
        verdicts, folder, embeddings.counts().kept(), List.of(SemanticDedup.METHOD));
  }
}
