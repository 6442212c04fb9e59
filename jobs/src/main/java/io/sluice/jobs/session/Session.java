package io.sluice.jobs.session;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session, started on first use: a run in which nothing is left to do never starts one. The
 * master is spark-submit's where there is one, else the one asked for, else {@code local[*]}.
 */
public final class Session implements AutoCloseable {
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("spark.sql.session.timeZone", "UTC"),
          // Rows keep their order and text is not sorted when a write has a folder an outcome.
          Map.entry("spark.sql.maxConcurrentOutputFileWriters", "8"),
          Map.entry("spark.sql.parquet.compression.codec", "zstd"),
          Map.entry("spark.sql.sources.partitionColumnTypeInference.enabled", "false"),
          Map.entry("spark.ui.showConsoleProgress", "false"),
          Map.entry("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2"));

  /** Settings of S3's magic committer: without them a write falls back silently to renaming. */
  private static final Map<String, String> S3 =
      Map.of(
          "spark.hadoop.fs.s3a.committer.name", "magic",
          "spark.hadoop.fs.s3a.committer.magic.enabled", "true",
          "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
              "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory",
          "spark.sql.sources.commitProtocolClass",
              "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol",
          "spark.sql.parquet.output.committer.class",
              "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter");

  private final String name;
  private final String master;
  private final boolean onS3;
  private SparkSession spark;

  /**
   * A session that is not started yet.
   *
   * @param name the application's name
   * @param master a Spark master, or null
   * @param onS3 whether the run writes to {@code s3a://}
   */
  public Session(String name, String master, boolean onS3) {
    this.name = name;
    this.master = master;
    this.onS3 = onS3;
  }

  /**
   * How to reach file systems before, or without, a session: Hadoop's own files, and what {@code
   * spark.hadoop.*} properties say.
   */
  public static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    String prefix = "spark.hadoop.";
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        hadoop.set(name.substring(prefix.length()), System.getProperty(name));
      }
    }
    return hadoop;
  }

  /** The running session. */
  public SparkSession spark() {
    if (spark == null) {
      SparkConf conf = new SparkConf();
      DEFAULTS.forEach(conf::setIfMissing);
      if (onS3) {
        S3.forEach(conf::setIfMissing);
      } else {
        conf.setIfMissing("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
      }
      if (!conf.contains("spark.master")) {
        conf.setMaster(master == null ? "local[*]" : master);
      }
      if (conf.get("spark.master").startsWith("local")) {
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.driver.host", "127.0.0.1");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        conf.setIfMissing("spark.sql.shuffle.partitions", "8");
        conf.setIfMissing("spark.local.dir", System.getProperty("java.io.tmpdir"));
      }
      spark = SparkSession.builder().appName(name).config(conf).getOrCreate();
    }
    return spark;
  }

  @Override
  public void close() {
    if (spark != null) {
      spark.stop();
      spark = null;
    }
  }
}
