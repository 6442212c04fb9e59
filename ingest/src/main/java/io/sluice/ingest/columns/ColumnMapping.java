package io.sluice.ingest.columns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which columns of a table (or fields of a line) make a document. Our names are {@code text},
 * {@code id}, {@code url}, {@code date} and {@code path}; every other name is kept in the
 * document's meta under that name. A column within a column is written with dots.
 *
 * <p>What is not given is found by the names that FineWeb and FineWeb-2 (Hugging Face data cards)
 * and Sluice's own documents use.
 *
 * @param given column by our name, as configured; empty for the usual names alone
 */
public record ColumnMapping(Map<String, String> given) implements Serializable {
  /** The usual names alone. */
  public static final ColumnMapping USUAL = new ColumnMapping(Map.of());

  static final String TEXT = "text";
  static final String ID = "id";
  static final String URL = "url";
  static final String DATE = "date";
  static final String PATH = "path";

  /** Usual columns by our name, the first one that is there counting. */
  private static final Map<String, List<String>> USUAL_NAMES = usual();

  public ColumnMapping {
    given = new TreeMap<>(given);
    given.forEach(
        (ours, column) -> {
          if (ours.isBlank() || column == null || column.isBlank()) {
            throw new IllegalArgumentException(
                "columns: got " + ours + ": " + column + ", allowed: a name and a column");
          }
        });
  }

  private static Map<String, List<String>> usual() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put(TEXT, List.of("text"));
    names.put(ID, List.of("id"));
    names.put(URL, List.of("url"));
    names.put(DATE, List.of("date", "timestamp"));
    names.put(PATH, List.of("file_path", "path"));
    for (String meta :
        List.of(
            "title",
            "dump",
            "language",
            "language_script",
            "language_score",
            "minhash_cluster_size",
            "top_langs",
            "wordlist_ratio",
            "token_count")) {
      names.put(meta, List.of(meta));
    }
    return names;
  }

  /** Our names, and for each the columns that may hold it. */
  Map<String, List<String>> candidates() {
    Map<String, List<String>> names = new LinkedHashMap<>(USUAL_NAMES);
    given.forEach((ours, column) -> names.put(ours, List.of(column)));
    return names;
  }

  /**
   * The columns to read of a table.
   *
   * @param columns the table's columns, those within others with dots
   * @return column by our name; {@code text} is among them
   * @throws IllegalArgumentException where a configured column, or any text, is not there; it names
   *     the columns that are
   */
  Map<String, String> resolve(Collection<String> columns) {
    List<String> missing = new ArrayList<>();
    Map<String, String> found = new LinkedHashMap<>();
    candidates()
        .forEach(
            (ours, names) -> {
              for (String name : names) {
                if (columns.contains(name)) {
                  found.putIfAbsent(ours, name);
                }
              }
              if (!found.containsKey(ours) && (given.containsKey(ours) || ours.equals(TEXT))) {
                missing.add(String.join(" or ", names) + " (for " + ours + ")");
              }
            });
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "no column " + String.join(", ", missing) + "; there are " + String.join(", ", columns));
    }
    return found;
  }
}
