package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.ContractViolation;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exact and MinHash deduplication over narrow columns; no text is read.
 *
 * <p>Documents of the same text form groups; groups that share a band of MinHash values are linked;
 * the connected components of that graph are clusters (FineWeb, arXiv 2406.17557, section 3.4), of
 * which the best member by the configured order stays. The verdicts do not depend on the partitions
 * or the order of the input.
 */
public final class MinHashDedup {
  private static final Logger LOG = LoggerFactory.getLogger(MinHashDedup.class);

  private final DedupConfig config;

  /**
   * What a run gives.
   *
   * @param verdicts a row a document in, in the layout of {@link VerdictRows}; computed when it is
   *     written, from the work folder, which must stay until then
   * @param report counts
   */
  public record Result(Dataset<Row> verdicts, DedupReport report) {}

  /** A run with these settings. */
  public MinHashDedup(DedupConfig config) {
    this.config = Objects.requireNonNull(config, "config");
  }

  /**
   * Finds the duplicates.
   *
   * @param documents the columns that {@link DedupInput} names, read once
   * @param work a folder of this run's own, on a file system that all workers share; steps that an
   *     earlier try left in it are written anew, and the caller removes it once the verdicts are
   *     written. Needs room for about 250 bytes a document
   * @throws ContractViolation if a column is missing; a broken signature fails the job with one,
   *     naming the document
   * @throws UserError if signatures were made with different sketch settings
   */
  public Result run(Dataset<Row> documents, String work) {
    SparkSession session = documents.sparkSession();
    WorkFolder folder = new WorkFolder(session, work);
    Dataset<Row> grouped = folder.step("grouped", new Grouping(config).group(documents));
    Row seen =
        grouped
            .agg(
                count(lit(1)),
                count_if(grouped.col("first")),
                min("settings"),
                max("settings"),
                max("values"))
            .head();
    if (config.minhash() && !Objects.equals(seen.get(2), seen.get(3))) {
      throw new UserError(
          "the signatures to deduplicate were made with different sketch settings",
          "make every signature with the same sketch section, or deduplicate the parts apart");
    }
    LOG.info("{} documents, {} after exact deduplication", seen.get(0), seen.get(1));
    Dataset<Row> labels = session.createDataFrame(List.of(), Components.SCHEMA);
    List<Long> counts = List.of();
    if (config.minhash()) {
      Components components = new Components(folder);
      labels = components.label(Buckets.edges(grouped));
      counts = components.counts();
    }
    int values = seen.isNullAt(4) ? 0 : seen.getInt(4);
    Dataset<Row> verdicts = new Verdicts(values).of(grouped, labels, config.keep().size());
    return new Result(verdicts, new DedupReport(seen.getLong(0), seen.getLong(1), counts));
  }
}
