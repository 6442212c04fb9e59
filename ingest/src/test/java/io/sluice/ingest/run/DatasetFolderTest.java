package io.sluice.ingest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
  @TempDir Path folder;
  private DatasetFolder dataset;

  @BeforeEach
  void open() throws IOException {
    dataset =
        new RunFolder(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration())
            .dataset("web");
  }

  private static PartSpec spec(String name, String config, String input) {
    InputItem item = new InputItem("crawl", "/in/" + input, 10, "f-" + input);
    return new PartSpec(name, "web-1", Map.of("key", config), List.of(item));
  }

  private static Counts counts(long in, long kept, long rejected) {
    TreeMap<String, Long> reasons = new TreeMap<>(Map.of("too_large", rejected));
    return new Counts(in, kept, rejected, 0, reasons, new TreeMap<>(Map.of("tokens", kept * 10)));
  }

  private PartManifest make(PartSpec spec, Counts counts) throws IOException {
    return dataset.make(
        spec,
        path -> {
          Files.createDirectories(Path.of(path.toUri()));
          Files.writeString(Path.of(path.toUri()).resolve("data"), "12345");
          return counts;
        });
  }

  @Test
  void aPublishedPartIsFoundAgainAndAnotherConfigurationIsNot() throws IOException {
    PartManifest made = make(spec("part-0", "a", "x"), counts(3, 2, 1));
    assertEquals(5, made.bytes());
    assertEquals(made.counts(), dataset.find(spec("part-0", "a", "x")).orElseThrow().counts());
    assertTrue(dataset.find(spec("part-0", "b", "x")).isEmpty());
    assertTrue(dataset.find(spec("part-0", "a", "y")).isEmpty());
  }

  @Test
  void publishingSumsThePartsAndRemovesWhatTheyReplace() throws IOException {
    PartManifest old = make(spec("part-0", "old", "x"), counts(1, 1, 0));
    dataset.publish(List.of(old));
    PartManifest first = make(spec("part-0", "new", "x"), counts(3, 2, 1));
    PartManifest second = make(spec("part-1", "new", "y"), counts(4, 4, 0));
    DatasetManifest manifest = dataset.publish(List.of(first, second));
    assertEquals(counts(7, 6, 1), manifest.counts());
    assertEquals(10, manifest.bytes());
    assertEquals(manifest, dataset.published());
    assertFalse(Files.exists(folder.resolve("web").resolve(old.folder())));
    assertTrue(Files.exists(folder.resolve("web").resolve(first.folder()).resolve("data")));
  }

  @Test
  void whatAFailedRunLeftIsRemovedBeforeThePartIsMadeAgain() throws IOException {
    PartSpec spec = spec("part-0", "a", "x");
    Path left = folder.resolve("web").resolve(spec.folder()).resolve("half-written");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "x");
    assertTrue(dataset.find(spec).isEmpty());
    make(spec, counts(1, 1, 0));
    assertFalse(Files.exists(left));
  }

  @Test
  void countsThatDoNotAddUpAreNotPublished() throws IOException {
    PartSpec spec = spec("part-0", "a", "x");
    ContractViolation violation =
        assertThrows(ContractViolation.class, () -> make(spec, counts(5, 2, 1)));
    assertEquals(
        "web/part-0: 5 came in, but 2 kept + 1 rejected + 0 failed = 3", violation.getMessage());
    assertTrue(dataset.find(spec).isEmpty());
  }

  @Test
  void readingWhatWasNeverPublishedIsAUserError() {
    assertThrows(UserError.class, () -> dataset.published());
  }
}
