package io.sluice.ingest.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counters for the progress display alone: a retried task counts twice here, so that nothing that
 * is reported may come from it.
 *
 * @param records documents judged so far
 * @param bytes input bytes read so far
 * @param rejected documents turned away so far
 */
public record Meter(LongAccumulator records, LongAccumulator bytes, LongAccumulator rejected)
    implements Serializable {

  /** Counters at zero. */
  public static Meter start(SparkContext spark) {
    return new Meter(
        spark.longAccumulator("records"),
        spark.longAccumulator("bytes"),
        spark.longAccumulator("rejected"));
  }
}
