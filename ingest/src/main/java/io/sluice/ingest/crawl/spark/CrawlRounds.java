package io.sluice.ingest.crawl.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.host.CrawlSettings;
import io.sluice.ingest.crawl.host.LinkMaker;
import io.sluice.ingest.crawl.store.Place;
import io.sluice.ingest.run.Files;
import io.sluice.ingest.spark.Meter;
import io.sluice.ingest.stage.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * The rounds of a crawl. A round fetches some addresses of every host that has any, finds further
 * ones, and lets those into the crawl that were never seen; its part holds the tables {@link
 * CrawlTables} names. Nothing of it is held by the driver but counts.
 *
 * <p>The law of the ledger: what waited before, and what was seen for the first time, has either
 * ended in the round or waits after it. {@code in} is counted from what waited and what was seen,
 * {@code kept} and {@code rejected} from the rows that say how an address ended.
 */
public final class CrawlRounds {
  /** Of the totals: addresses that wait after the round. */
  public static final String WAITING = "waiting";

  private final SparkSession spark;
  private final CrawlSettings settings;
  private final Path warcs;
  private final int partitions;
  private final List<Path> earlier;
  private final Admission admission;

  /**
   * The rounds of one crawl.
   *
   * @param warcs where the WARC files go
   * @param partitions the same whenever a round is begun again
   * @param earlier parts of an earlier crawl, whose pages are asked for only if they have changed
   */
  public CrawlRounds(
      SparkSession spark, CrawlSettings settings, Path warcs, int partitions, List<Path> earlier) {
    this.spark = spark;
    this.settings = settings;
    this.warcs = warcs;
    this.partitions = partitions;
    this.earlier = List.copyOf(earlier);
    this.admission = new Admission(settings.limits(), settings.links().scope().bySeeds());
  }

  /**
   * Lets the seeds in: the part before the first round.
   *
   * @param seeds addresses
   * @param sitemaps addresses of sitemaps
   * @param files text files of addresses, one a line; empty lines and lines from # on say nothing
   */
  public Counts seeds(List<String> seeds, List<String> sitemaps, List<String> files, Path part) {
    LinkMaker maker = settings.links();
    List<Row> given = new ArrayList<>();
    seeds.forEach(seed -> given.add(CrawlRows.row(maker.seed(seed, false))));
    sitemaps.forEach(sitemap -> given.add(CrawlRows.row(maker.seed(sitemap, true))));
    Dataset<Row> links = spark.createDataFrame(given, CrawlRows.LINK);
    if (!files.isEmpty()) {
      CrawlSettings shipped = settings;
      var lines =
          spark
              .read()
              .textFile(files.toArray(String[]::new))
              .toJavaRDD()
              .mapPartitions(text -> SeedLines.rows(text, shipped.links()));
      links = links.unionByName(spark.createDataFrame(lines, CrawlRows.LINK));
    }
    CrawlTables.write(spark.createDataFrame(List.of(), CrawlRows.HOST), part, CrawlTables.HOSTS);
    return admitted(part, links, List.of(), null, 0, null);
  }

  /**
   * Fetches a round.
   *
   * @param before the parts before it, the last of them last
   * @param waiting addresses that wait
   */
  public Counts round(int round, List<Path> before, long waiting, Path part, Meter meter)
      throws IOException {
    Path last = before.get(before.size() - 1);
    Dataset<Row> pending = CrawlTables.read(spark, CrawlRows.LINK, last, CrawlTables.PENDING);
    Dataset<Row> hosts = CrawlTables.read(spark, CrawlRows.HOST, last, CrawlTables.HOSTS);
    FetchStage.run(spark, selected(pending), hosts, partitions, round, warcs, settings, meter);

    Dataset<Row> journal =
        spark.read().schema(CrawlRows.JOURNAL).json(Place.journals(warcs, round).toString());
    Dataset<Row> visits =
        journal.where(col("visit").isNotNull()).select("visit.*").dropDuplicates("key");
    Dataset<Row> states = journal.where(col("host").isNotNull()).select("host.*");
    CrawlTables.write(latest(hosts.unionByName(states)), part, CrawlTables.HOSTS);
    Dataset<Row> links =
        visits
            .select(explode(col("links")).as("link"))
            .select("link.*")
            .unionByName(
                journal
                    .where(col("found").isNotNull())
                    .select(explode(col("found")).as("link"))
                    .select("link.*"));
    return admitted(part, links, before, pending, waiting, visits);
  }

  /** Removes what a round needed alone, once its part is published. */
  public void tidy(int round, Path previous) throws IOException {
    FileSystem files = Files.system(warcs, spark.sparkContext().hadoopConfiguration());
    files.delete(Place.journals(warcs, round), true);
    files.delete(new Path(previous, CrawlTables.PENDING), true);
    files.delete(new Path(previous, CrawlTables.HOSTS), true);
  }

  /** Ends what still waits when the crawl has reached its greatest number of rounds or pages. */
  public Counts rest(Path last, long waiting, Path part) {
    Dataset<Row> urls =
        CrawlTables.read(spark, CrawlRows.LINK, last, CrawlTables.PENDING)
            .withColumn("refused", lit(Outcome.NOT_REACHED.id()));
    return counted(ended(urls), part, waiting, Map.of(WAITING, 0L));
  }

