package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

import io.sluice.dedup.spark.VerdictRows;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.spark.DocumentRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * A document's whole story in a run: what it was, each verdict, and where it stands in the shards.
 * Reads by id; Parquet's statistics skip what cannot hold it.
 */
public final class Inspection {
  /** Rows shown of one kind: an id stands in few places. */
  private static final int SHOWN = 20;

  private final SparkSession spark;
  private final RunFolder run;

  /** An inspection of a run. */
  public Inspection(SparkSession spark, RunFolder run) {
    this.spark = spark;
    this.run = run;
  }

  /**
   * Everything that the run knows of a document, in the order of the graph: each entry says where
   * it was found, and its columns that are not null. Empty where no dataset knows the id.
   */
  public List<Map<String, Object>> story(String id) throws IOException {
    List<Map<String, Object>> story = new ArrayList<>();
    for (String name : Documents.DATASETS) {
      DatasetFolder dataset = run.dataset(name);
      for (DatasetManifest.Part part : parts(dataset)) {
        for (Outcome outcome : List.of(Outcome.KEPT, Outcome.REJECTED, Outcome.FAILED)) {
          Path folder = new Path(dataset.folder(part.folder()), "outcome=" + outcome.id());
          if (dataset.files().exists(folder)) {
            spark
                .read()
                .schema(DocumentRows.JUDGED)
                .parquet(folder.toString())
                .filter(col("id").equalTo(id))
                .drop("signature", "outcome")
                .takeAsList(SHOWN)
                .forEach(row -> story.add(entry(name + ": " + outcome.id(), row)));
          }
        }
      }
    }
    DatasetFolder signatures = run.dataset(Sketched.DATASET);
    if (signatures.manifest().isPresent()) {
      Sketched.read(spark, signatures)
          .filter(col("id").equalTo(id))
          .drop("signature")
          .takeAsList(SHOWN)
          .forEach(row -> story.add(entry("signatures: sketched", row)));
    }
    for (String name : List.of("dedup", "semdedup")) {
      DatasetFolder dataset = run.dataset(name);
      for (DatasetManifest.Part part : parts(dataset)) {
        spark
            .read()
            .schema(VerdictRows.SCHEMA)
            .parquet(DatasetFolder.table(dataset.folder(part.folder())).toString())
            .filter(col("id").equalTo(id))
            .takeAsList(SHOWN)
            .forEach(row -> story.add(entry(name + " verdict", row)));
      }
    }
    if (run.dataset("inventory").manifest().isPresent()) {
      InventoryJob.survivors(spark, run.dataset("inventory"))
          .filter(col("id").equalTo(id))
          .takeAsList(SHOWN)
          .forEach(row -> story.add(entry("inventory: counted", row)));
    }
    shards(id, story);
    return story;
  }

  private void shards(String id, List<Map<String, Object>> story) throws IOException {
    DatasetFolder mix = run.dataset("mix");
    for (DatasetManifest.Part part : parts(mix)) {
      for (Path shard : parquetFiles(mix.files(), mix.folder(part.folder()))) {
        for (Row row :
            spark
                .read()
                .parquet(shard.toString())
                .filter(array_contains(col("doc_ids"), id))
                .select("sequence", "doc_ids", "seq_start_id")
                .takeAsList(SHOWN)) {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("where", "mix/" + part.part() + "/" + shard.getName());
          entry.put("sequence", row.getLong(0));
          entry.put("starts_at", row.getList(2).get(row.getList(1).indexOf(id)));
          story.add(entry);
        }
      }
    }
  }

  private static List<DatasetManifest.Part> parts(DatasetFolder dataset) throws IOException {
    return dataset.manifest().map(DatasetManifest::parts).orElse(List.of());
  }

  private static List<Path> parquetFiles(FileSystem files, Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (FileStatus file : files.listStatus(folder)) {
      if (file.getPath().getName().endsWith(".parquet")) {
        found.add(file.getPath());
      }
    }
    found.sort(null);
    return found;
  }

  private static Map<String, Object> entry(String where, Row row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("where", where);
    put(entry, row);
    return entry;
  }

  private static void put(Map<String, Object> entry, Row row) {
    for (StructField field : row.schema().fields()) {
      Object value = row.getAs(field.name());
      if (value instanceof Row struct) {
        Map<String, Object> inner = new LinkedHashMap<>();
        put(inner, struct);
        entry.put(field.name(), inner);
      } else if (value instanceof scala.collection.Map<?, ?>) {
        entry.put(field.name(), row.getJavaMap(row.fieldIndex(field.name())));
      } else if (value != null) {
        entry.put(field.name(), value instanceof Number ? value : value.toString());
      }
    }
  }
}
