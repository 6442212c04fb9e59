package io.sluice.ingest.run;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a run: a dataset a job. It names itself; nothing outside it says what it holds.
 *
 * @param root where it stands, on any Hadoop file system
 * @param hadoop how to reach it
 */
public record RunFolder(Path root, Configuration hadoop) {

  /** The dataset of a job, which may not have been written yet. */
  public DatasetFolder dataset(String name) throws IOException {
    return new DatasetFolder(name, new Path(root, name), hadoop);
  }
}
