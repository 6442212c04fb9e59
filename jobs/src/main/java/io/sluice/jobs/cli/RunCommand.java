package io.sluice.jobs.cli;

import io.sluice.ingest.config.UserError;
import io.sluice.jobs.wiring.Job;
import io.sluice.jobs.wiring.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole graph, or a part of it. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the whole graph of a pipeline, skipping what is done.")
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PIPELINE", description = "Pipeline YAML.")
  private Path pipeline;

  @Option(names = "--only", split = ",", paramLabel = "JOB", description = "These jobs alone.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--from", paramLabel = "JOB", description = "This job and those after it.")
  private String from;

  @Mixin private CommonOptions options;

  @Override
  public Integer call() throws Exception {
    options.config = pipeline;
    Runner.run(options, chosen());
    return 0;
  }

  private List<Job> chosen() {
    List<Job> all = Jobs.all();
    List<String> names = all.stream().map(Job::name).toList();
    List<String> asked = new ArrayList<>(only);
    if (from != null) {
      asked.add(from);
    }
    for (String name : asked) {
      if (!names.contains(name)) {
        throw new UserError(
            "there is no job '" + name + "'", "jobs are: " + String.join(", ", names));
      }
    }
    int first = from == null ? 0 : names.indexOf(from);
    return all.stream()
        .skip(first)
        .filter(job -> only.isEmpty() || only.contains(job.name()))
        .toList();
  }
}
