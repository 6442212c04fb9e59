package io.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.Json;
import io.sluice.ingest.stage.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pipeline through {@code ./sluice run} and through {@code spark-submit}. */
@ExtendWith(Workspace.class)
class EndToEndIT {
  private static final int WEB_KEPT =
      Corpus.ENGLISH
          + Corpus.CHINESE
          + Corpus.COPIES
          + Corpus.NEAR_COPIES
          + Corpus.PARAPHRASES
          + Corpus.BEFORE_CUT;

  /** Pages that nothing removes; a paraphrase or its original goes. */
  private static final int ENGLISH_UNIQUE = Corpus.ENGLISH + Corpus.BEFORE_CUT;

  private final Workspace.Finished finished;

  EndToEndIT(Workspace.Finished finished) {
    finished.ended().ok();
    this.finished = finished;
  }

  @Test
  void everyPageIsCountedForWhatItIs() throws IOException {
    int rejected =
        Corpus.FRENCH
            + Corpus.SHORT
            + Corpus.REPEATED
            + Corpus.EMPTY
            + Corpus.PDF
            + Corpus.NOT_FOUND
            + 2;
    assertEquals(
        counts(
            WEB_KEPT,
            Map.of(
                "language_unwanted", (long) Corpus.FRENCH,
                "gopher_word_count", (long) Corpus.SHORT,
                "gopher_duplicate_paragraphs", (long) Corpus.REPEATED,
                "empty_text", (long) Corpus.EMPTY,
                "content_type", (long) Corpus.PDF,
                "http_status", (long) Corpus.NOT_FOUND,
                // the record in which a file is cut off, and the file that is no WARC
                "truncated", 1L,
                "unreadable_input", 1L)),
        of("web"));
    assertEquals(WEB_KEPT + rejected, of("web").in());
  }

  @Test
  void everyPaperAndSourceFileIsCountedForWhatItIs() throws IOException {
    assertEquals(counts(2, Map.of("paper_too_short", 1L, "unreadable_input", 1L)), of("papers"));
    assertEquals(
        counts(
            // 6 files of Java, 7 of Python, 2 repositories
            15,
            Map.of(
                "code_unknown_language", 1L,
                "code_lines", 1L,
                "code_binary", 1L,
                "code_vendored", 1L)),
        of("code"));
  }

  @Test
  void copiesNearCopiesAndParaphrasesGoOnceEach() throws IOException {
    int documents = WEB_KEPT + 2 + 15;
    // one source file is another's copy
    long exact = Corpus.COPIES + 1;
    long near = Corpus.NEAR_COPIES;
    assertEquals(
        counts(documents - exact - near, Map.of("exact", exact, "minhash", near)), of("dedup"));
    long pages = WEB_KEPT - Corpus.COPIES - near;
    assertEquals(
        counts(pages - Corpus.PARAPHRASES, Map.of("semdedup", (long) Corpus.PARAPHRASES)),
        of("semdedup"));
    assertEquals(documents - exact - near - Corpus.PARAPHRASES, of("inventory").kept());
  }

  @Test
  void theMixHoldsWhatTheRecipeAsksFor() throws IOException {
    Map<String, Long> want = new TreeMap<>();
    want.put("general/books-papers", 2L);
    want.put("general/code", 2L * 12);
    want.put("general/english", (long) ENGLISH_UNIQUE + Corpus.COPIES + Corpus.NEAR_COPIES);
    want.put("general/chinese", 3L * Corpus.CHINESE);
    want.put("repositories/repos", 2L);
    Map<String, Long> written = Shards.documents(finished.run());
    assertTrue(written.remove("best/english") > 0);
    assertTrue(written.remove("best/code") > 0);
    assertEquals(want, written);
  }

  @Test
  void shardsHaveTheChecksumsOfTheirManifestsAndPassVerify() throws IOException {
    Map<String, String> sums = Shards.sums(finished.run());
    Map<String, String> stated = Shards.stated(finished.run());
    sums.keySet().removeIf(name -> name.endsWith("manifest.json"));
    assertEquals(stated, sums);
    assertTrue(stated.size() > 10, "several shards in a stage: " + stated.keySet());
    Sluice.Ended verify = finished.sluice().run("verify", "verify", finished.run() + "/mix").ok();
    assertEquals(3, verify.out().lines().filter(line -> line.contains(" ok ")).count());
  }

  @Test
  void aSecondRunDoesNothingAndAnotherShareRerunsTheMixAlone() throws IOException {
    Path run = finished.run();
    Map<String, String> before = Folders.times(run);
    Map<String, String> jobs = jobs("unchanged");
    Sluice.Ended again = finished.sluice().run("again", finished.arguments(run, "local[2]")).ok();
    assertEquals(jobs, again.jobs());
    assertEquals(before, Folders.times(run));

    Path recipe = finished.folder("other-share.yaml");
    String yaml = Files.readString(finished.corpus().recipe(), StandardCharsets.UTF_8);
    Files.writeString(recipe, yaml.replace("share: 0.5", "share: 0.25"), StandardCharsets.UTF_8);
    jobs.put("mix", "done");
    Sluice.Ended other =
        finished
            .sluice()
            .run("share", finished.arguments(run, "local[2]", "--set", "mix.recipe=" + recipe))
            .ok();
    assertEquals(jobs, other.jobs());
    assertTrue(other.err().contains("1 of 3 stages anew"), other.err());
    assertEquals(
        List.of("best"),
        Shards.stages(run).stream().filter(stage -> changed(before, stage)).toList());

    Sluice.Ended back = finished.sluice().run("back", finished.arguments(run, "local[2]")).ok();
    assertEquals(jobs, back.jobs());
    assertEquals(finished.sums(), Shards.sums(run));
  }

  private boolean changed(Map<String, String> before, String stage) {
    try {
      Map<String, String> now = Folders.times(finished.run());
      return before.entrySet().stream()
          .filter(file -> file.getKey().startsWith("mix/" + stage + "/"))
          .anyMatch(file -> !file.getValue().equals(now.get(file.getKey())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sparkSubmitWritesTheSameBytes() throws IOException {
    Path run = finished.folder("submitted");
    finished
        .sluice()
        .submit("submit", "run", finished.corpus().pipeline().toString(), "--out", run.toString())
        .ok();
    assertEquals(finished.sums(), Shards.sums(run));
  }

  /** How each job ends where those that have input end so. */
  private static Map<String, String> jobs(String how) {
    Map<String, String> jobs = new TreeMap<>();
    for (String job : new String[] {"web", "papers", "code", "dedup", "semdedup", "inventory"}) {
      jobs.put(job, how);
    }
    jobs.put("mix", how);
    jobs.put("crawl", "skipped");
    jobs.put("jsonl", "skipped");
    jobs.put("synth", "skipped");
    return jobs;
  }

  private static Counts counts(long kept, Map<String, Long> reasons) {
    long rejected = reasons.values().stream().mapToLong(Long::longValue).sum();
    return new Counts(kept + rejected, kept, rejected, 0, new TreeMap<>(reasons), new TreeMap<>());
  }

  /** The counts of a job without its totals. */
  private Counts of(String job) throws IOException {
    String json =
        Files.readString(
            finished.run().resolve(job).resolve("manifest.json"), StandardCharsets.UTF_8);
    Counts counts = Json.parse(json, DatasetManifest.class).counts();
    return new Counts(
        counts.in(),
        counts.kept(),
        counts.rejected(),
        counts.failed(),
        counts.reasons(),
        new TreeMap<>());
  }
}
