package io.sluice.jobs.wiring;

import io.sluice.ingest.run.DatasetManifest;

/**
 * How a job ended.
 *
 * @param job its name
 * @param status whether anything was done
 * @param note what a person should know: why it was skipped, how many parts were redone
 * @param manifest the dataset as published, or null where it was skipped
 */
public record JobResult(String job, Status status, String note, DatasetManifest manifest) {

  /** Whether anything was done. */
  public enum Status {
    /** Parts were made. */
    DONE,
    /** Everything was there already. */
    UNCHANGED,
    /** Not run: not configured, or it needs something that is not. */
    SKIPPED
  }

  static JobResult skipped(String job, String why) {
    return new JobResult(job, Status.SKIPPED, why, null);
  }
}
