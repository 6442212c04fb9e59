package io.sluice.ingest.config;

import java.util.List;
import java.util.stream.Collectors;

/** Every mistake found in a configuration, reported together. */
public final class ConfigError extends UserError {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigError(List<Problem> problems) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")),
        problems.size() == 1 ? "mend it and start again" : "mend these and start again");
    this.problems = List.copyOf(problems);
  }

  /** The mistakes, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
