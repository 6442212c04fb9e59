package io.sluice.ingest.crawl.spark;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables of a crawl's parts. */
final class CrawlTables {
  /** Addresses and their ends; the table to read. */
  static final String URLS = "urls";

  /** Addresses that the round saw first, and why some are not fetched. */
  static final String FOUND = "found";

  /** Addresses to fetch after the round; gone once the next round stands. */
  static final String PENDING = "pending";

  /** What is known of hosts after the round; gone once the next round stands. */
  static final String HOSTS = "hosts";

  private CrawlTables() {}

  /** A table of one part. */
  static Dataset<Row> read(SparkSession spark, StructType schema, Path part, String table) {
    return read(spark, schema, List.of(part), table);
  }

  /** A table of several parts; empty where there are none. */
  static Dataset<Row> read(SparkSession spark, StructType schema, List<Path> parts, String table) {
    if (parts.isEmpty()) {
      return spark.createDataFrame(List.of(), schema);
    }
    String[] paths =
        parts.stream().map(part -> new Path(part, table).toString()).toArray(String[]::new);
    return spark.read().schema(schema).parquet(paths);
  }

  static void write(Dataset<Row> rows, Path part, String table) {
    rows.write()
        .mode(SaveMode.ErrorIfExists)
        .option("compression", "zstd")
        .parquet(new Path(part, table).toString());
  }
}
