package io.sluice.ingest.crawl.store;

import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where a task writes: WARC files in a folder of the round, journals of the same names in a folder
 * that readers of WARC files pass over.
 *
 * @param files the file system
 * @param warcs folder of the WARC files
 * @param journals folder of the journals
 * @param partition which of the round's partitions
 */
public record Place(FileSystem files, Path warcs, Path journals, int partition) {

  /** The place of a partition of a round below a folder of WARC files. */
  public static Place of(FileSystem files, Path root, int round, int partition) {
    return new Place(files, new Path(root, round(round)), journals(root, round), partition);
  }

  /** Where the journals of a round stand. */
  public static Path journals(Path root, int round) {
    return new Path(new Path(root, "_journal"), round(round));
  }

  private static String round(int round) {
    return String.format(Locale.ROOT, "round-%05d", round);
  }

  /** What the names of this partition's files begin with. */
  String prefix() {
    return String.format(Locale.ROOT, "part-%05d-", partition);
  }

  Path warc(int number) {
    return new Path(warcs, name(number) + ".warc.gz");
  }

  Path journal(int number) {
    return new Path(journals, name(number) + ".jsonl");
  }

  private String name(int number) {
    return prefix() + String.format(Locale.ROOT, "%05d", number);
  }
}
