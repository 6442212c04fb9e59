package io.sluice.dedup.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Steps written and read back, so that nothing is computed twice and plans stay short. */
final class WorkFolder {
  private final SparkSession session;
  private final Path root;

  /**
   * @param folder where the steps go; anything else in it is left alone
   */
  WorkFolder(SparkSession session, String folder) {
    this.session = session;
    this.root = new Path(folder);
  }

  /** Writes a step, in the place of one that an earlier try left, and reads it back. */
  Dataset<Row> step(String name, Dataset<Row> rows) {
    drop(name);
    String path = new Path(root, name).toString();
    rows.write().option("compression", "zstd").parquet(path);
    return session.read().schema(rows.schema()).parquet(path);
  }

  /** Removes a step that no one will read again. */
  void drop(String name) {
    Path path = new Path(root, name);
    try {
      path.getFileSystem(session.sparkContext().hadoopConfiguration()).delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
