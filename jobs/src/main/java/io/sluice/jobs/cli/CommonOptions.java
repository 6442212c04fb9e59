package io.sluice.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that every job takes. */
final class CommonOptions {
  @Option(
      names = "--in",
      paramLabel = "PATH",
      description = "Input in place of the configured ones: files, globs or folders. Repeatable.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "RUN",
      description = "The run folder that datasets are read from and written to (runs/default).")
  String out = "runs/default";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Pipeline YAML; see conf/pipeline.yaml for every key.")
  Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Overrides one key of the pipeline, for example web.files_per_part=2. Repeatable.")
  List<String> overrides = new ArrayList<>();

  @Option(
      names = "--master",
      paramLabel = "MASTER",
      description = "Spark master where spark-submit gives none (local[*]).")
  String master;

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;
}
