package io.sluice.jobs.cli;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.run.Json;
import io.sluice.ingest.run.RunFolder;
import io.sluice.jobs.session.Session;
import io.sluice.jobs.wiring.InventoryJob;
import io.sluice.jobs.wiring.Job;
import io.sluice.jobs.wiring.JobContext;
import io.sluice.jobs.wiring.JobResult;
import io.sluice.jobs.wiring.Jobs;
import io.sluice.jobs.wiring.Pipeline;
import io.sluice.jobs.wiring.Recipes;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.Planner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads the pipeline, runs jobs in order, prints what came of them. */
final class Runner {
  private Runner() {}

  /** Runs the jobs and gives their results, in order. */
  static List<JobResult> run(CommonOptions options, List<Job> asked) throws IOException {
    Pipeline pipeline = pipeline(options);
    List<Job> jobs = asked;
    if (!options.inputs.isEmpty()) {
      jobs = Jobs.reading(asked);
      pipeline = pipeline.withInputs(jobs.stream().map(Job::name).toList(), options.inputs);
    }
    List<JobResult> results = new ArrayList<>();
    boolean terminal = Boolean.getBoolean("sluice.terminal");
    try (Session session =
        new Session("sluice", options.master, options.out.startsWith("s3a://"))) {
      JobContext context =
          new JobContext(runFolder(options), pipeline, session, System.err, terminal);
      for (Job job : jobs) {
        job.check(context);
      }
      for (Job job : jobs) {
        JobResult result = job.run(context);
        results.add(result);
        if (!options.json) {
          System.err.println(RunReport.line(result));
        }
      }
      if (results.stream().noneMatch(r -> r.status() == JobResult.Status.DONE)) {
        System.err.println("Nothing was left to do.");
      }
      if (options.json) {
        System.out.print(Json.pretty(results));
      } else {
        System.out.print(RunReport.text(context.run(), plan(context, results), results));
      }
    }
    return results;
  }

  /** The plan that the mix followed, or null where there was no mix. */
  private static Plan plan(JobContext context, List<JobResult> results) throws IOException {
    boolean mixed = results.stream().anyMatch(r -> r.job().equals("mix") && r.manifest() != null);
    return mixed
        ? Planner.plan(
            Recipes.load(context.pipeline().mix()),
            InventoryJob.read(context.run().dataset("inventory")))
        : null;
  }

  /** The pipeline of the options as a job alone sees it. */
  static Pipeline pipeline(CommonOptions options, Job job) {
    Pipeline pipeline = pipeline(options);
    return options.inputs.isEmpty()
        ? pipeline
        : pipeline.withInputs(List.of(job.name()), options.inputs);
  }

  /** The pipeline of the options, with its variables. */
  static Pipeline pipeline(CommonOptions options) {
    return Config.load(Pipeline.class, options.config, options.overrides, variables(options));
  }

  private static Map<String, String> variables(CommonOptions options) {
    String home = System.getenv().getOrDefault("SLUICE_HOME", ".");
    return Map.of("run", options.out, "home", home);
  }

  /** The run folder of the options; a path without scheme is local. */
  static RunFolder runFolder(CommonOptions options) {
    return new RunFolder(path(options.out), Session.hadoop());
  }

  /** A Hadoop path of what a user wrote; without scheme it is a local file. */
  static org.apache.hadoop.fs.Path path(String given) {
    return given.matches("[a-z][a-z0-9+.-]+:/.*")
        ? new org.apache.hadoop.fs.Path(given)
        : new org.apache.hadoop.fs.Path(
            "file", null, Path.of(given).toAbsolutePath().normalize().toString());
  }
}
