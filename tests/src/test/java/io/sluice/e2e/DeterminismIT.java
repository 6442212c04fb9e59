package io.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of the shards do not depend on how the work is divided. */
@ExtendWith(Workspace.class)
class DeterminismIT {

  @ParameterizedTest(name = "{0} partitions, {1}, {2} files in a part")
  @CsvSource({"1, local[1], 12", "7, local[2], 5"})
  void shardsAreTheSameBytes(
      String partitions, String master, String files, Workspace.Finished finished)
      throws IOException {
    finished.ended().ok();
    String name = "partitions-" + partitions;
    Path run = finished.folder(name);
    finished
        .sluice()
        .run(
            name,
            Map.of(
                "spark.default.parallelism", partitions,
                "spark.sql.shuffle.partitions", partitions,
                // Spark would join small partitions again.
                "spark.sql.adaptive.enabled", "false"),
            finished.arguments(run, master, "--set", "web.files_per_part=" + files))
        .ok();
    assertEquals(finished.sums(), Shards.sums(run));
  }
}
