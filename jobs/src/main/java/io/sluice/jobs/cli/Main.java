package io.sluice.jobs.cli;

import io.sluice.jobs.wiring.Job;
import io.sluice.jobs.wiring.Jobs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The {@code sluice} command. */
@Command(
    name = "sluice",
    description = "Turns a raw crawl, code, books and papers into a training corpus.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      QuickstartCommand.class,
      RunCommand.class,
      PlanCommand.class,
      VerifyCommand.class,
      InspectCommand.class,
      ExtractCommand.class,
      ConfigCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandSpec spec;

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"sluice " + (version == null ? "unpackaged" : version)};
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /** Runs a command; exits the JVM where it did not end well. */
  public static void main(String[] arguments) {
    int code = execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command and gives its exit code. */
  static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    for (Job job : Jobs.all()) {
      CommandSpec command =
          job.name().equals("dedup") ? new DedupCommand(job).spec() : new JobCommand(job).spec();
      if (job.name().equals("synth")) {
        CommandSpec group = CommandSpec.create().mixinStandardHelpOptions(true);
        group.usageMessage().description("What a language model writes, verified.");
        command = group.addSubcommand("reasoning", command);
      }
      line.addSubcommand(job.name(), command);
    }
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((error, at, parsed) -> Exit.of(error, System.err));
    return line.execute(arguments);
  }
}
