package io.sluice.ingest.columns;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Parquet files of texts, a document a row: Sluice's own documents, FineWeb and FineWeb-2, and any
 * other by a mapping. Only the columns that are wanted are read, a row group at a time; a row group
 * belongs to the slice that its middle lies in.
 *
 * @param columns which columns make a document
 * @param maxTextBytes greatest size of a text
 * @param maxRowGroupBytes greatest size of the wanted columns of a row group, as stored: they are
 *     in memory together; over it, the row group is a reject
 * @param splitBytes greatest size of a slice of a file
 */
public record ParquetSource(
    ColumnMapping columns, int maxTextBytes, long maxRowGroupBytes, long splitBytes)
    implements DocumentSource {

  public ParquetSource {
    if (maxTextBytes < 1 || maxRowGroupBytes < 1 || splitBytes < 1) {
      throw new IllegalArgumentException(
          "limits: got "
              + (maxTextBytes + ", " + maxRowGroupBytes + " and " + splitBytes)
              + ", allowed: 1 and more");
    }
  }

  @Override
  public List<ByteRange> slices(InputItem item) {
    return ByteRange.cover(item.bytes(), splitBytes);
  }

  /**
   * Checks that a file has the columns.
   *
   * @throws UserError where a configured column, or any text, is not there; it names those that are
   */
  public void check(InputItem item, Configuration hadoop) throws IOException {
    try (ParquetTexts file = ParquetTexts.open(item, ByteRange.WHOLE, hadoop, this)) {
      file.bytes();
    } catch (MissingColumns e) {
      throw new UserError(
          "input '" + item.source() + "': " + e.getMessage(),
          "map columns in the input's key columns, for example {text: content, url: link}");
    }
  }

  @Override
  public Reader start() {
    return new Reader() {
      @Override
      public Reading open(InputItem item, Configuration hadoop) throws IOException {
        return open(item, ByteRange.WHOLE, hadoop);
      }

      @Override
      public Reading open(InputItem item, ByteRange slice, Configuration hadoop)
          throws IOException {
        return ParquetTexts.open(item, slice, hadoop, ParquetSource.this);
      }
    };
  }

  /** A file without a column that is asked for. */
  static final class MissingColumns extends IOException {
    private static final long serialVersionUID = 1L;

    MissingColumns(String message) {
      super(message);
    }
  }
}
