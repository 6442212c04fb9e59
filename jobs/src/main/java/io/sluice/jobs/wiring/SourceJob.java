package io.sluice.jobs.wiring;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.spark.JudgedWriter;
import io.sluice.ingest.spark.SourceStage;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/**
 * A job that reads sources to documents. Its parts are slices of the inputs, each published on its
 * own: a failure costs one part, new inputs add parts.
 */
abstract class SourceJob implements Job {

  /** How a source job is set. */
  record Settings(
      List<Input> inputs,
      int itemsPerPart,
      double maxFailed,
      Kind kind,
      Object fingerprinted,
      DocumentSource source) {}

  /** The settings, or null where the pipeline has no such section. */
  abstract Settings settings(JobContext context) throws IOException;

  /** The items that a path holds. */
  abstract List<InputItem> find(String source, String path, JobContext context) throws IOException;

  /** The stage's id with its behaviour version. */
  abstract String stage();

  @Override
  public void check(JobContext context) throws IOException {
    Settings settings = settings(context);
    if (settings != null) {
      for (Input input : settings.inputs()) {
        for (String path : input.paths()) {
          if (!comesOfCrawl(path, context)) {
            find(input.name(), path, context);
          }
        }
      }
    }
  }

  /** Whether a path lies where this run's crawl writes: nothing need be there yet. */
  private static boolean comesOfCrawl(String path, JobContext context) {
    String folder = CrawlJob.warcs(context.run()).toUri().getPath();
    return context.pipeline().crawl() != null
        && (new Path(path).toUri().getPath() + "/").startsWith(folder + "/");
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    Settings settings = settings(context);
    if (settings == null || settings.inputs().isEmpty()) {
      return JobResult.skipped(name(), "no " + name() + " inputs are configured");
    }
    List<JobContext.Part> parts = new ArrayList<>();
    // Paths of an input may overlap; what they share is read once.
    Set<InputItem> seen = new HashSet<>();
    for (Input input : settings.inputs()) {
      List<InputItem> items = items(input, context).stream().filter(seen::add).toList();
      for (int from = 0; from < items.size(); from += settings.itemsPerPart()) {
        List<InputItem> slice =
            items.subList(from, Math.min(items.size(), from + settings.itemsPerPart()));
        parts.add(part(settings, input.name(), from / settings.itemsPerPart(), slice));
      }
    }
    return context.publish(name(), parts);
  }

  private List<InputItem> items(Input input, JobContext context) throws IOException {
    List<InputItem> items = new ArrayList<>();
    for (String path : input.paths()) {
      items.addAll(find(input.name(), path, context));
    }
    return items;
  }

  private JobContext.Part part(Settings settings, String input, int number, List<InputItem> slice) {
    String folderName = input.replaceAll("[^A-Za-z0-9]", "-");
    String partName =
        (folderName.startsWith("-") ? "in" : "")
            + folderName
            + String.format(Locale.ROOT, "-%05d", number);
    return new JobContext.Part(
        new PartSpec(partName, stage(), settings.fingerprinted(), slice),
        slice.stream().mapToLong(InputItem::bytes).sum(),
        (spark, folder, meter) ->
            JudgedWriter.write(
                SourceStage.read(spark, slice, settings.source(), settings.kind(), meter),
                folder,
                settings.maxFailed()));
  }
}
