package io.sluice.ingest.stage;

/** Data that breaks a contract of Sluice's: exit code 3. Always an error of ours or of a disk. */
public final class ContractViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A violation, saying what was expected and what was found. */
  public ContractViolation(String message) {
    super(message);
  }
}
