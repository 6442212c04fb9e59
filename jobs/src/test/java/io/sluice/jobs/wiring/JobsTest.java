package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.UserError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static List<Job> named(String... names) {
    return Jobs.all().stream().filter(job -> Arrays.asList(names).contains(job.name())).toList();
  }

  private static List<String> reading(String... names) {
    return Jobs.reading(named(names)).stream().map(Job::name).toList();
  }

  @Test
  void theGraphIsInOrder() {
    assertEquals(
        List.of(
            "crawl",
            "web",
            "papers",
            "code",
            "jsonl",
            "synth",
            "dedup",
            "semdedup",
            "inventory",
            "mix"),
        Jobs.all().stream().map(Job::name).toList());
    assertEquals(
        Jobs.all().stream().filter(SourceJob.class::isInstance).map(Job::name).toList(),
        Documents.DATASETS);
  }

  @Test
  void sourceJobsReadWhatIsGiven() {
    for (String name : Documents.DATASETS) {
      assertEquals(List.of(name), reading(name));
    }
    assertEquals(List.of("web", "dedup", "mix"), reading("web", "dedup", "mix"));
  }

  @Test
  void deduplicationAloneReadsJsonLines() {
    assertEquals(List.of("dedup"), reading("dedup"));
    assertEquals(List.of("jsonl", "semdedup"), reading("semdedup"));
    assertEquals(List.of("jsonl", "dedup", "semdedup"), reading("dedup", "semdedup"));
  }

  @Test
  void whatReadsTheRunFolderAloneTakesNoInput() {
    for (String name : List.of("inventory", "mix")) {
      UserError error = assertThrows(UserError.class, () -> reading(name));
      assertEquals("--in: " + name + " reads what the run folder holds", error.getMessage());
    }
    assertThrows(UserError.class, () -> reading("dedup", "mix"));
  }
}
