package io.sluice.ingest.codec;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A file's bytes as they are stored, from any file system: buffered, and with a position. */
public final class StoredBytes implements Closeable {
  private static final int BUFFER = 256 * 1024;

  private final FSDataInputStream stream;
  private final long length;
  private final byte[] buffer;
  private long base;
  private int at;
  private int end;

  private StoredBytes(FSDataInputStream stream, long length, byte[] buffer, int end) {
    this.stream = stream;
    this.length = length;
    this.buffer = buffer;
    this.end = end;
  }

  /**
   * Opens a file.
   *
   * @throws IOException where there is none, or it cannot be opened
   */
  public static StoredBytes open(String name, Configuration hadoop) throws IOException {
    Path path = new Path(name);
    FileSystem found = path.getFileSystem(hadoop);
    FileSystem files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    long length = files.getFileStatus(path).getLen();
    FutureDataInputStreamBuilder opening = files.openFile(path);
    // hints: an object store then reads ahead, and asks for the length no second time
    opening.opt("fs.option.openfile.read.policy", "sequential");
    opening.opt("fs.option.openfile.length", Long.toString(length));
    try {
      return new StoredBytes(opening.build().get(), length, new byte[BUFFER], 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + ": interrupted while it was opened", e);
    } catch (ExecutionException | CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(name + ": " + e.getCause(), e);
    }
  }

  /** Bytes in memory as a file. */
  public static StoredBytes of(byte[] bytes) {
    return new StoredBytes(null, bytes.length, bytes, bytes.length);
  }

  /** The file's size. */
  public long length() {
    return length;
  }

  /** Where the next byte stands in the file. */
  public long position() {
    return base + at;
  }

  /** Goes to a byte of the file; behind its end is its end. */
  public void seek(long position) throws IOException {
    long to = Math.min(position, length);
    if (to >= base && to <= base + end) {
      at = (int) (to - base);
      return;
    }
    stream.seek(to);
    base = to;
    at = 0;
    end = 0;
  }

  /** Makes bytes ready behind {@link #from()}, where there are none; false at the end. */
  boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    if (stream == null) {
      return false;
    }
    base += end;
    at = 0;
    end = 0;
    int got = stream.read(buffer, 0, buffer.length);
    end = Math.max(got, 0);
    return got > 0;
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return at;
  }

  int to() {
    return end;
  }

  void from(int from) {
    at = from;
  }

  /** The next byte, or -1 at the end. */
  public int read() throws IOException {
    return fill() ? buffer[at++] & 0xff : -1;
  }

  /** The next byte, which stays to be read; -1 at the end. */
  public int peek() throws IOException {
    return fill() ? buffer[at] & 0xff : -1;
  }

  /** Reads some bytes; -1 at the end. */
  public int read(byte[] into, int offset, int size) throws IOException {
    if (at == end && stream != null && size >= buffer.length) {
      base += end;
      at = 0;
      end = 0;
      int got = stream.read(into, offset, size);
      base += Math.max(got, 0);
      return got;
    }
    if (!fill()) {
      return -1;
    }
    int take = Math.min(size, end - at);
    System.arraycopy(buffer, at, into, offset, take);
    at += take;
    return take;
  }

  /** Reads all of these bytes, or as many as there are; returns how many. */
  public int readFully(byte[] into, int offset, int size) throws IOException {
    int done = 0;
    while (done < size) {
      int got = read(into, offset + done, size - done);
      if (got < 0) {
        break;
      }
      done += got;
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
