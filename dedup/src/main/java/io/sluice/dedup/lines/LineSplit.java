package io.sluice.dedup.lines;

import io.sluice.ingest.stage.InputItem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A stretch of a file: the lines that begin in it. A plain file is read in several; a file that
 * ends in {@code .gz} is one.
 *
 * @param source the input's name
 * @param path the file
 * @param start byte that it begins at
 * @param end byte after its last, {@link Long#MAX_VALUE} for all that follows
 */
public record LineSplit(String source, String path, long start, long end) implements Serializable {
  private static final int GZIP_BUFFER = 1 << 16;

  /** The stretches of these files, each of at most so many bytes. */
  public static List<LineSplit> of(List<InputItem> files, long most) {
    List<LineSplit> splits = new ArrayList<>();
    for (InputItem file : files) {
      if (packed(file.path())) {
        splits.add(new LineSplit(file.source(), file.path(), 0, Long.MAX_VALUE));
        continue;
      }
      for (long at = 0; at < file.bytes(); at += most) {
        splits.add(
            new LineSplit(file.source(), file.path(), at, Math.min(file.bytes(), at + most)));
      }
    }
    return splits;
  }

  /** Whether a file can only be read from its beginning. */
  public static boolean packed(String path) {
    return path.endsWith(".gz");
  }

  /** The lines. */
  public LineReader open(Configuration hadoop) throws IOException {
    return new LineReader(stream(path, Math.max(0, start - 1), hadoop), start, end);
  }

  /** A file's plain bytes from an offset on; a packed one is read up to there. */
  static InputStream stream(String path, long offset, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    FSDataInputStream stored = file.getFileSystem(hadoop).open(file);
    try {
      if (packed(path)) {
        InputStream plain = new GZIPInputStream(stored, GZIP_BUFFER);
        try {
          plain.skipNBytes(offset);
        } catch (EOFException e) {
          plain.close();
          throw e;
        }
        return plain;
      }
      stored.seek(offset);
      return stored;
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }
}
