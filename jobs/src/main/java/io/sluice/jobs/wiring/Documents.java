package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.spark.DocumentReader;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The documents of a run: what its source jobs have published and kept.
 *
 * @param inputs a published dataset each, with its fingerprint
 * @param kept documents kept, as the manifests count them
 * @param folders where the kept documents stand
 */
record Documents(List<InputItem> inputs, long kept, List<Path> folders) {

  /** The datasets that hold documents. */
  static final List<String> DATASETS = List.of("web", "papers", "code", "jsonl", "synth");

  /**
   * The documents of a run.
   *
   * @throws UserError if no source job has published anything
   */
  static Documents of(JobContext context) throws IOException {
    return of(context.run());
  }

  /**
   * The documents of a run.
   *
   * @throws UserError if no source job has published anything
   */
  static Documents of(RunFolder run) throws IOException {
    List<InputItem> inputs = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    long kept = 0;
    for (String name : DATASETS) {
      DatasetFolder dataset = run.dataset(name);
      if (dataset.manifest().isEmpty()) {
        continue;
      }
      inputs.add(item(dataset));
      folders.addAll(DocumentReader.keptFolders(dataset));
      kept += dataset.published().counts().kept();
    }
    if (inputs.isEmpty()) {
      throw new UserError(
          run.root() + ": no documents are there",
          "run web, papers or code into this folder first");
    }
    return new Documents(inputs, kept, folders);
  }

  /** A published dataset as an input of another. */
  static InputItem item(DatasetFolder dataset) throws IOException {
    DatasetManifest manifest = dataset.published();
    return new InputItem(
        manifest.dataset(), dataset.root().toString(), manifest.bytes(), manifest.fingerprint());
  }

  /** The narrow columns: everything but text, segments and meta. */
  Dataset<Row> narrow(SparkSession spark) {
    return DocumentReader.read(spark, folders)
        .select(
            col("id"),
            col("kind"),
            col("source"),
            col("url"),
            col("timestamp"),
            col("lang"),
            col("tokens"),
            col("signals"),
            col("scores"),
            col("signature"),
            col("file"),
            col("row"));
  }
}
