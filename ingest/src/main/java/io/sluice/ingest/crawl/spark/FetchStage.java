package io.sluice.ingest.crawl.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.sluice.ingest.crawl.fetch.Fetcher;
import io.sluice.ingest.crawl.fetch.HttpFetcher;
import io.sluice.ingest.crawl.host.CrawlSettings;
import io.sluice.ingest.crawl.host.HostPool;
import io.sluice.ingest.crawl.host.HostTools;
import io.sluice.ingest.crawl.host.Time;
import io.sluice.ingest.crawl.store.CrawlStore;
import io.sluice.ingest.crawl.store.Place;
import io.sluice.ingest.crawl.store.Recovery;
import io.sluice.ingest.run.Files;
import io.sluice.ingest.spark.Meter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Fetches the addresses of a round: a host is in one partition, so that its pace is kept without
 * asking anyone. What comes of it stands in WARC files and journals, not in rows.
 */
final class FetchStage {
  private FetchStage() {}

  /**
   * Fetches.
   *
   * @param selected addresses with the column {@code earlier}
   * @param hosts what is known of hosts
   * @param partitions the same whenever the round is begun again
   */
  static void run(
      SparkSession spark,
      Dataset<Row> selected,
      Dataset<Row> hosts,
      int partitions,
      int round,
      Path root,
      CrawlSettings settings,
      Meter meter) {
    Column[] target =
        Arrays.stream(selected.columns()).map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> wanted = selected.select(col("host")).distinct();
    Column[] state = Arrays.stream(hosts.columns()).map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> targets =
        selected.select(
            col("host"),
            lit(1).as("part"),
            col("depth"),
            col("key"),
            lit(null).cast(CrawlRows.HOST).as("state"),
            struct(target).as("target"));
    Dataset<Row> states =
        hosts
            .join(wanted, "host")
            .select(
                col("host"),
                lit(0).as("part"),
                lit(0).as("depth"),
                lit("").as("key"),
                struct(state).as("state"),
                lit(null).cast(targets.schema().apply("target").dataType()).as("target"));
    Dataset<Row> rows =
        states
            .unionByName(targets)
            .repartition(partitions, col("host"))
            .sortWithinPartitions("host", "part", "depth", "key");
    Broadcast<SerializableConfiguration> hadoop =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    rows.toJavaRDD()
        .foreachPartition(
            partition ->
                fetch(partition, round, root.toString(), settings, hadoop.value().value(), meter));
  }

  private static void fetch(
      Iterator<Row> rows,
      int round,
      String root,
      CrawlSettings settings,
      Configuration hadoop,
      Meter meter)
      throws IOException, InterruptedException {
    TaskContext task = TaskContext.get();
    Path folder = new Path(root);
    Place place = Place.of(Files.system(folder, hadoop), folder, round, task.partitionId());
    Recovery recovered = Recovery.of(place);
    Time time = Time.system();
    try (CrawlStore store =
            new CrawlStore(place, recovered, settings.store(), settings.info(), time);
        Fetcher fetcher =
            new HttpFetcher(
                settings.fetch(), settings.network(), settings.identity().userAgent(), time)) {
      HostTools tools =
          new HostTools(
              settings,
              settings.links(),
              fetcher,
              store,
              recovered,
              time,
              round,
              visit -> {
                meter.records().add(1);
                meter.bytes().add(visit.response() == null ? 0 : visit.response().bytes());
                meter.rejected().add(visit.kept() ? 0 : 1);
              });
      new HostPool(tools).run(new HostBatches(rows), task::isInterrupted);
    }
  }
}
