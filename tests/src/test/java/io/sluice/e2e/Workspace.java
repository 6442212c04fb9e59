package io.sluice.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * {@code tests/target/e2e}: the corpus and one finished run of it, made once for all tests that ask
 * for a {@link Workspace.Finished} parameter. The run folder stays for the Python tests.
 */
public final class Workspace implements ParameterResolver {

  /**
   * What is there.
   *
   * @param root the folder
   * @param corpus what the run read
   * @param sluice starts more processes
   * @param run the run's folder
   * @param ended how the run ended
   * @param sums the checksums of its shards, empty where it failed
   */
  public record Finished(
      Path root,
      Corpus corpus,
      Sluice sluice,
      Path run,
      Sluice.Ended ended,
      Map<String, String> sums) {

    /** A folder for another run, which is not there yet. */
    public Path folder(String name) {
      return root.resolve(name);
    }

    /** The arguments of a whole run into a folder. */
    public String[] arguments(Path folder, String master, String... more) {
      return Stream.concat(
              Stream.of(
                  "run",
                  corpus.pipeline().toString(),
                  "--out",
                  folder.toString(),
                  "--master",
                  master),
              Stream.of(more))
          .toArray(String[]::new);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Finished.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Workspace.class))
        .getOrComputeIfAbsent(Workspace.class, key -> make(), Finished.class);
  }

  private static Finished make() {
    Path root = Sluice.home().resolve("tests/target/e2e");
    try {
      Folders.remove(root);
      Corpus corpus = Corpus.write(root.resolve("corpus"));
      Sluice sluice = new Sluice(root);
      Path run = root.resolve("run");
      Finished before = new Finished(root, corpus, sluice, run, null, Map.of());
      Sluice.Ended ended = sluice.run("run", before.arguments(run, "local[2]"));
      Map<String, String> sums = ended.code() == 0 ? Shards.sums(run) : Map.of();
      return new Finished(root, corpus, sluice, run, ended, sums);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
