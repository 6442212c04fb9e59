package io.sluice.ingest.crawl.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import io.sluice.ingest.crawl.frontier.Outcome;
import io.sluice.ingest.crawl.url.UrlLimits;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets found addresses into the crawl: each once, those of the seeds' hosts where no rule says
 * more, and no more of a host or a path than the limits allow. What is refused has its reason in
 * the column {@code refused}.
 *
 * @param limits bounds of hosts and paths
 * @param bySeeds whether the hosts of the seeds are the scope
 */
record Admission(UrlLimits limits, boolean bySeeds) {

  /**
   * The links whose addresses were never seen before, an address a row.
   *
   * @param links as found, with repetitions
   * @param seen all rows that this gave in earlier rounds
   */
  Dataset<Row> admit(Dataset<Row> links, Dataset<Row> seen) {
    Dataset<Row> fresh = once(links).join(seen.select("key"), asSeq("key"), "left_anti");
    if (bySeeds) {
      fresh = inScope(fresh, seen);
    }
    fresh = bounded(fresh, seen, path(), limits.maxQueriesPerPath(), Outcome.QUERY_LIMIT);
    fresh = bounded(fresh, seen, col("host"), limits.maxPerHost(), Outcome.HOST_LIMIT);
    return fresh.select(columns());
  }

  /** A column's name as Scala wants it. */
  static Seq<String> asSeq(String name) {
    return CollectionConverters.asScala(List.of(name)).toSeq();
  }

  private static Column[] columns() {
    String[] names = CrawlRows.LINK.fieldNames();
    Column[] columns = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      columns[i] = col(names[i]);
    }
    return columns;
  }

  /** Of the links to an address that one which may be fetched, is nearest, comes first by name. */
  private static Dataset<Row> once(Dataset<Row> links) {
    return links
        .groupBy("key")
        .agg(
            min(struct(
                    col("refused").isNotNull().as("no"),
                    col("depth"),
                    col("redirects"),
                    not(col("seed")).as("unseeded"),
                    not(col("sitemap")).as("page"),
                    coalesce(col("via"), lit("")).as("from"),
                    col("url"),
                    col("host"),
                    col("sitemap"),
                    col("seed"),
                    col("via"),
                    col("refused")))
                .as("best"))
        .select(
            col("key"),
            col("best.url"),
            col("best.host"),
            col("best.sitemap"),
            col("best.depth"),
            col("best.redirects"),
            col("best.seed"),
            col("best.via"),
            col("best.refused"));
  }

  /** The host without a leading www, as {@link io.sluice.ingest.crawl.url.Address#site} has it. */
  private static Column site() {
    return when(col("host").rlike("^www\\..*\\."), substring(col("host"), 5, 10_000))
        .otherwise(col("host"));
  }

  private static Dataset<Row> inScope(Dataset<Row> fresh, Dataset<Row> seen) {
    Column isSeed = col("seed").and(col("refused").isNull());
    Dataset<Row> sites =
        seen.where(isSeed)
            .select(site().as("seed_site"))
            .union(fresh.where(isSeed).select(site().as("seed_site")))
            .distinct();
    return fresh
        .join(sites, site().equalTo(col("seed_site")), "left")
        .withColumn(
            "refused",
            when(
                    col("refused").isNull().and(col("seed_site").isNull()),
                    lit(Outcome.OUT_OF_SCOPE.id()))
                .otherwise(col("refused")))
        .drop("seed_site");
  }

  /** An address without its query; null where it has none, or may not be fetched anyway. */
  private static Column path() {
    return when(col("url").contains("?"), substring_index(col("url"), "?", 1));
  }

  /** Refuses what is over a bound; addresses near the seeds come first. */
  private static Dataset<Row> bounded(
      Dataset<Row> fresh, Dataset<Row> seen, Column of, int most, Outcome outcome) {
    Dataset<Row> before =
        seen.where(col("refused").isNull())
            .select(of.as("group"))
            .where(col("group").isNotNull())
            .groupBy("group")
            .agg(count(lit(1)).as("before"));
    Column open = col("refused").isNull().and(of.isNotNull());
    Column rank = row_number().over(Window.partitionBy("group").orderBy(col("depth"), col("key")));
    return fresh
        // what is not counted is a group of its own, so that no group is large
        .withColumn("group", when(open, of).otherwise(col("key")))
        .withColumn("rank", rank)
        .join(before, asSeq("group"), "left")
        .withColumn(
            "refused",
            when(
                    open.and(coalesce(col("before"), lit(0L)).plus(col("rank")).gt(lit(most))),
                    lit(outcome.id()))
                .otherwise(col("refused")))
        .drop("group", "rank", "before");
  }
}
