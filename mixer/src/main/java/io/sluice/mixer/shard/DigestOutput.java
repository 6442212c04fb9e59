package io.sluice.mixer.shard;

import io.sluice.ingest.run.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A Parquet output over one open stream that hashes what passes and puts the footer in order. */
final class DigestOutput implements OutputFile {
  private final FSDataOutputStream out;
  private final MessageDigest digest = Json.sha256();
  private ByteArrayOutputStream tail;
  private long position;

  DigestOutput(FSDataOutputStream out) {
    this.out = out;
  }

  /** Holds what is written from now on, the file's last row group and footer, until it closes. */
  void holdTail() {
    tail = new ByteArrayOutputStream();
  }

  private void pass(byte[] bytes, int from, int length) throws IOException {
    digest.update(bytes, from, length);
    out.write(bytes, from, length);
  }

  long bytes() {
    return position;
  }

  /** The hash of all bytes; asked for once, after the stream closed. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Lets go of the stream without publishing where the file system can, else closes it. */
  void abort() throws IOException {
    if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
      out.abort();
    } else {
      out.close();
    }
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new PositionOutputStream() {
      @Override
      public long getPos() {
        return position;
      }

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        if (tail == null) {
          pass(bytes, from, length);
        } else {
          tail.write(bytes, from, length);
        }
        position += length;
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        if (tail != null) {
          byte[] ordered = Footer.ordered(tail.toByteArray());
          pass(ordered, 0, ordered.length);
          position += ordered.length - tail.size();
          tail = null;
        }
        out.close();
      }
    };
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  /** No: row groups are not aligned to blocks, so bytes do not depend on the file system. */
  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
