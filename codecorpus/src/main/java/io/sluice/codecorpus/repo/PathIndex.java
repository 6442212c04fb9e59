package io.sluice.codecorpus.repo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds files of one repository by path, by folder and by the end of their path. Files are numbers:
 * places in the sorted list of paths. No look-up is longer than logarithmic in the number of files.
 */
final class PathIndex {
  /** An ending that more files share than this says nothing. */
  private static final int MAX_CANDIDATES = 16;

  private final List<String> paths;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, List<Integer>> folders = new HashMap<>();
  private final String[] reversed;

  PathIndex(List<String> sortedPaths) {
    this.paths = List.copyOf(sortedPaths);
    this.reversed = new String[paths.size()];
    for (int i = 0; i < reversed.length; i++) {
      String path = paths.get(i);
      exact.putIfAbsent(path, i);
      folders.computeIfAbsent(RepoFile.folder(path), key -> new ArrayList<>()).add(i);
      reversed[i] = reverse("/" + path);
    }
    Arrays.sort(reversed);
  }

  /** The file at exactly this path, or -1. */
  int exact(String path) {
    return exact.getOrDefault(path, -1);
  }

  /** The path of a file. */
  String path(int file) {
    return paths.get(file);
  }

  /** The files directly in a folder, in order. */
  List<Integer> folder(String folder) {
    return folders.getOrDefault(folder, List.of());
  }

  /**
   * The file whose path ends in {@code tail} and that is nearest to the file at {@code from}: below
   * the nearest of its folders that has one, else the one whose path shares most with it. -1 where
   * there is none, or too many to say.
   */
  int nearest(String from, String tail) {
    for (String folder = RepoFile.folder(from); ; folder = RepoFile.folder(folder)) {
      int found = exact(join(folder, tail));
      if (found >= 0 || folder.isEmpty()) {
        return found >= 0 ? found : elsewhere(from, tail);
      }
    }
  }

  private int elsewhere(String from, String tail) {
    String end = reverse("/" + tail);
    int at = Arrays.binarySearch(reversed, end);
    at = at < 0 ? -at - 1 : at;
    int best = -1;
    int shared = -1;
    for (int i = at; i < reversed.length && reversed[i].startsWith(end); i++) {
      if (i - at == MAX_CANDIDATES) {
        return -1;
      }
      int file = exact(reverse(reversed[i]).substring(1));
      int common = common(from, paths.get(file));
      if (common > shared || (common == shared && file < best)) {
        shared = common;
        best = file;
      }
    }
    return best;
  }

  private static int common(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  /** By UTF-16 unit, so that nothing is put together that was not a pair before. */
  private static String reverse(String text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = text.charAt(chars.length - 1 - i);
    }
    return new String(chars);
  }

  /** A path in a folder. */
  static String join(String folder, String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /** A relative path from a folder, {@code .} and {@code ..} worked out; null above the root. */
  static String resolve(String folder, String relative) {
    List<String> parts = new ArrayList<>();
    for (String part : (folder + "/" + relative).split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
