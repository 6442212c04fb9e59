package io.sluice.jobs.cli;

import io.sluice.jobs.wiring.Job;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** One job as a subcommand: the pipeline with this job alone. */
@Command(mixinStandardHelpOptions = true)
final class JobCommand implements Callable<Integer> {
  private final Job job;
  @Mixin private CommonOptions options;

  JobCommand(Job job) {
    this.job = job;
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(this).name(job.name());
    spec.usageMessage().description(job.description());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    Runner.run(options, List.of(job));
    return 0;
  }
}
