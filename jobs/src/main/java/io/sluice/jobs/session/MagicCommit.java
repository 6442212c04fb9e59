package io.sluice.jobs.session;

import io.sluice.ingest.config.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Makes sure that what Spark wrote to S3 was committed by the magic committer: where {@code
 * spark-hadoop-cloud} is missing, Spark falls back to renaming without a word, which is slow on S3
 * and not atomic. The committer leaves a {@code _SUCCESS} in JSON; renaming leaves an empty one.
 */
public final class MagicCommit {
  private MagicCommit() {}

  /**
   * Checks a folder that Spark wrote to; other file systems than S3 pass.
   *
   * @throws UserError if it was committed by renaming
   */
  public static void check(Path folder, Configuration hadoop) throws IOException {
    if (!"s3a".equals(folder.toUri().getScheme())) {
      return;
    }
    FileSystem files = folder.getFileSystem(hadoop);
    try (InputStream in = files.open(new Path(folder, "_SUCCESS"))) {
      if (in.read() == '{') {
        return;
      }
    } catch (FileNotFoundException e) {
      // The same fault: the magic committer always leaves the file.
    }
    throw new UserError(
        folder + ": was not committed by the S3A magic committer",
        "put spark-hadoop-cloud of Spark's own version on the class path of driver and workers");
  }
}
