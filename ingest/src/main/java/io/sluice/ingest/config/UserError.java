package io.sluice.ingest.config;

/**
 * A mistake that the user can mend: shown as a message and a remedy, exit code 2, no stack trace.
 */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param message what is wrong, naming the file, key and value
   * @param remedy what to do about it, in one line
   */
  public UserError(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public final String remedy() {
    return remedy;
  }
}
