package io.sluice.ingest.run;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import java.util.List;

/**
 * What a part holds and how it came to be. Written last, it publishes the part.
 *
 * @param part the part's name
 * @param folder its folder within the dataset
 * @param stage the stage's id with its version
 * @param fingerprint hash over stage, configuration and inputs
 * @param config the effective configuration
 * @param configHash hash of the configuration alone
 * @param codeVersion version of Sluice that wrote it
 * @param schemaVersion version of the document's columns
 * @param inputs what was read
 * @param counts what came in and what became of it
 * @param bytes bytes of all data files
 * @param seconds wall-clock time it took
 */
public record PartManifest(
    String part,
    String folder,
    String stage,
    String fingerprint,
    Object config,
    String configHash,
    String codeVersion,
    int schemaVersion,
    List<InputItem> inputs,
    Counts counts,
    long bytes,
    double seconds) {

  /** The manifest of a part that stands in a folder of this name. */
  public static PartManifest of(
      PartSpec spec, String folder, Counts counts, long bytes, double seconds) {
    String version = PartManifest.class.getPackage().getImplementationVersion();
    return new PartManifest(
        spec.name(),
        folder,
        spec.stage(),
        spec.fingerprint(),
        spec.config(),
        Json.hash(spec.config()),
        version == null ? "unpackaged" : version,
        Document.SCHEMA_VERSION,
        spec.inputs(),
        counts,
        bytes,
        seconds);
  }
}
