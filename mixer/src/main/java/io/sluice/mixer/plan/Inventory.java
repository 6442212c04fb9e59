package io.sluice.mixer.plan;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the corpus holds: documents, tokens and bytes by kind, source, language, quality, tier,
 * length and duplicate-cluster size, with the cut points that put each document there. Its size
 * depends on the number of sources and languages, not on the number of documents; it is read
 * without Spark.
 *
 * @param format version of this file's form, 1
 * @param spec how it was measured
 * @param languages the languages told apart, sorted
 * @param percentiles cut points of each score in each population, sorted
 * @param uncounted documents left out because their tokens were never counted
 * @param cells sorted by key, each key once
 */
public record Inventory(
    int format,
    InventorySpec spec,
    List<String> languages,
    List<Percentiles> percentiles,
    long uncounted,
    List<Cell> cells) {
  /** The form this version writes. */
  public static final int FORMAT = 1;

  public Inventory {
    if (format != FORMAT) {
      throw new IllegalArgumentException("format: got " + format + ", allowed " + FORMAT);
    }
    Objects.requireNonNull(spec, "spec");
    languages = languages.stream().sorted().toList();
    percentiles =
        percentiles.stream()
            .sorted(Comparator.comparing(Percentiles::score).thenComparing(Percentiles::group))
            .toList();
    SortedMap<CellKey, Cell> byKey = new TreeMap<>();
    for (Cell cell : cells) {
      if (byKey.put(cell.key(), cell) != null) {
        throw new IllegalArgumentException("cells: " + cell.key() + " stands twice");
      }
    }
    cells = List.copyOf(byKey.values());
  }

  /** An inventory of the present form. */
  public static Inventory of(
      InventorySpec spec,
      List<String> languages,
      List<Percentiles> percentiles,
      long uncounted,
      List<Cell> cells) {
    return new Inventory(FORMAT, spec, languages, percentiles, uncounted, cells);
  }

  /** Puts documents into the cells of this inventory. */
  public Classifier classifier() {
    return new Classifier(spec, languages, percentiles);
  }

  /** All documents. */
  public long documents() {
    return cells.stream().mapToLong(Cell::documents).sum();
  }

  /** All tokens. */
  public long tokens() {
    return cells.stream().mapToLong(Cell::tokens).sum();
  }

  /** Writes it as JSON; the stream is left open. */
  public void write(OutputStream out) throws IOException {
    out.write(InventoryJson.text(this));
  }

  /**
   * Reads what {@link #write} wrote; the stream is left open.
   *
   * @param name what to call it in errors
   * @throws UserError where it is no inventory of a form this version knows
   */
  public static Inventory read(InputStream in, String name) throws IOException {
    return InventoryJson.parse(in.readAllBytes(), name);
  }

  /** Writes a local file. */
  public void write(Path file) throws IOException {
    Files.write(file, InventoryJson.text(this));
  }

  /** Reads a local file; see {@link #read(InputStream, String)}. */
  public static Inventory read(Path file) throws IOException {
    return InventoryJson.parse(Files.readAllBytes(file), file.toString());
  }
}
