package io.sluice.jobs.wiring;

import java.io.IOException;

/** One node of the graph. */
public interface Job {
  /** Its name: the subcommand, the section of the pipeline, the dataset. */
  String name();

  /** What it does, in one line. */
  String description();

  /**
   * Looks at what the job will read and does nothing: called for every job of a run before the
   * first one starts.
   *
   * @throws io.sluice.ingest.config.UserError if an input or a file of settings is not as it should
   *     be
   */
  default void check(JobContext context) throws IOException {}

  /**
   * Does what is missing and publishes the dataset.
   *
   * @throws IOException where storage fails; bad input is rejected and counted instead
   */
  JobResult run(JobContext context) throws IOException;
}
