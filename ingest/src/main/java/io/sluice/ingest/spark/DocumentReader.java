package io.sluice.ingest.spark;

import static org.apache.spark.sql.functions.col;

import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.stage.ContractViolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the kept documents of published datasets, after checking that the files have the schema.
 */
public final class DocumentReader {
  private DocumentReader() {}

  /** The folders that hold a dataset's kept documents; a part that kept nothing has none. */
  public static List<Path> keptFolders(DatasetFolder dataset) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (DatasetManifest.Part part : dataset.published().parts()) {
      if (part.counts().kept() > 0) {
        folders.add(JudgedWriter.kept(dataset.folder(part.folder())));
      }
    }
    return folders;
  }

  /**
   * The documents in these folders with the document's columns and where each stands: {@code file}
   * (string, as Spark names it) and {@code row} (long, place in the file).
   *
   * @throws ContractViolation if a file lacks columns of the schema
   */
  public static Dataset<Row> read(SparkSession spark, List<Path> folders) {
    if (folders.isEmpty()) {
      StructType placed = DocumentRows.SCHEMA.add("file", "string").add("row", "long");
      return spark.createDataFrame(List.of(), placed);
    }
    String[] paths = folders.stream().map(Path::toString).toArray(String[]::new);
    StructType found = spark.read().option("mergeSchema", "false").parquet(paths).schema();
    List<String> missing = new ArrayList<>(Arrays.asList(DocumentRows.SCHEMA.fieldNames()));
    missing.removeAll(Arrays.asList(found.fieldNames()));
    if (!missing.isEmpty()) {
      throw new ContractViolation(folders.get(0) + ": lacks the columns " + missing);
    }
    return spark
        .read()
        .schema(DocumentRows.SCHEMA)
        .parquet(paths)
        .select(
            col("*"), col("_metadata.file_path").as("file"), col("_metadata.row_index").as("row"));
  }
}
