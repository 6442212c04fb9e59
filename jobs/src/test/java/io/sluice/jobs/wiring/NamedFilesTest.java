package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sluice.codecorpus.repo.CodeSource;
import io.sluice.ingest.run.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFilesTest {
  // SHA-256 of "a" and of nothing
  private static final String OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path folder;

  @Test
  void filesAndTheFilesOfFoldersAreHashed() throws IOException {
    Path file = Files.writeString(folder.resolve("one"), "a");
    Path within = Files.createDirectory(folder.resolve("within"));
    Files.createFile(within.resolve("empty"));
    Files.createDirectory(within.resolve("deeper"));
    assertEquals(
        Map.of(file.toString(), OF_A, within.resolve("empty").toString(), OF_NOTHING),
        NamedFiles.hashes(file.toString(), null, within.toString(), folder + "/none"));
    assertEquals(Map.of(), NamedFiles.hashes((String) null));
  }

  @Test
  void thresholdsThatChangeUnderTheirNameMakePagesAndCodeAnew() throws IOException {
    Path thresholds = Files.createDirectory(folder.resolve("thresholds"));
    Path eng = Files.writeString(thresholds.resolve("eng.yaml"), "bounds: {}\n");
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Path paths = rules.resolve("code_paths.yaml");
    try (InputStream packaged =
        CodeSource.class.getResourceAsStream("/io/sluice/codecorpus/code_paths.yaml")) {
      Files.copy(packaged, paths);
    }
    JobContext context =
        Runs.context(
            folder.resolve("run"),
            "web={inputs: [], rules: {thresholds: '" + thresholds + "'}}",
            "code={inputs: [], files: {thresholds: '" + rules + "'}}");
    String web = Json.hash(new WebJob().settings(context).fingerprinted());
    String code = Json.hash(new CodeJob().settings(context).fingerprinted());
    assertEquals(web, Json.hash(new WebJob().settings(context).fingerprinted()));
    assertEquals(code, Json.hash(new CodeJob().settings(context).fingerprinted()));
    Files.writeString(eng, "bounds: {words: {min: 3}}\n");
    Files.writeString(paths, "\n# mine\n", StandardOpenOption.APPEND);
    assertNotEquals(web, Json.hash(new WebJob().settings(context).fingerprinted()));
    assertNotEquals(code, Json.hash(new CodeJob().settings(context).fingerprinted()));
  }
}
