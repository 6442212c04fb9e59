package io.sluice.mixer.shard;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;

/** Reads rows of one shard in order, stepping over row groups that are not wanted. */
final class ShardFileReader implements Closeable {
  private final ParquetFileReader file;
  private final MessageColumnIO columns;
  private final long rows;
  private int group;
  private RecordReader<TrainingRow> records;
  private long next;
  private long groupEnd;

  private ShardFileReader(ParquetFileReader file) {
    this.file = file;
    this.columns = new ColumnIOFactory().getColumnIO(ShardSchema.MESSAGE);
    this.rows = file.getRecordCount();
  }

  /**
   * Opens a shard.
   *
   * @throws IOException if it is no Parquet file or has other columns
   */
  static ShardFileReader open(Path path, Configuration conf) throws IOException {
    ParquetFileReader file = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf));
    if (!file.getFileMetaData().getSchema().equals(ShardSchema.MESSAGE)) {
      String found = file.getFileMetaData().getSchema().toString();
      file.close();
      throw new IOException("not the columns of a shard: " + found.replaceAll("\\s+", " "));
    }
    return new ShardFileReader(file);
  }

  long rows() {
    return rows;
  }

  /**
   * A row of the file. Rows are asked for in increasing order.
   *
   * @param row 0-based place in the file, at or after the row read last
   */
  TrainingRow read(long row) throws IOException {
    while (row >= groupEnd) {
      long size = file.getRowGroups().get(group++).getRowCount();
      next = groupEnd;
      groupEnd += size;
      if (row >= groupEnd) {
        file.skipNextRowGroup();
      } else {
        PageReadStore pages = file.readNextRowGroup();
        records = columns.getRecordReader(pages, new RowConverter());
      }
    }
    TrainingRow read;
    do {
      read = records.read();
      next++;
    } while (next <= row);
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
