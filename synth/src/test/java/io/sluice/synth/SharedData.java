package io.sluice.synth;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real texts that are not part of the project; a test that wants one is skipped without it. */
public final class SharedData {
  private SharedData() {}

  /**
   * A file or folder below {@code shared/data}, which is looked for beside each folder above the
   * working directory, or below what the property or variable {@code SLUICE_SHARED} names.
   */
  public static Path find(String name) {
    String given = System.getProperty("SLUICE_SHARED", System.getenv("SLUICE_SHARED"));
    Path file = given == null ? above(name) : Path.of(given, "data", name);
    Assumptions.assumeTrue(
        file != null && Files.exists(file), "skipped: shared/data/" + name + " is not here");
    return file;
  }

  private static Path above(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }
}
