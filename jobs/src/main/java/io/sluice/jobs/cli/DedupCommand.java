package io.sluice.jobs.cli;

import io.sluice.dedup.explain.SideBySide;
import io.sluice.ingest.config.UserError;
import io.sluice.jobs.session.Session;
import io.sluice.jobs.wiring.Explanation;
import io.sluice.jobs.wiring.Job;
import io.sluice.jobs.wiring.JobContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Deduplication as a subcommand, with a look at what it found. */
@Command(mixinStandardHelpOptions = true)
final class DedupCommand implements Callable<Integer> {
  private static final int COLUMN = 60;
  private static final int LINES = 24;

  private final Job job;
  @Mixin private CommonOptions options;

  @Option(
      names = "--explain",
      paramLabel = "N",
      description =
          "Then print N clusters: what stays beside the removed document least like it, the words"
              + " that differ in brackets.")
  private int explain;

  DedupCommand(Job job) {
    this.job = job;
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(this).name(job.name());
    spec.usageMessage().description(job.description());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    if (explain < 0) {
      throw new UserError("--explain: got " + explain, "give 1 or more");
    }
    Runner.run(options, List.of(job));
    if (explain == 0) {
      return 0;
    }
    try (Session session =
        new Session("sluice dedup --explain", options.master, options.out.startsWith("s3a://"))) {
      JobContext context =
          new JobContext(
              Runner.runFolder(options), Runner.pipeline(options, job), session, System.err, false);
      for (List<String> cluster :
          Explanation.of(context, new SideBySide(COLUMN, LINES)).clusters(explain)) {
        cluster.forEach(System.out::println);
        System.out.println();
      }
    }
    return 0;
  }
}
