package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.run.RunFolder;
import io.sluice.jobs.session.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** Contexts of jobs over a folder of the test's own. */
final class Runs {
  private Runs() {}

  static JobContext context(Path folder, String... overrides) {
    // The session of the context joins the one that all tests share.
    SparkSessions.shared();
    RunFolder run =
        new RunFolder(
            new org.apache.hadoop.fs.Path(folder.toAbsolutePath().toUri()), new Configuration());
    Pipeline pipeline =
        Config.load(
            Pipeline.class,
            null,
            List.of(overrides),
            Map.of("run", folder.toString(), "home", Path.of("..").toString()));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new JobContext(run, pipeline, new Session("tests", null, false), nowhere, false);
  }

  /** The names of the folders in a folder, sorted. */
  static List<String> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Every file below a folder with when it was written. */
  static Map<String, String> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(Collectors.toMap(file -> folder.relativize(file).toString(), Runs::modified));
    }
  }

  private static String modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
