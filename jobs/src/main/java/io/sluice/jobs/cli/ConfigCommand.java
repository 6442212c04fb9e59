package io.sluice.jobs.cli;

import io.sluice.ingest.config.Reference;
import io.sluice.ingest.config.UserError;
import io.sluice.jobs.wiring.Pipeline;
import io.sluice.mixer.plan.Recipe;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Every key of the configuration, as YAML to start from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Prints every key of a pipeline or recipe, with what it means and its preset.")
final class ConfigCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      defaultValue = "pipeline",
      description = "pipeline (where nothing is given) or recipe.")
  private String what;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(text(what));
    spec.commandLine().getOut().flush();
    return 0;
  }

  /**
   * The text for a pipeline or a recipe.
   *
   * @throws UserError for any other word
   */
  static String text(String what) {
    return switch (what) {
      case "pipeline" ->
          """
          # Every key of a pipeline with its preset; ./sluice config prints this.
          # What is commented out is absent by preset: take "# " away from a whole section to have
          # it, and write your values for <...>. Text may hold ${run}, the run folder, and ${home},
          # where Sluice is.

          """
              + Reference.yaml(Pipeline.class);
      case "recipe" ->
          """
          # Every key of a recipe with its preset; ./sluice config recipe prints this. What is
          # commented out has to be given; conf/recipes/glm-4.5.yaml is a whole one.

          """
              + Reference.yaml(Recipe.class);
      default ->
          throw new UserError(
              "config: got '" + what + "'", "allowed: pipeline, recipe, or nothing for pipeline");
    };
  }
}
