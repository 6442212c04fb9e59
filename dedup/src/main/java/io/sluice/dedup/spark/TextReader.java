package io.sluice.dedup.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the texts of chosen documents where they lie. */
@FunctionalInterface
public interface TextReader {
  /**
   * The texts.
   *
   * @param chosen documents with columns {@code id}, {@code file}, {@code row} and any others
   * @return the same columns and {@code text}, a row a document
   */
  Dataset<Row> read(Dataset<Row> chosen);
}
