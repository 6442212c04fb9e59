package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.ingest.stage.ContractViolation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The columns that deduplication reads. Values may be null but for {@code id}, {@code file} and
 * {@code row}; the pair of file and row names a document even where ids repeat.
 */
public final class DedupInput {
  /** The document's id, string. */
  public static final String ID = "id";

  /** Its signature, binary; null where it was not sketched: such a document is alone. */
  public static final String SIGNATURE = "signature";

  /** Its quality score, any number; greater is better. */
  public static final String QUALITY = "quality";

  /** Its length in one unit throughout (tokens or characters), a whole number. */
  public static final String LENGTH = "length";

  /** When it was fetched or written, timestamp. */
  public static final String TIMESTAMP = "timestamp";

  /** Its language, string; read only where languages are kept apart. */
  public static final String LANG = "lang";

  /** Its address, string; read only where URLs are compared. */
  public static final String URL = "url";

  /** The input that it came from, string; read only where inputs are kept apart. */
  public static final String SOURCE = "source";

  /** The file that holds it, string; carried through. */
  public static final String FILE = "file";

  /** Its row in the file, a whole number; carried through. */
  public static final String ROW = "row";

  private DedupInput() {}

  /**
   * What the steps read: {@code id}, {@code signature}, {@code quality} (double), {@code length}
   * (long), {@code micros} (long), {@code scope} (string: what documents must share to meet, null
   * where all may), {@code url}, {@code file}, {@code row}, {@code old}, and the document's node in
   * two halves, {@code high} and {@code low}: hashes of id and place, the same for the same
   * document whatever the partitions.
   *
   * @param old whether these documents were kept by an earlier run
   * @throws ContractViolation naming every column that is missing
   */
  static Dataset<Row> select(Dataset<Row> documents, DedupConfig config, boolean old) {
    List<String> missing =
        new ArrayList<>(List.of(ID, SIGNATURE, QUALITY, LENGTH, TIMESTAMP, FILE, ROW));
    List<Column> scope = new ArrayList<>();
    if (config.byLanguage()) {
      missing.add(LANG);
      scope.add(coalesce(col(LANG), lit("")));
    }
    if (config.bySource()) {
      missing.add(SOURCE);
      scope.add(coalesce(col(SOURCE), lit("")));
    }
    if (config.url()) {
      missing.add(URL);
    }
    missing.removeAll(List.of(documents.columns()));
    if (!missing.isEmpty()) {
      throw new ContractViolation(
          "documents to deduplicate lack the columns "
              + missing
              + "; they have "
              + List.of(documents.columns()));
    }
    return documents.select(
        col(ID),
        col(SIGNATURE),
        col(QUALITY).cast("double").as(QUALITY),
        col(LENGTH).cast("long").as(LENGTH),
        unix_micros(col(TIMESTAMP).cast("timestamp")).as("micros"),
        (scope.isEmpty() ? lit(null) : concat_ws("\n", scope.toArray(Column[]::new)))
            .cast("string")
            .as("scope"),
        (config.url() ? col(URL) : lit(null)).cast("string").as(URL),
        col(FILE),
        col(ROW).cast("long").as(ROW),
        lit(old).as("old"),
        xxhash64(col(ID)).as("high"),
        xxhash64(col(ID), col(FILE), col(ROW).cast("long")).as("low"));
  }
}
