package io.sluice.filters.rule;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The user's lists of addresses and words, as sorted 64-bit hashes: eight bytes an entry, so that a
 * list of millions travels to the tasks. Two entries of one hash would block each other's pages; in
 * a list of five million that is to be met once in 3.7 million million addresses.
 */
final class BlockLists implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] places;
  private final long[] addressWords;
  private final long[] words;

  private BlockLists(long[] places, long[] addressWords, long[] words) {
    this.places = places;
    this.addressWords = addressWords;
    this.words = words;
  }

  /**
   * Reads the lists.
   *
   * @throws UserError if a file cannot be read
   */
  static BlockLists load(List<String> urlFiles, List<String> wordFiles) {
    List<String> urls = lines("blocked_urls", urlFiles);
    return new BlockLists(
        hashes(urls.stream().filter(line -> !line.startsWith("*")).map(BlockLists::plain).toList()),
        hashes(
            urls.stream()
                .filter(line -> line.startsWith("*"))
                .map(line -> line.substring(1).strip())
                .toList()),
        hashes(lines("blocked_words", wordFiles)));
  }

  private static List<String> lines(String key, List<String> files) {
    return files.stream()
        .flatMap(file -> read(key, file).stream())
        .map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> read(String key, String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new UserError(
          key + ": " + file + " cannot be read (" + e + ")", "name a file of UTF-8 lines");
    }
  }

  private static long[] hashes(List<String> entries) {
    LongStream hashes = entries.stream().mapToLong(e -> Characters.hash(e, 0, e.length()));
    return hashes.distinct().sorted().toArray();
  }

  /** Without scheme, {@code www.}, port, user, query and a slash at the end. */
  private static String plain(String url) {
    String rest = url.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("[?#].*", "");
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    host = host.substring(host.lastIndexOf('@') + 1).replaceFirst(":[0-9]*$", "");
    String path = slash < 0 ? "" : rest.substring(slash).replaceFirst("/+$", "");
    return (host.startsWith("www.") ? host.substring(4) : host) + path;
  }

  /** The entry that blocks an address, null for none. */
  String blocking(String url) {
    if (url == null || (places.length == 0 && addressWords.length == 0)) {
      return null;
    }
    String plain = plain(url.toLowerCase(Locale.ROOT));
    int slash = plain.indexOf('/');
    int hostEnd = slash < 0 ? plain.length() : slash;
    for (int start = 0; start < hostEnd; start = nextLabel(plain, start, hostEnd)) {
      for (int end = hostEnd; end <= plain.length(); end = nextFolder(plain, end)) {
        if (contains(places, plain, start, end)) {
          return plain.substring(start, end);
        }
      }
    }
    return blockingWord(plain);
  }

  private static int nextLabel(String host, int start, int end) {
    int dot = host.indexOf('.', start);
    return dot < 0 || dot >= end ? end : dot + 1;
  }

  private static int nextFolder(String url, int end) {
    if (end == url.length()) {
      return end + 1;
    }
    int slash = url.indexOf('/', end + 1);
    return slash < 0 ? url.length() : slash;
  }

  private String blockingWord(String url) {
    int start = 0;
    for (int at = 0; at <= url.length(); at++) {
      if (at == url.length() || !Character.isLetterOrDigit(url.charAt(at))) {
        if (at > start && contains(addressWords, url, start, at)) {
          return "*" + url.substring(start, at);
        }
        start = at + 1;
      }
    }
    return null;
  }

  /** Whether there is a list of words. */
  boolean hasWords() {
    return words.length > 0;
  }

  /** Whether a word is on the list, whatever its case. */
  boolean holdsWord(String text, int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    return contains(words, word, 0, word.length());
  }

  private static boolean contains(long[] sorted, String text, int start, int end) {
    return sorted.length > 0 && Arrays.binarySearch(sorted, Characters.hash(text, start, end)) >= 0;
  }
}
