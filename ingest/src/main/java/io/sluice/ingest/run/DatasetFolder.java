package io.sluice.ingest.run;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.stage.Counts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A dataset on disk: a folder a part, named by the part's fingerprint, and a {@code manifest.json}
 * that says which parts make it now. A part without a manifest is what a failed run left; it is
 * removed and redone.
 */
public final class DatasetFolder {
  static final String MANIFEST = "manifest.json";

  private final String name;
  private final Path root;
  private final FileSystem files;

  DatasetFolder(String name, Path root, Configuration hadoop) throws IOException {
    this.name = name;
    this.files = Files.system(root, hadoop);
    this.root = files.makeQualified(root);
  }

  /** Writes the part's data files below a folder that is empty and returns what it counted. */
  @FunctionalInterface
  public interface Body {
    Counts write(Path folder) throws IOException;
  }

  /** The dataset's name. */
  public String name() {
    return name;
  }

  /** Where it stands. */
  public Path root() {
    return root;
  }

  /** The file system it stands on. */
  public FileSystem files() {
    return files;
  }

  /** What the dataset is made of, or nothing where it was never published. */
  public Optional<DatasetManifest> manifest() throws IOException {
    return read(new Path(root, MANIFEST), DatasetManifest.class);
  }

  /**
   * What the dataset is made of.
   *
   * @throws UserError where it was never published
   */
  public DatasetManifest published() throws IOException {
    return manifest()
        .orElseThrow(
            () ->
                new UserError(
                    root + ": no published dataset is there", "run the job that writes it first"));
  }

  /** The manifest of a part that is published as specified, or nothing where it must be made. */
  public Optional<PartManifest> find(PartSpec spec) throws IOException {
    return read(new Path(folder(spec.folder()), MANIFEST), PartManifest.class)
        .filter(found -> found.fingerprint().equals(spec.fingerprint()));
  }

  /** A part's folder by its name in a manifest. */
  public Path folder(String part) {
    return new Path(root, part);
  }

  /** Where the rows of a part that is one table stand, apart from its manifest. */
  public static Path table(Path part) {
    return new Path(part, "rows");
  }

  /**
   * Makes a part, after removing what a failed run left of it. The manifest is written after the
   * counts have passed the conservation law.
   */
  public PartManifest make(PartSpec spec, Body body) throws IOException {
    Path folder = folder(spec.folder());
    files.delete(folder, true);
    long start = System.nanoTime();
    Counts counts = body.write(folder);
    counts.check(name + "/" + spec.name());
    double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    PartManifest manifest = PartManifest.of(spec, spec.folder(), counts, size(folder), seconds);
    files.mkdirs(folder);
    Json.write(files, new Path(folder, MANIFEST), manifest);
    return manifest;
  }

  /** Publishes the dataset as made of these parts and removes the folders of superseded ones. */
  public DatasetManifest publish(List<PartManifest> parts) throws IOException {
    Counts counts = Counts.none();
    long bytes = 0;
    double seconds = 0;
    List<DatasetManifest.Part> shorts = new ArrayList<>();
    Set<String> current = new HashSet<>();
    for (PartManifest part : parts) {
      counts = counts.plus(part.counts());
      bytes += part.bytes();
      seconds += part.seconds();
      current.add(part.folder());
      shorts.add(
          new DatasetManifest.Part(part.part(), part.folder(), part.fingerprint(), part.counts()));
    }
    String fingerprint = Json.hash(parts.stream().map(PartManifest::fingerprint).toList());
    DatasetManifest manifest =
        new DatasetManifest(
            name, fingerprint, Document.SCHEMA_VERSION, shorts, counts, bytes, seconds);
    files.mkdirs(root);
    Json.write(files, new Path(root, MANIFEST), manifest);
    for (FileStatus entry : files.listStatus(root)) {
      if (entry.isDirectory() && !current.contains(entry.getPath().getName())) {
        files.delete(entry.getPath(), true);
      }
    }
    return manifest;
  }

  private <T> Optional<T> read(Path path, Class<T> type) throws IOException {
    try {
      return Optional.of(Json.read(files, path, type));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private long size(Path folder) throws IOException {
    return files.exists(folder) ? files.getContentSummary(folder).getLength() : 0;
  }
}
