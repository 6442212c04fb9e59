package io.sluice.ingest.run;

import io.sluice.ingest.codec.Compression;
import io.sluice.ingest.codec.DecodedBytes;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.InputItem;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A list of paths, one a line, as Common Crawl publishes them ({@code warc.paths.gz}, {@code
 * wet.paths.gz}): relative to a prefix, such as {@code s3a://commoncrawl/}.
 */
final class PathList {
  /** Greatest size of a list; Common Crawl's have 100,000 lines of 140 bytes. */
  private static final int MAX_BYTES = 1 << 28;

  /** From so many wanted files in a folder on, the folder is listed instead of asked for each. */
  private static final int LISTED = 4;

  private PathList() {}

  static boolean isList(InputItem item) {
    return item.path().endsWith(".paths") || item.path().matches(".*\\.paths\\.(gz|zst)");
  }

  /**
   * The files that a list names, in its order.
   *
   * @throws UserError if there is no prefix and a path is relative, or a file is missing
   */
  static List<InputItem> files(InputItem list, String prefix, Configuration hadoop)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    Map<Path, Integer> folders = new HashMap<>();
    for (String line : lines(list, hadoop)) {
      Path path = path(list, line, prefix);
      paths.add(path);
      folders.merge(path.getParent(), 1, Integer::sum);
    }
    Map<Path, Map<String, FileStatus>> listed = new HashMap<>();
    List<InputItem> items = new ArrayList<>();
    for (Path path : paths) {
      Path folder = path.getParent();
      FileSystem files = path.getFileSystem(hadoop);
      FileStatus file;
      try {
        if (folders.get(folder) < LISTED) {
          file = files.getFileStatus(path);
        } else {
          if (!listed.containsKey(folder)) {
            listed.put(folder, byName(files, folder));
          }
          file = listed.get(folder).get(path.getName());
        }
      } catch (FileNotFoundException e) {
        file = null;
      }
      if (file == null || !file.isFile()) {
        throw new UserError(
            "input '"
                + list.source()
                + "': "
                + list.path()
                + " names "
                + path
                + ", which is not there",
            "mend the input's key path_prefix, or the list");
      }
      items.add(InputFiles.item(list.source(), file));
    }
    return items;
  }

  private static Map<String, FileStatus> byName(FileSystem files, Path folder) throws IOException {
    Map<String, FileStatus> byName = new HashMap<>();
    for (FileStatus file : files.listStatus(folder)) {
      byName.put(file.getPath().getName(), file);
    }
    return byName;
  }

  private static Path path(InputItem list, String line, String prefix) {
    try {
      if (line.matches("[A-Za-z][A-Za-z0-9+.-]*:/.*") || line.startsWith("/")) {
        return new Path(line);
      }
      if (prefix != null) {
        return new Path(new Path(prefix), line);
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "input '"
              + list.source()
              + "': "
              + list.path()
              + " names '"
              + line
              + "', which is no path",
          "mend the list");
    }
    throw new UserError(
        "input '" + list.source() + "': " + list.path() + " names relative paths",
        "say in the input's key path_prefix what they are relative to, such as s3a://commoncrawl/");
  }

  private static List<String> lines(InputItem list, Configuration hadoop) throws IOException {
    try (StoredBytes stored = StoredBytes.open(list.path(), hadoop);
        DecodedBytes in = Compression.open(stored, (bytes, from, to) -> true)) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      while (in.nextMember()) {
        while (in.more()) {
          text.write(in.window(), in.from(), in.to() - in.from());
          in.consume(in.to() - in.from());
          if (text.size() > MAX_BYTES) {
            throw new IOException("over " + MAX_BYTES + " bytes");
          }
        }
      }
      return text.toString(StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UserError(
          "input '"
              + list.source()
              + "': the list "
              + list.path()
              + " cannot be read: "
              + e.getMessage(),
          "fetch the list again");
    }
  }
}