  /** Of each host the first addresses; what an earlier crawl knows of them beside them. */
  private Dataset<Row> selected(Dataset<Row> pending) {
    Dataset<Row> chosen =
        pending
            .withColumn(
                "rank",
                row_number().over(Window.partitionBy("host").orderBy(col("depth"), col("key"))))
            .where(col("rank").leq(lit(settings.pace().addressesPerRound())))
            .drop("rank");
    if (earlier.isEmpty()) {
      return chosen.withColumn("earlier", lit(null).cast(CrawlRows.EARLIER));
    }
    Dataset<Row> known =
        CrawlTables.read(spark, CrawlRows.URL, earlier, CrawlTables.URLS)
            .where(
                col("outcome")
                    .isin(Outcome.FETCHED.id(), Outcome.UNCHANGED.id())
                    .and(col("response.record_id").isNotNull()))
            .select(
                col("key"),
                struct(
                        col("response.etag").as("etag"),
                        col("response.last_modified").as("last_modified"),
                        col("response.digest").as("digest"),
                        col("response.recorded").as("recorded"),
                        col("response.record_id").as("record_id"),
                        col("links"))
                    .as("earlier"));
    return chosen.join(known.dropDuplicates("key"), Admission.asSeq("key"), "left");
  }

  private static Dataset<Row> latest(Dataset<Row> states) {
    Column[] all =
        Arrays.stream(CrawlRows.HOST.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    return states
        .groupBy(col("host").as("of"))
        .agg(max_by(struct(all), col("version")).as("state"))
        .select("state.*");
  }

  /** Writes what was seen for the first time, what waits, and what has ended. */
  private Counts admitted(
      Path part,
      Dataset<Row> links,
      List<Path> before,
      Dataset<Row> pending,
      long waiting,
      Dataset<Row> visits) {
    Dataset<Row> seen = CrawlTables.read(spark, CrawlRows.LINK, before, CrawlTables.FOUND);
    Observation first = new Observation("found");
    CrawlTables.write(
        admission.admit(links, seen).observe(first, count(lit(1)).as("rows")),
        part,
        CrawlTables.FOUND);
    Dataset<Row> found = CrawlTables.read(spark, CrawlRows.LINK, part, CrawlTables.FOUND);
    Dataset<Row> next = found.where(col("refused").isNull());
    Dataset<Row> ended = ended(found.where(col("refused").isNotNull()));
    if (pending != null) {
      next =
          pending.join(visits.select("key"), Admission.asSeq("key"), "left_anti").unionByName(next);
    }
    if (visits != null) {
      ended =
          visits
              .withColumn("links", transform(col("links"), link -> link.getField("url")))
              .unionByName(ended);
    }
    Dataset<Row> aside =
        CrawlTables.read(spark, CrawlRows.HOST, part, CrawlTables.HOSTS)
            .where(col("set_aside").isNotNull())
            .select("host", "set_aside");
    Dataset<Row> after = next.join(aside, Admission.asSeq("host"), "left");
    Column waits = col("set_aside").isNull();
    Observation left = new Observation("pending");
    CrawlTables.write(
        after.where(waits).drop("set_aside").observe(left, count(lit(1)).as("rows")),
        part,
        CrawlTables.PENDING);
    ended =
        ended.unionByName(
            ended(
                    after
                        .where(not(waits))
                        .withColumn("refused", substring_index(col("set_aside"), ":", 1)))
                .withColumn("detail", col("set_aside"))
                .drop("set_aside"));
    long foundRows = rows(first);
    long waitsAfter = rows(left);
    return counted(
        ended,
        part,
        waiting + foundRows - waitsAfter,
        Map.of(WAITING, waitsAfter, "found", foundRows));
  }

  /** Rows of addresses that nothing was fetched for, by the outcome in {@code refused}. */
  private static Dataset<Row> ended(Dataset<Row> links) {
    return links
        .withColumnRenamed("refused", "outcome")
        .withColumn("detail", lit(null).cast("string"))
        .withColumn("tries", lit(0))
        .withColumn("response", lit(null).cast(CrawlRows.URL.apply("response").dataType()))
        .withColumn("links", array().cast("array<string>"));
  }

  private static Counts counted(Dataset<Row> urls, Path part, long in, Map<String, Long> totals) {
    Observation observation = new Observation("urls");
    List<Column> columns = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      columns.add(count(when(col("outcome").equalTo(outcome.id()), 1)).as(outcome.id()));
    }
    columns.add(sum(col("response.bytes")).as("bytes"));
    columns.add(sum(col("tries")).as("requests"));
    CrawlTables.write(
        urls.observe(observation, count(lit(1)).as("rows"), columns.toArray(Column[]::new)),
        part,
        CrawlTables.URLS);
    Map<String, ?> seen = observed(observation);
    TreeMap<String, Long> reasons = new TreeMap<>();
    long kept = 0;
    for (Outcome outcome : Outcome.values()) {
      long number = number(seen, outcome.id());
      kept += outcome.kept() ? number : 0;
      if (!outcome.kept() && number > 0) {
        reasons.put(outcome.id(), number);
      }
    }
    TreeMap<String, Long> sums = new TreeMap<>(totals);
    sums.put("body_bytes", number(seen, "bytes"));
    sums.put("requests", number(seen, "requests"));
    sums.put("unchanged", number(seen, Outcome.UNCHANGED.id()));
    return new Counts(in, kept, number(seen, "rows") - kept, 0, reasons, sums);
  }

  private static long rows(Observation observation) {
    return number(observed(observation), "rows");
  }

  private static long number(Map<String, ?> seen, String name) {
    return seen.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static Map<String, ?> observed(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting", e);
    }
  }
}
