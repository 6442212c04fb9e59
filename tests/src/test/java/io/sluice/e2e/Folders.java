package io.sluice.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whole folders: copied, removed, and compared by what changed in them. */
public final class Folders {
  private Folders() {}

  /** Copies a folder with the times of its files to a place where nothing is. */
  static void copy(Path from, Path to) throws IOException {
    for (Path path : walk(from)) {
      Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** Removes a folder that may not be there. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all = walk(folder);
      all.sort(Comparator.reverseOrder());
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }

  /** Each file's size and time of change, by its path below the folder. */
  public static Map<String, String> times(Path folder) throws IOException {
    Map<String, String> times = new TreeMap<>();
    for (Path path : walk(folder)) {
      if (Files.isRegularFile(path)) {
        times.put(
            folder.relativize(path).toString(),
            Files.size(path) + " bytes, " + Files.getLastModifiedTime(path));
      }
    }
    return times;
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return new ArrayList<>(paths.sorted().toList());
    }
  }
}
