package io.sluice.ingest.columns;

import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;

/** The rows of a file, or of those row groups that belong to a slice of it. */
final class ParquetTexts implements Reading {
  private final InputItem item;
  private final ParquetSource limits;
  private final ParquetFileReader file;
  private final RowValues values;
  private final MessageColumnIO assembly;
  private final List<BlockMetaData> groups;
  private int group = -1;
  private RecordReader<Group> rows;
  private long row;
  private long end;
  private long records;
  private long bytes;

  private ParquetTexts(InputItem item, ParquetSource limits, ParquetFileReader file)
      throws IOException {
    this.item = item;
    this.limits = limits;
    this.file = file;
    try {
      this.values = RowValues.of(file.getFileMetaData().getSchema(), limits.columns());
    } catch (IllegalArgumentException e) {
      throw new ParquetSource.MissingColumns(item.path() + ": " + e.getMessage());
    }
    this.assembly = new ColumnIOFactory().getColumnIO(values.schema());
    file.setRequestedSchema(values.schema());
    this.groups = file.getRowGroups();
  }

  static ParquetTexts open(
      InputItem item, ByteRange slice, Configuration hadoop, ParquetSource limits)
      throws IOException {
    Path path = new Path(item.path());
    ParquetReadOptions options =
        HadoopReadOptions.builder(hadoop, path)
            .withRange(slice.start(), slice.end())
            .withCodecFactory(BoundedCodecs.of(hadoop, limits.maxRowGroupBytes()))
            .build();
    ParquetFileReader file = null;
    try {
      file = ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop), options);
      return new ParquetTexts(item, limits, file);
    } catch (IOException | RuntimeException e) {
      if (file != null) {
        file.close();
      }
      if (e instanceof ParquetSource.MissingColumns || e instanceof FileNotFoundException) {
        throw e;
      }
      throw new IOException(item.path() + ": cannot be read as Parquet: " + said(e), e);
    }
  }

  @Override
  public Judged next() throws IOException {
    while (true) {
      if (rows != null && row < end) {
        records++;
        return read();
      }
      if (group + 1 >= groups.size()) {
        return null;
      }
      Judged problem = advance();
      if (problem != null) {
        records++;
        return problem;
      }
    }
  }

  private Judged read() {
    String place = "row " + row;
    try {
      TextRecord record = new TextRecord();
      values.fill(rows.read(), record);
      row++;
      return record.judge(item, place, limits.maxTextBytes());
    } catch (RuntimeException e) {
      // what a damaged page makes of the decoder is not told apart
      rows = null;
      String what = "cannot be read from here to row " + (end - 1) + ": " + said(e);
      return TextRecord.rejected(item, place, Reason.UNREADABLE_INPUT, what);
    }
  }

  /** Goes to the next row group; what keeps it from being read is a reject. */
  private Judged advance() throws IOException {
    BlockMetaData next = groups.get(++group);
    rows = null;
    row = Math.max(0, next.getRowIndexOffset());
    end = row + next.getRowCount();
    long size = size(next);
    bytes += size;
    if (size > limits.maxRowGroupBytes()) {
      file.skipNextRowGroup();
      String what =
          "row group of "
              + size
              + " bytes to row "
              + (end - 1)
              + ", limit "
              + limits.maxRowGroupBytes();
      return TextRecord.rejected(item, "row " + row, Reason.TOO_LARGE, what);
    }
    try {
      PageReadStore pages = file.readNextRowGroup();
      rows = assembly.getRecordReader(pages, new GroupRecordConverter(values.schema()));
      return null;
    } catch (IOException | RuntimeException e) {
      String what = "row group cannot be read to row " + (end - 1) + ": " + said(e);
      return TextRecord.rejected(item, "row " + row, Reason.UNREADABLE_INPUT, what);
    }
  }

  private static String said(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private long size(BlockMetaData of) {
    long size = 0;
    for (ColumnChunkMetaData chunk : of.getColumns()) {
      if (values.schema().containsField(chunk.getPath().toArray()[0])) {
        size += chunk.getTotalSize();
      }
    }
    return size;
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
