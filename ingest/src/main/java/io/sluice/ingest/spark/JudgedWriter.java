package io.sluice.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.stage.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Writes judged rows once, a folder an outcome, and counts them in the same pass. */
public final class JudgedWriter {
  private JudgedWriter() {}

  /** Where the kept rows of a part stand. */
  public static Path kept(Path part) {
    return new Path(part, "outcome=" + Outcome.KEPT.id());
  }

  /**
   * Writes rows of the judged schema below a folder.
   *
   * @param maxFailed greatest share of records that Sluice itself may fail on
   * @return the counts, as observed by the write; {@code in} is the readers' own count
   * @throws ContractViolation if more fail than allowed
   */
  public static Counts write(Dataset<Row> judged, Path folder, double maxFailed) {
    Observation observation = new Observation("counts");
    List<Column> columns = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      columns.add(count(when(is(outcome), 1)).as(outcome.id()));
    }
    for (Reason reason : Reason.values()) {
      columns.add(count(when(col("reason").equalTo(reason.id()), 1)).as("reason:" + reason.id()));
    }
    columns.add(inputSum("inputs"));
    columns.add(inputSum("records"));
    columns.add(inputSum("skipped"));
    columns.add(inputSum("bytes"));
    columns.add(keptSum(col("tokens").cast("long"), "tokens"));
    columns.add(keptSum(col("signals.characters").cast("long"), "characters"));

    judged
        .observe(
            observation, columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new))
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("compression", "zstd")
        .partitionBy("outcome")
        .parquet(folder.toString());

    Map<String, ?> seen = observed(observation);
    TreeMap<String, Long> reasons = new TreeMap<>();
    for (Reason reason : Reason.values()) {
      long found = number(seen, "reason:" + reason.id());
      if (found > 0) {
        reasons.put(reason.id(), found);
      }
    }
    TreeMap<String, Long> totals = new TreeMap<>();
    totals.put("inputs", number(seen, "input:inputs"));
    totals.put("input_bytes", number(seen, "input:bytes"));
    if (number(seen, "input:skipped") > 0) {
      totals.put("skipped_records", number(seen, "input:skipped"));
    }
    totals.put("tokens", number(seen, "kept:tokens"));
    totals.put("characters", number(seen, "kept:characters"));
    Counts counts =
        new Counts(
            number(seen, "input:records"),
            number(seen, Outcome.KEPT.id()),
            number(seen, Outcome.REJECTED.id()),
            number(seen, Outcome.FAILED.id()),
            reasons,
            totals);
    if (counts.failed() > maxFailed * counts.in()) {
      throw new ContractViolation(
          folder
              + ": Sluice failed on "
              + counts.failed()
              + " of "
              + counts.in()
              + " records, more than max_failed allows ("
              + maxFailed
              + "); see outcome=failed");
    }
    return counts;
  }

  private static Map<String, ?> observed(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting", e);
    }
  }

  private static Column is(Outcome outcome) {
    return col("outcome").equalTo(outcome.id());
  }

  private static Column inputSum(String key) {
    return sum(when(is(Outcome.INPUT), element_at(col("meta"), lit(key)).cast("long")))
        .as("input:" + key);
  }

  private static Column keptSum(Column value, String name) {
    return sum(when(is(Outcome.KEPT), value)).as("kept:" + name);
  }

  private static long number(Map<String, ?> seen, String name) {
    return seen.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
