package io.sluice.ingest.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Opens one item (a file, an archive or a directory) as the source files that it holds. */
final class PaperFiles {
  /** An item that holds more than its limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  private final long limit;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private long held;

  private PaperFiles(long limit) {
    this.limit = limit;
  }

  /**
   * The files of an item that may be source text, by their path in the item.
   *
   * @throws TooLargeException where they hold more than {@code limit} bytes
   * @throws IOException where the item cannot be read
   */
  static SortedMap<String, byte[]> read(Path path, Configuration hadoop, long limit)
      throws IOException {
    PaperFiles reader = new PaperFiles(limit);
    FileSystem system = path.getFileSystem(hadoop);
    FileStatus status = system.getFileStatus(path);
    if (status.isDirectory()) {
      reader.directory(system, status.getPath());
    } else {
      try (InputStream in = system.open(path)) {
        reader.file(in, path.getName());
      }
    }
    return reader.files;
  }

  private void directory(FileSystem system, Path root) throws IOException {
    Deque<Path> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      FileStatus[] found = system.listStatus(open.remove());
      Arrays.sort(found);
      for (FileStatus one : found) {
        if (one.isDirectory()) {
          open.add(one.getPath());
        } else if (isSource(one.getPath().getName())) {
          check(one.getLen());
          try (InputStream in = system.open(one.getPath())) {
            String name = root.toUri().relativize(one.getPath().toUri()).getPath();
            add(name, limited(in));
          }
        }
      }
    }
  }

  private void file(InputStream in, String name) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".gz") || lower.endsWith(".tgz")) {
      try (GZIPInputStream unpacked = new GZIPInputStream(in)) {
        if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
          archive(unpacked);
          return;
        }
        byte[] data = limited(unpacked);
        if (Tar.isTar(data)) {
          // papers are handed out as .gz whether they are one file or many
          archive(new ByteArrayInputStream(data));
        } else {
          add(name.substring(0, name.length() - 3), data);
        }
      }
    } else if (lower.endsWith(".tar")) {
      archive(in);
    } else {
      add(name, limited(in));
    }
  }

  private void archive(InputStream in) throws IOException {
    Tar tar = new Tar(in);
    while (tar.next()) {
      if (isSource(tar.name())) {
        check(tar.size());
        String name = tar.name();
        add(name.startsWith("./") ? name.substring(2) : name, tar.read());
      }
    }
  }

  private static boolean isSource(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return List.of(".tex", ".ltx", ".latex", ".inc", ".sty", ".def", ".txt").stream()
            .anyMatch(last::endsWith)
        || last.indexOf('.') < 0;
  }

  private byte[] limited(InputStream in) throws IOException {
    byte[] data = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
    check(data.length);
    return data;
  }

  private void check(long more) throws TooLargeException {
    if (held + more > limit) {
      throw new TooLargeException("over " + limit + " bytes of source");
    }
  }

  private void add(String name, byte[] data) {
    held += data.length;
    files.put(name, data);
  }

  /** The names of files that end in one of these. */
  static List<String> named(SortedMap<String, byte[]> files, String... endings) {
    List<String> names = new ArrayList<>();
    for (String name : files.keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (Arrays.stream(endings).anyMatch(lower::endsWith)) {
        names.add(name);
      }
    }
    return names;
  }
}
