package io.sluice.jobs.cli;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.ContractViolation;
import java.io.PrintStream;

/** Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 data contract broken. */
final class Exit {
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int CONTRACT = 3;

  private Exit() {}

  /** Says what went wrong and gives the code; a stack trace is printed for our own errors alone. */
  static int of(Throwable error, PrintStream err) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError user) {
        err.println("sluice: " + user.getMessage());
        err.println("  remedy: " + user.remedy());
        return USAGE;
      }
      if (cause instanceof ContractViolation violation) {
        err.println("sluice: data contract broken: " + violation.getMessage());
        return CONTRACT;
      }
    }
    err.println("sluice: failed: " + error);
    error.printStackTrace(err);
    return FAILED;
  }
}
