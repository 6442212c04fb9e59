package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sluice.ingest.model.Score;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.InventorySpec;
import io.sluice.mixer.spark.InventoryStage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Documents and verdicts to the inventory: the narrow columns of the documents that survive, and
 * what they amount to.
 */
public final class InventoryJob implements Job {
  private static final String TABLE = "inventory.json";

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public String description() {
    return "Counts what survived: tokens by kind, language, quality, tier and length.";
  }

  @Override
  public void check(JobContext context) {
    InventorySpec unused = Recipes.load(context.pipeline().mix()).inventory();
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    Documents documents = Documents.of(context);
    InventorySpec how = Recipes.load(context.pipeline().mix()).inventory();
    List<InputItem> inputs = new ArrayList<>(documents.inputs());
    for (String judge : List.of("dedup", "semdedup")) {
      DatasetFolder dataset = context.run().dataset(judge);
      if (dataset.manifest().isPresent()) {
        inputs.add(Documents.item(dataset));
      }
    }
    PartSpec spec = new PartSpec("survivors", "inventory-1", how, inputs);
    return context.publish(
        name(),
        List.of(
            new JobContext.Part(
                spec, 0, (spark, folder, meter) -> write(context, documents, how, spark, folder))));
  }

  private static Counts write(
      JobContext context, Documents documents, InventorySpec how, SparkSession spark, Path folder)
      throws IOException {
    DatasetFolder dedup = context.run().dataset("dedup");
    DatasetFolder semdedup = context.run().dataset("semdedup");
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("id", "kind", "source", "lang", "tokens", "file", "row")) {
      columns.add(col(name));
    }
    columns.add(coalesce(col("signals.bytes"), lit(0)).cast("long").as("bytes"));
    for (Score score : Score.values()) {
      columns.add(col("scores." + score.id()).as(score.id()));
    }
    Dataset<Row> narrow = documents.narrow(spark).select(columns.toArray(Column[]::new));
    Dataset<Row> unique = Verdicts.kept(narrow, Verdicts.read(spark, dedup), "cluster_size");
    Dataset<Row> survivors = Verdicts.kept(unique, Verdicts.read(spark, semdedup), null);
    String table = DatasetFolder.table(folder).toString();
    survivors.write().option("compression", "zstd").parquet(table);

    Inventory inventory = new InventoryStage(how).measure(spark.read().parquet(table));
    FileSystem files = folder.getFileSystem(context.run().hadoop());
    try (OutputStream out = files.create(new Path(folder, TABLE), true)) {
      inventory.write(out);
    }
    TreeMap<String, Long> reasons = new TreeMap<>();
    for (DatasetFolder judge : List.of(dedup, semdedup)) {
      judge.manifest().ifPresent(m -> m.counts().reasons().forEach((k, v) -> reasons.put(k, v)));
    }
    long removed = reasons.values().stream().mapToLong(Long::longValue).sum();
    TreeMap<String, Long> totals = new TreeMap<>();
    totals.put("tokens", inventory.tokens());
    return new Counts(
        documents.kept(), spark.read().parquet(table).count(), removed, 0, reasons, totals);
  }

  /** The published inventory of a run. */
  public static Inventory read(DatasetFolder dataset) throws IOException {
    Path file = new Path(folder(dataset), TABLE);
    try (InputStream in = dataset.files().open(file)) {
      return Inventory.read(in, file.toString());
    }
  }

  /** The narrow columns of the documents that survive. */
  static Dataset<Row> survivors(SparkSession spark, DatasetFolder dataset) throws IOException {
    return spark.read().parquet(DatasetFolder.table(folder(dataset)).toString());
  }

  private static Path folder(DatasetFolder dataset) throws IOException {
    DatasetManifest manifest = dataset.published();
    return dataset.folder(manifest.parts().get(0).folder());
  }
}
