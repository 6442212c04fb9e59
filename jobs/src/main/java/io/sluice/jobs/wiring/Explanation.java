package io.sluice.jobs.wiring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.sluice.dedup.explain.SideBySide;
import io.sluice.dedup.explain.WordDiff;
import io.sluice.dedup.spark.TextReader;
import io.sluice.ingest.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Clusters of duplicates for a person to judge: of each the document that stays beside the removed
 * one least like it. Which clusters are shown depends on their ids alone.
 */
public final class Explanation {
  private final SparkSession spark;
  private final RunFolder run;
  private final TextReader texts;
  private final SideBySide layout;

  private Explanation(SparkSession spark, RunFolder run, TextReader texts, SideBySide layout) {
    this.spark = spark;
    this.run = run;
    this.texts = texts;
    this.layout = layout;
  }

  /** An explanation of a run's deduplication. */
  public static Explanation of(JobContext context, SideBySide layout) {
    SparkSession spark = context.session().spark();
    return new Explanation(
        spark, context.run(), DedupJob.texts(spark, context.pipeline().dedup()), layout);
  }

  /** So many clusters, each as lines of text; fewer where there are fewer. */
  public List<List<String>> clusters(int count) throws IOException {
    Dataset<Row> verdicts = Verdicts.read(spark, run.dataset("dedup"));
    List<Row> chosen =
        verdicts
            .filter("not keep")
            .groupBy("cluster", "survivor", "cluster_size")
            .agg(
                min(struct(col("similarity"), col("id"), col("method"), col("file"), col("row")))
                    .as("least"))
            .orderBy(xxhash64(col("cluster")), col("cluster"), col("survivor"))
            .limit(count)
            .select("cluster", "survivor", "cluster_size", "least.*")
            .collectAsList();
    Object[] survivors = chosen.stream().map(row -> row.getString(1)).distinct().toArray();
    Object[] clusters = chosen.stream().map(row -> row.getString(0)).distinct().toArray();
    List<Row> kept =
        verdicts
            .filter(col("id").isin(survivors).and(col("cluster").isin(clusters)).and(col("keep")))
            .select("id", "file", "row")
            .collectAsList();
    Map<String, Row> survivor =
        kept.stream().collect(Collectors.toMap(row -> row.getString(0), Function.identity()));
    Map<String, String> read = read(verdicts, chosen, kept);
    List<List<String>> said = new ArrayList<>();
    for (Row row : chosen) {
      Row stays = survivor.get(row.getString(1));
      said.add(
          lines(
              row,
              stays == null ? null : read.get(place(stays.getString(1), stays.getLong(2))),
              read.get(place(row.getString(6), row.getLong(7)))));
    }
    return said;
  }

  /** Texts by place: a few, bounded by the number of clusters asked for. */
  private Map<String, String> read(Dataset<Row> verdicts, List<Row> chosen, List<Row> kept) {
    List<Row> places = new ArrayList<>(kept);
    chosen.forEach(row -> places.add(RowFactory.create(row.get(4), row.get(6), row.get(7))));
    Dataset<Row> wanted =
        spark.createDataFrame(places, verdicts.select("id", "file", "row").schema());
    return texts.read(wanted).select("file", "row", "text").collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> place(row.getString(0), row.getLong(1)),
                row -> row.getString(2),
                (one, same) -> one));
  }

  private static String place(String file, long row) {
    return file + '\n' + row;
  }

  private List<String> lines(Row row, String stays, String goes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "== cluster %s: %d documents", row.getString(0), row.getLong(2)));
    lines.add(
        String.format(
            Locale.ROOT,
            "   %s stays | %s goes (%s, similarity %.2f)",
            row.getString(1),
            row.getString(4),
            row.getString(5),
            row.getFloat(3)));
    if (stays == null) {
      lines.add("   what stays was kept by an earlier run: its text is not read");
    } else {
      lines.addAll(layout.lay(WordDiff.of(stays, goes)));
    }
    return lines;
  }
}
