package io.sluice.ingest.run;

import io.sluice.ingest.stage.Counts;
import java.util.List;

/**
 * What a dataset is made of now.
 *
 * @param dataset its name
 * @param fingerprint hash over its parts' fingerprints: what reads the dataset depends on it
 * @param schemaVersion version of the document's columns
 * @param parts its parts, in order
 * @param counts sums over the parts
 * @param bytes bytes of all data files
 * @param seconds wall-clock time of all parts together
 */
public record DatasetManifest(
    String dataset,
    String fingerprint,
    int schemaVersion,
    List<Part> parts,
    Counts counts,
    long bytes,
    double seconds) {

  public DatasetManifest {
    parts = List.copyOf(parts);
  }

  /** A part in short; its own manifest tells the rest. */
  public record Part(String part, String folder, String fingerprint, Counts counts) {}
}
