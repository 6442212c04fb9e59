package io.sluice.jobs.cli;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.Json;
import io.sluice.ingest.run.RunFolder;
import io.sluice.jobs.session.Session;
import io.sluice.jobs.wiring.Inspection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run or dataset holds, and a document's whole story. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Shows a dataset's counts, or with --id a document's whole story in its run.")
final class InspectCommand implements Callable<Integer> {
  private static final int TEXT_SHOWN = 2000;

  @Parameters(paramLabel = "DATASET", description = "A run folder, or a dataset's within it.")
  private String folder;

  @Option(names = "--id", paramLabel = "ID", description = "A document's id: 32 hex digits.")
  private String id;

  @Option(names = "--master", paramLabel = "MASTER", description = "Spark master (local[*]).")
  private String master;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path path = Runner.path(folder);
    RunFolder within = new RunFolder(path.getParent(), Session.hadoop());
    boolean isDataset = within.dataset(path.getName()).manifest().isPresent();
    if (id == null) {
      if (!isDataset) {
        throw new UserError(
            folder + ": no published dataset is there",
            "name a dataset such as " + folder + "/web, or give --id");
      }
      DatasetManifest manifest = within.dataset(path.getName()).published();
      System.out.print(Json.pretty(json ? manifest : manifest.counts()));
      return 0;
    }
    RunFolder run = isDataset ? within : new RunFolder(path, Session.hadoop());
    try (Session session = new Session("sluice inspect", master, false)) {
      List<Map<String, Object>> story = new Inspection(session.spark(), run).story(id);
      if (story.isEmpty()) {
        throw new UserError(
            run.root() + ": knows no document " + id, "check the id; it has 32 hex digits");
      }
      if (json) {
        System.out.print(Json.pretty(story));
      } else {
        story.forEach(InspectCommand::print);
      }
    }
    return 0;
  }

  private static void print(Map<String, Object> entry) {
    entry.forEach(
        (name, value) -> {
          if (name.equals("where")) {
            System.out.println("== " + value);
          } else if (name.equals("text")) {
            String text = value.toString();
            System.out.println(
                "  text ("
                    + text.length()
                    + " characters)\n    "
                    + text.substring(0, Math.min(text.length(), TEXT_SHOWN))
                        .replace("\n", "\n    "));
          } else {
            System.out.println("  " + name + ": " + value);
          }
        });
  }
}
