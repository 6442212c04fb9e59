package io.sluice.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds real inputs that are not part of the project; tests that need them skip without them. */
public final class SharedData {
  private SharedData() {}

  /** The file or folder of this name under the shared data; skips the test where it is absent. */
  public static Path file(String name) {
    Path here = Path.of("").toAbsolutePath();
    List<String> named =
        Stream.of(System.getProperty("SLUICE_SHARED"), System.getenv("SLUICE_SHARED"))
            .filter(folder -> folder != null && !folder.isBlank())
            .toList();
    for (String folder : named) {
      Path found = Path.of(folder).resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    for (Path up = here; up != null; up = up.getParent()) {
      Path found = up.resolve("shared/data").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    Assumptions.abort("shared data " + name + " is absent");
    throw new AssertionError("not reached");
  }
}
