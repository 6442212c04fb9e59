package io.sluice.ingest.jsonl;

import io.sluice.ingest.codec.Compression;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.columns.ColumnMapping;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * JSON lines files, plain, gzip or zstd (told by their bytes), a document a line. A line that is no
 * object with a text is a reject that names file and byte; blank lines are passed over. A plain
 * file is read in slices: a line belongs to the one in which it begins.
 *
 * @param columns which fields make a document
 * @param maxLineBytes greatest size of a line; over it, it is a reject
 * @param splitBytes greatest size of a slice of a plain file
 */
public record JsonlSource(ColumnMapping columns, int maxLineBytes, long splitBytes)
    implements DocumentSource {
  private static final int MAX_LINE = 100_000_000;
  private static final long SPLIT = 128L << 20;

  public JsonlSource {
    if (maxLineBytes < 1 || splitBytes < 1) {
      throw new IllegalArgumentException(
          "limits: got " + maxLineBytes + " and " + splitBytes + ", allowed: 1 and more");
    }
  }

  /** With the usual field names, lines of 100 MB and slices of 128 MiB. */
  public JsonlSource() {
    this(ColumnMapping.USUAL, MAX_LINE, SPLIT);
  }

  @Override
  public List<ByteRange> slices(InputItem item) {
    return ByteRange.cover(item.bytes(), splitBytes);
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
        StoredBytes stored = StoredBytes.open(item.path(), hadoop);
        try {
          return new Lines(
              item, Compression.open(stored, Lines::isLine), slice, columns, maxLineBytes);
        } catch (IOException | RuntimeException e) {
          stored.close();
          throw e;
        }
      }
    };
  }
}
