package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

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

  /** The file that holds it, string; carried through. */
  public static final String FILE = "file";

  /** Its row in the file, a whole number; carried through. */
  public static final String ROW = "row";

  private DedupInput() {}

  /**
   * These columns alone, in this order and with these types: string, binary, double, long, long
   * (microseconds), string, string, long.
   *
   * @throws ContractViolation naming every column that is missing
   */
  static Dataset<Row> select(Dataset<Row> documents, boolean byLanguage) {
    List<String> missing =
        new ArrayList<>(List.of(ID, SIGNATURE, QUALITY, LENGTH, TIMESTAMP, FILE, ROW));
    if (byLanguage) {
      missing.add(LANG);
    }
    missing.removeAll(List.of(documents.columns()));
    if (!missing.isEmpty()) {
      throw new ContractViolation(
          "documents to deduplicate lack the columns "
              + missing
              + "; they have "
              + List.of(documents.columns()));
    }
    Column lang = byLanguage ? col(LANG) : lit(null);
    return documents.select(
        col(ID),
        col(SIGNATURE),
        col(QUALITY).cast("double"),
        col(LENGTH).cast("long"),
        unix_micros(col(TIMESTAMP).cast("timestamp")),
        lang.cast("string"),
        col(FILE),
        col(ROW).cast("long"));
  }
}
