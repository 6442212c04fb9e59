package io.sluice.jobs.wiring;

import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.PartManifest;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.spark.Meter;
import io.sluice.ingest.stage.Counts;
import io.sluice.jobs.session.MagicCommit;
import io.sluice.jobs.session.Progress;
import io.sluice.jobs.session.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What a job is given.
 *
 * @param run the run folder that it reads from and publishes to
 * @param pipeline the whole configuration
 * @param session the session, started on first use
 * @param console where progress goes
 * @param terminal whether the console is one
 */
public record JobContext(
    RunFolder run, Pipeline pipeline, Session session, PrintStream console, boolean terminal) {

  /** Writes a part's data; the meter feeds the display. */
  @FunctionalInterface
  interface PartBody {
    Counts write(SparkSession spark, Path folder, Meter meter) throws IOException;
  }

  /** A part and how to make it. */
  record Part(PartSpec spec, long inputBytes, PartBody body) {}

  /** Makes the parts that are missing, publishes the dataset as made of these parts. */
  JobResult publish(String dataset, List<Part> parts) throws IOException {
    DatasetFolder folder = run.dataset(dataset);
    List<PartManifest> manifests = new ArrayList<>();
    int made = 0;
    for (Part part : parts) {
      Optional<PartManifest> found = folder.find(part.spec());
      manifests.add(found.isPresent() ? found.get() : make(folder, part));
      made += found.isPresent() ? 0 : 1;
    }
    return published(dataset, manifests, made);
  }

  /**
   * Publishes the dataset as made of these parts.
   *
   * @param made how many of them were made now
   */
  JobResult published(String dataset, List<PartManifest> manifests, int made) throws IOException {
    DatasetFolder folder = run.dataset(dataset);
    Optional<DatasetManifest> before = folder.manifest();
    if (made == 0 && before.isPresent() && sameParts(before.get(), manifests)) {
      return new JobResult(dataset, JobResult.Status.UNCHANGED, "unchanged", before.get());
    }
    DatasetManifest manifest = folder.publish(manifests);
    String note =
        made == manifests.size() ? "" : made + " of " + manifests.size() + " parts made anew";
    return new JobResult(dataset, JobResult.Status.DONE, note, manifest);
  }

  /** Makes a part while its progress is shown. */
  PartManifest make(DatasetFolder folder, Part part) throws IOException {
    SparkSession spark = session.spark();
    Meter meter = Meter.start(spark.sparkContext());
    return watched(
        folder.name() + "/" + part.spec().name(),
        meter,
        part.inputBytes(),
        () -> folder.make(part.spec(), path -> written(part, spark, path, meter)));
  }

  private Counts written(Part part, SparkSession spark, Path path, Meter meter) throws IOException {
    Counts counts = part.body().write(spark, path, meter);
    Path table = DatasetFolder.table(path);
    boolean isTable = table.getFileSystem(run.hadoop()).exists(table);
    MagicCommit.check(isTable ? table : path, run.hadoop());
    return counts;
  }

  /** Work that shows its progress. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does work while its progress is shown.
   *
   * @param meter what the work adds to, or null
   * @param inputBytes bytes to be read in all, 0 where unknown
   */
  <T> T watched(String name, Meter meter, long inputBytes, Work<T> work) throws IOException {
    Progress progress =
        new Progress(console, terminal, name, session.spark().sparkContext(), meter, inputBytes);
    try {
      return work.run();
    } finally {
      progress.close();
    }
  }

  private static boolean sameParts(DatasetManifest manifest, List<PartManifest> parts) {
    return manifest.parts().stream()
        .map(DatasetManifest.Part::folder)
        .toList()
        .equals(parts.stream().map(PartManifest::folder).toList());
  }
}
