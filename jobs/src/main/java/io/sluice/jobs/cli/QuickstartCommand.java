package io.sluice.jobs.cli;

import io.sluice.jobs.quickstart.Sample;
import io.sluice.jobs.wiring.Jobs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A first run on a real sample. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description =
        "Fetches a real sample with Maven, runs every job of conf/quickstart.yaml, says what came out.")
final class QuickstartCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Override
  public Integer call() throws Exception {
    Path home = Path.of(System.getenv().getOrDefault("SLUICE_HOME", "."));
    if (options.out.equals("runs/default")) {
      options.out = home.resolve("runs/quickstart").toString();
    }
    if (options.config == null) {
      options.config = home.resolve("conf/quickstart.yaml");
    }
    Sample sample =
        new Sample(Path.of(options.out, "sources"), home.resolve("conf/quickstart/pom.xml"));
    if (!sample.isMade()) {
      System.err.println("sluice: fetching the sample (about 90 MB, once)");
      sample.make();
    }
    Runner.run(options, Jobs.all());
    return 0;
  }
}
