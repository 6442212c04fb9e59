package io.sluice.ingest.run;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writing a file so that it appears whole or not at all. On object stores a put is atomic and a
 * rename is a copy, so that the file is written under its own name; elsewhere it is written beside
 * and renamed.
 */
public final class Files {
  private static final Set<String> ATOMIC_PUT = Set.of("s3a", "s3", "gs", "abfs", "abfss");

  private Files() {}

  /** The path's file system; the local one without checksum files beside every file. */
  public static FileSystem system(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }

  /**
   * The name to write under before {@link #publish}.
   *
   * @param attempt tells attempts at the same file apart
   */
  public static Path temporary(FileSystem files, Path path, String attempt) {
    return ATOMIC_PUT.contains(files.getUri().getScheme().toLowerCase(Locale.ROOT))
        ? path
        : new Path(path.getParent(), "." + path.getName() + "." + attempt);
  }

  /** Gives the written file its name, replacing one that is there. */
  public static void publish(FileSystem files, Path written, Path path) throws IOException {
    if (written.equals(path) || files.rename(written, path)) {
      return;
    }
    files.delete(path, false);
    if (!files.rename(written, path)) {
      throw new IOException("cannot rename " + written + " to " + path);
    }
  }
}
