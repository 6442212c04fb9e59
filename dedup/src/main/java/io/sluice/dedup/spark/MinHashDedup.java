package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.ContractViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * URL, exact and MinHash deduplication over narrow columns; no text is read, unless candidates are
 * to be verified.
 *
 * <p>Documents of the same text, or that share a band of MinHash values, are linked; the connected
 * components of that graph are clusters (FineWeb, arXiv 2406.17557, section 3.4), of which the best
 * member by the configured order stays. The verdicts do not depend on the partitions or the order
 * of the input.
 */
public final class MinHashDedup {
  private static final Logger LOG = LoggerFactory.getLogger(MinHashDedup.class);

  private final DedupConfig config;
  private final int inMemory;

  /**
   * What a run gives.
   *
   * @param verdicts a row a document in, in the layout of {@link VerdictRows}; computed when it is
   *     written, from the work folder, which must stay until then
   * @param edges the candidates with their similarity: {@code id}, {@code other}, {@code
   *     similarity}; those under the least similarity too
   * @param report counts
   */
  public record Result(Dataset<Row> verdicts, Dataset<Row> edges, DedupReport report) {}

  /** A run with these settings. */
  public MinHashDedup(DedupConfig config) {
    this(config, Components.IN_MEMORY);
  }

  /**
   * @param inMemory edges that one task takes into memory
   */
  MinHashDedup(DedupConfig config, int inMemory) {
    this.config = Objects.requireNonNull(config, "config");
    this.inMemory = inMemory;
  }

  /**
   * Finds the duplicates.
   *
   * @param sources what is read, several times over, a few columns each time
   * @param work a folder of this run's own, on a file system that all workers share; steps that an
   *     earlier try left in it are written anew, and the caller removes it once the verdicts are
   *     written. Needs room for about 300 bytes a duplicate
   * @throws ContractViolation if a column is missing; a broken signature fails the job with one,
   *     naming the document
   * @throws UserError if signatures were made with different sketch settings
   */
  public Result run(DedupSources sources, String work) {
    SparkSession session = sources.documents().sparkSession();
    WorkFolder folder = new WorkFolder(session, work);
    Dataset<Row> documents = DedupInput.select(sources.documents(), config, false);
    if (sources.against() != null) {
      documents = documents.union(DedupInput.select(sources.against(), config, true));
    }
    Row seen = look(documents);
    long total = seen.getLong(0);
    Dataset<Row> remaining = documents;
    Dataset<Row> sharing = null;
    if (config.url()) {
      sharing = folder.step("urls", UrlDuplicates.find(documents));
      remaining = without(documents, sharing.filter("not stays"));
    }
    int bands = seen.isNullAt(2) ? 0 : seen.<byte[]>getAs(4)[0] & 0xff;
    long entries =
        Math.multiplyExact(total, (config.exact() ? 1 : 0) + (config.minhash() ? bands : 0));
    Dataset<Row> candidates =
        config.exact() || config.minhash()
            ? new Candidates(config).edges(remaining, entries)
            : session.createDataFrame(List.of(), Components.SCHEMA).drop("moved");
    Dataset<Row> edges = folder.step("edges", measured(candidates, remaining, sources, folder));
    long linked = edges.filter(col("similarity").geq(config.minSimilarity())).count();
    LOG.info("{} documents, {} candidate edges", total, linked);
    Components components = new Components(folder, inMemory);
    Dataset<Row> links =
        components.label(edges.filter(col("similarity").geq(config.minSimilarity())), linked);
    Dataset<Row> labels = labels(links);
    Verdicts judge = new Verdicts(config);
    Dataset<Row> members = folder.step("members", judge.members(remaining, labels));
    Dataset<Row> single = without(remaining.filter("not old"), labels);
    Dataset<Row> verdicts = judge.of(members);
    if (sharing != null) {
      single = without(single, sharing);
      verdicts =
          verdicts.union(
              UrlDuplicates.verdicts(
                  sharing.filter("not stays").union(without(sharing.filter("stays"), labels))));
    }
    verdicts = verdicts.union(Verdicts.alone(single));
    return new Result(
        verdicts,
        edges.select("id", "other", "similarity"),
        new DedupReport(total, components.counts()));
  }

  /** Number of documents, and the settings of their signatures: least, greatest, shapes. */
  private Row look(Dataset<Row> documents) {
    Column settings = when(length(col("signature")).geq(24), substring(col("signature"), 5, 4));
    Column shape = when(length(col("signature")).geq(24), substring(col("signature"), 3, 2));
    Row seen =
        documents
            .agg(count(lit(1)), count(col("signature")), min(settings), max(settings), max(shape))
            .head();
    if (config.minhash() && !Arrays.equals(seen.<byte[]>getAs(2), seen.<byte[]>getAs(3))) {
      throw new UserError(
          "the signatures to deduplicate were made with different sketch settings",
          "make every signature with the same sketch section, or deduplicate the parts apart");
    }
    return seen;
  }

  private Dataset<Row> measured(
      Dataset<Row> candidates, Dataset<Row> documents, DedupSources sources, WorkFolder folder) {
    if (!config.verify()) {
      return Similarities.estimated(candidates, documents);
    }
    return Similarities.verified(
        folder.step("candidates", candidates),
        documents,
        Objects.requireNonNull(sources.texts(), "texts"),
        Objects.requireNonNull(sources.sketch(), "sketch"),
        folder);
  }

  /** Every node of a component with the component's smallest node. */
  private static Dataset<Row> labels(Dataset<Row> links) {
    Column[] root = {col("to_high").as("root_high"), col("to_low").as("root_low")};
    Dataset<Row> roots =
        links
            .select("to_high", "to_low")
            .distinct()
            .select(col("to_high").as("high"), col("to_low").as("low"), root[0], root[1]);
    return links.select(col("high"), col("low"), root[0], root[1]).union(roots);
  }

  private static Dataset<Row> without(Dataset<Row> documents, Dataset<Row> nodes) {
    return documents
        .join(nodes.select("high", "low"), Components.on("high", "low"), "left_anti")
        .select(Arrays.stream(documents.columns()).map(functions::col).toArray(Column[]::new));
  }
}
