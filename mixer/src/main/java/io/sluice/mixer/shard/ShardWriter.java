package io.sluice.mixer.shard;

import io.sluice.ingest.run.Files;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes one shard. The same rows give the same bytes wherever and whenever: row groups hold a
 * fixed number of rows, nothing depends on the file system, the clock or the cluster's settings.
 * The file gets its name when it is whole; on an object store it is put there whole.
 */
public final class ShardWriter implements Closeable {
  /** Row groups end by their number of rows alone. */
  private static final long NO_LIMIT = 1L << 40;

  private final Path file;
  private final Path written;
  private final FileSystem system;
  private final DigestOutput output;
  private final ParquetWriter<TrainingRow> writer;
  private long rows;
  private boolean published;

  private ShardWriter(Path file, Path written, FileSystem system, int groupRows)
      throws IOException {
    this.file = file;
    this.written = written;
    this.system = system;
    this.output = new DigestOutput(system.create(written, true));
    this.writer = new Builder(output).withRowGroupRowCountLimit(groupRows).build();
  }

  /**
   * Opens a shard.
   *
   * @param folder the stage's folder
   * @param shard number of the shard, 0-based
   * @param groupRows rows in a row group, at least 1
   * @param attempt tells attempts at the same shard apart; not part of the result
   */
  public static ShardWriter create(
      Path folder, int shard, Configuration conf, int groupRows, String attempt)
      throws IOException {
    if (groupRows < 1) {
      throw new IllegalArgumentException(
          "row_group_rows: got " + groupRows + ", allowed 1 and more");
    }
    Path file = new Path(folder, ShardSchema.fileName(shard));
    FileSystem system = Files.system(file, conf);
    return new ShardWriter(file, Files.temporary(system, file, attempt), system, groupRows);
  }

  /** Rows in a row group of about four million tokens. */
  public static int groupRows(int rowLength) {
    return Math.max(1, (1 << 22) / rowLength);
  }

  /**
   * Appends a row.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(TrainingRow row) {
    try {
      writer.write(row);
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write row " + rows + " of " + file, e);
    }
  }

  /** Finishes the file and gives it its name. */
  public ShardFile publish() throws IOException {
    output.holdTail();
    writer.close();
    Files.publish(system, written, file);
    published = true;
    return new ShardFile(file.getName(), rows, output.bytes(), output.hash());
  }

  /** Throws the file away unless it was published. */
  @Override
  public void close() throws IOException {
    if (!published) {
      output.abort();
      if (!written.equals(file)) {
        system.delete(written, false);
      }
    }
  }

  private static final class Builder extends ParquetWriter.Builder<TrainingRow, Builder> {
    Builder(DigestOutput output) {
      super(output);
      // Settings of the cluster must not reach the codec.
      Configuration fixed = new Configuration(false);
      fixed.setInt("parquet.compression.codec.zstd.level", 3);
      fixed.setInt("parquet.compression.codec.zstd.workers", 0);
      withConf(fixed);
      withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
      withCompressionCodec(CompressionCodecName.ZSTD);
      withDictionaryEncoding(ShardSchema.INPUT_IDS + ".list.element", false);
      withRowGroupSize(NO_LIMIT);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // the one method that must be there
    protected WriteSupport<TrainingRow> getWriteSupport(Configuration conf) {
      return new RowWriteSupport();
    }
  }
}
