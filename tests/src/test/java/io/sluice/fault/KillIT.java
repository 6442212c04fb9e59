package io.sluice.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.e2e.Folders;
import io.sluice.e2e.Shards;
import io.sluice.e2e.Sluice;
import io.sluice.e2e.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run that is killed and started again. */
@ExtendWith(Workspace.class)
class KillIT {
  private static final long DEADLINE_NANOS = 300_000_000_000L;
  private static final int WARC_FILES = 12;

  @Test
  void onlyWhatWasNotPublishedIsDoneAgain(Workspace.Finished finished) throws Exception {
    finished.ended().ok();
    Path run = finished.folder("killed");
    Path web = run.resolve("web");
    Sluice sluice = finished.sluice();
    Process process = sluice.start("killed", Map.of(), finished.arguments(run, "local[2]"));
    try {
      awaitFirstPart(web, process);
    } finally {
      process.destroyForcibly();
    }
    int killed = 128 + 9;
    assertEquals(killed, sluice.await("killed", process).code());
    Map<String, String> published = publishedFiles(web);
    long parts = published.keySet().stream().filter(KillIT::isManifest).count();
    assertTrue(parts > 0 && parts < WARC_FILES, parts + " parts were published");
    assertFalse(Files.exists(web.resolve("manifest.json")));

    Process resumed = sluice.start("resumed", Map.of(), finished.arguments(run, "local[2]"));
    Sluice.Ended again = sluice.await("resumed", resumed);
    assertTrue(
        again.ok().err().contains(WARC_FILES - parts + " of " + WARC_FILES + " parts made anew"),
        again.err());
    Map<String, String> now = publishedFiles(web);
    assertEquals(WARC_FILES, now.keySet().stream().filter(KillIT::isManifest).count());
    now.keySet().retainAll(published.keySet());
    assertEquals(published, now);
    assertEquals(finished.sums(), Shards.sums(run));
  }

  private static void awaitFirstPart(Path web, Process process)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (parts(web).isEmpty()) {
      assertTrue(process.isAlive(), "the process ended by itself");
      assertTrue(System.nanoTime() < deadline, "no part was published in time");
      Thread.sleep(5);
    }
  }

  /** Folders of parts that are published. */
  private static List<Path> parts(Path web) throws IOException {
    if (!Files.exists(web)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(web)) {
      return folders.filter(part -> Files.exists(part.resolve("manifest.json"))).toList();
    }
  }

  private static Map<String, String> publishedFiles(Path web) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path part : parts(web)) {
      Folders.times(part).forEach((file, time) -> files.put(part.getFileName() + "/" + file, time));
    }
    return files;
  }

  private static boolean isManifest(String file) {
    return file.matches("[^/]+/manifest\\.json");
  }
}
