package io.sluice.dedup.spark;

import io.sluice.dedup.sketch.SketchConfig;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What deduplication reads.
 *
 * @param documents to be judged: the columns that {@link DedupInput} names
 * @param against documents that an earlier run kept, in the same columns, or null: they always stay
 *     and get no verdict
 * @param texts reads texts of {@code documents}; null where candidates are not verified
 * @param sketch the settings of the signatures, needed where candidates are verified
 */
public record DedupSources(
    Dataset<Row> documents, Dataset<Row> against, TextReader texts, SketchConfig sketch) {
  public DedupSources {
    Objects.requireNonNull(documents, "documents");
  }

  /** These documents alone. */
  public static DedupSources of(Dataset<Row> documents) {
    return new DedupSources(documents, null, null, null);
  }
}
