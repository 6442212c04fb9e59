package io.sluice.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Sluice in a process of its own, as a user starts it. */
public final class Sluice {
  private static final long LIMIT_MINUTES = 10;

  /** What Spark ships although the cluster's jar holds it. */
  private static final String SPARKS_OWN = "(icu4j|gson|snakeyaml)-.*";

  private final Path work;

  /** Starts processes whose output and temporary files stand in a folder. */
  Sluice(Path work) throws IOException {
    this.work = work;
    Files.createDirectories(work.resolve("logs"));
    Files.createDirectories(work.resolve("tmp"));
  }

  /**
   * How a process ended.
   *
   * @param code its exit code
   */
  public record Ended(int code, String out, String err) {

    /** How each job ended by the line that it prints: {@code web} to {@code done}, and so on. */
    Map<String, String> jobs() {
      Map<String, String> jobs = new TreeMap<>();
      err.lines()
          .map(line -> line.split("\\s+"))
          .filter(words -> words.length > 1)
          .filter(words -> words[1].matches("(done|unchanged:|skipped:)"))
          .forEach(words -> jobs.put(words[0], words[1].replace(":", "")));
      return jobs;
    }

    /** This, where the code is 0. */
    public Ended ok() {
      if (code != 0) {
        throw new AssertionError("exit code " + code + "\n" + err + out);
      }
      return this;
    }
  }

  /** The root of the checkout. */
  static Path home() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("sluice"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("not within a checkout of Sluice");
      }
    }
    return at;
  }

  /** {@code ./sluice} with these arguments, until it ends. */
  Ended run(String name, String... arguments) throws IOException {
    return run(name, Map.of(), arguments);
  }

  /** The same with JVM properties. */
  Ended run(String name, Map<String, String> properties, String... arguments) throws IOException {
    return await(name, start(name, properties, arguments));
  }

  /** {@code ./sluice} with these arguments; the launcher becomes the JVM, so a signal meets it. */
  public Process start(String name, Map<String, String> properties, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home().resolve("sluice").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = builder(name, command);
    StringBuilder options = new StringBuilder("-Djava.io.tmpdir=").append(work.resolve("tmp"));
    new TreeMap<>(properties).forEach((k, v) -> options.append(" -D" + k + "=" + v));
    builder.environment().put("SLUICE_JAVA_OPTS", options.toString());
    return builder.start();
  }

  /**
   * {@code spark-submit} with the cluster's jar and a Spark that has nothing of what is in the jar.
   */
  Ended submit(String name, String... arguments) throws IOException {
    Path jar;
    try (Stream<Path> jars = Files.list(home().resolve("jobs/target/cluster"))) {
      jar = jars.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.add("-Djava.io.tmpdir=" + work.resolve("tmp"));
    for (String open : System.getProperty("sluice.jvm.opens").split(" ")) {
      command.add(open);
    }
    command.addAll(
        List.of("-cp", sparkWithout(jar), "org.apache.spark.deploy.SparkSubmit", "--master"));
    command.addAll(List.of("local[2]", "--class", "io.sluice.jobs.cli.Main", jar.toString()));
    command.addAll(List.of(arguments));
    return await(name, builder(name, command).start());
  }

  /** The distribution's jars but for those whose files the cluster's jar holds. */
  private static String sparkWithout(Path cluster) throws IOException {
    List<String> left = new ArrayList<>();
    try (ZipFile held = new ZipFile(cluster.toFile());
        Stream<Path> jars = Files.list(home().resolve("jobs/target/dist/lib"))) {
      for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
        try (ZipFile zip = new ZipFile(jar.toFile());
            Stream<? extends ZipEntry> entries = zip.stream()) {
          if (jar.getFileName().toString().matches(SPARKS_OWN)
              || entries
                  .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/"))
                  .filter(entry -> !entry.getName().equals("module-info.class"))
                  .anyMatch(entry -> held.getEntry(entry.getName()) == null)) {
            left.add(jar.toString());
          }
        }
      }
    }
    return String.join(":", left);
  }

  private ProcessBuilder builder(String name, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home().toFile())
            .redirectOutput(log(name, "out").toFile())
            .redirectError(log(name, "err").toFile());
    builder.environment().put("SLUICE_BUILD", "no");
    builder.environment().put("SLUICE_HEAP", "2g");
    builder.environment().put("SLUICE_HOME", home().toString());
    return builder;
  }

  /** Waits for a process. */
  public Ended await(String name, Process process) throws IOException {
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(name + ": still running after " + LIMIT_MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError(name + ": interrupted", e);
    }
    return new Ended(process.exitValue(), read(log(name, "out")), read(log(name, "err")));
  }

  private Path log(String name, String kind) {
    return work.resolve("logs").resolve(name + "." + kind);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
