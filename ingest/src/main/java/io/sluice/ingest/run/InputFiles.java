package io.sluice.ingest.run;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Finds the files that a configured path names. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * The files of a path, glob or directory (read to any depth), sorted by path. Hidden files and
   * directories (leading dot or underscore) below a directory are passed over.
   *
   * @param source the input's name in the configuration
   * @param path local path, glob or URI such as {@code s3a://bucket/prefix/*.warc.gz}
   * @throws UserError if nothing is there, or the path is none
   */
  public static List<InputItem> find(String source, String path, Configuration hadoop)
      throws IOException {
    return find(source, path, null, hadoop);
  }

  /**
   * As {@link #find(String, String, Configuration)}, with lists of paths ({@code *.paths}, {@code
   * *.paths.gz}, as Common Crawl publishes them) replaced by the files that they name, in the
   * list's order.
   *
   * @param prefix what the listed paths are relative to: a folder or URI; null where no list is
   *     expected
   * @throws UserError if nothing is there, a listed file is missing, or the path is none
   */
  public static List<InputItem> find(
      String source, String path, String prefix, Configuration hadoop) throws IOException {
    List<InputItem> items = new ArrayList<>();
    for (InputItem item : matching(source, path, hadoop)) {
      if (PathList.isList(item)) {
        items.addAll(PathList.files(item, prefix, hadoop));
      } else {
        items.add(item);
      }
    }
    return items;
  }

  private static List<InputItem> matching(String source, String path, Configuration hadoop)
      throws IOException {
    Path given;
    FileSystem files;
    try {
      given = new Path(path);
      files = given.getFileSystem(hadoop);
    } catch (IllegalArgumentException | UnsupportedFileSystemException e) {
      throw new UserError(
          "input '" + source + "': '" + path + "' is no path: " + e.getMessage(),
          "give a local path, s3a:// or hdfs://");
    }
    FileStatus[] matches = files.globStatus(given);
    List<InputItem> items = new ArrayList<>();
    for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
      if (match.isFile()) {
        items.add(item(source, match));
        continue;
      }
      RemoteIterator<LocatedFileStatus> below = files.listFiles(match.getPath(), true);
      while (below.hasNext()) {
        LocatedFileStatus file = below.next();
        if (!hidden(match.getPath(), file.getPath())) {
          items.add(item(source, file));
        }
      }
    }
    if (items.isEmpty()) {
      throw new UserError(
          "input '" + source + "': no file matches " + path,
          "mend this path in the input's key paths");
    }
    items.sort(Comparator.comparing(InputItem::path));
    return items;
  }

  private static boolean hidden(Path root, Path file) {
    for (Path at = file; !at.equals(root); at = at.getParent()) {
      if (at.getName().startsWith(".") || at.getName().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  static InputItem item(String source, FileStatus file) {
    return new InputItem(
        source,
        file.getPath().toString(),
        file.getLen(),
        file.getLen() + "-" + file.getModificationTime());
  }
}
