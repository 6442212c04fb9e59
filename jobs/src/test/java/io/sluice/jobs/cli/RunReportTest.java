package io.sluice.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.stage.Counts;
import io.sluice.jobs.wiring.JobResult;
import io.sluice.mixer.pack.Packing;
import io.sluice.mixer.plan.Binding;
import io.sluice.mixer.plan.ComponentPlan;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.StagePlan;
import io.sluice.mixer.shard.ShardFile;
import io.sluice.mixer.shard.StageLedger;
import io.sluice.mixer.shard.StageManifest;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  @TempDir Path temp;

  private static JobResult result(
      String job, JobResult.Status status, String note, Counts counts, String... parts) {
    List<DatasetManifest.Part> made =
        List.of(parts).stream()
            .map(part -> new DatasetManifest.Part(part, part, "f", counts))
            .toList();
    return new JobResult(
        job, status, note, new DatasetManifest(job, "f", 1, made, counts, 1, 12.34));
  }

  private static Counts counts(
      long kept, long failed, Map<String, Long> reasons, Map<String, Long> totals) {
    long rejected = reasons.values().stream().mapToLong(Long::longValue).sum() - failed;
    return new Counts(
        kept + rejected + failed,
        kept,
        rejected,
        failed,
        new TreeMap<>(reasons),
        new TreeMap<>(totals));
  }

  private RunFolder run() {
    return new RunFolder(new org.apache.hadoop.fs.Path(temp.toUri()), new Configuration());
  }

  @Test
  void aJobsLineSaysWhatCameOfIt() {
    Counts counts = counts(1200, 1, Map.of("too_large", 34L, "internal_error", 1L), Map.of());
    assertEquals(
        "web        done in 12.3 s: 1,235 in, 1,200 kept, 34 rejected, 1 failed"
            + " (1 of 2 parts made anew)",
        RunReport.line(
            result("web", JobResult.Status.DONE, "1 of 2 parts made anew", counts, "p")));
    assertEquals(
        "inventory  unchanged: 1 in, 1 kept, 0 rejected",
        RunReport.line(
            result(
                "inventory",
                JobResult.Status.UNCHANGED,
                "unchanged",
                counts(1, 0, Map.of(), Map.of()))));
    assertEquals(
        "synth      skipped: no model",
        RunReport.line(new JobResult("synth", JobResult.Status.SKIPPED, "no model", null)));
  }

  @Test
  void theTablesNameJobsAndReasonsByTheirNumber() throws IOException {
    Counts removed = counts(8, 0, Map.of("minhash", 2L), Map.of());
    List<JobResult> results =
        List.of(
            result(
                "web",
                JobResult.Status.DONE,
                "",
                counts(
                    10,
                    1,
                    Map.of("too_large", 3L, "empty_text", 5L, "internal_error", 1L),
                    Map.of("tokens", 12_345L)),
                "p"),
            new JobResult("code", JobResult.Status.SKIPPED, "no inputs", null),
            result("dedup", JobResult.Status.DONE, "", removed, "p"),
            result("inventory", JobResult.Status.DONE, "", removed, "p"));
    assertEquals(
        """

          job        documents in  kept  rejected  failed  tokens kept  seconds
          web                  19    10         8       1       12,345     12.3
          dedup                10     8         2       0                  12.3
          inventory            10     8         2       0                  12.3

        Rejected and removed, by reason
          reason            job  documents  of those in
          empty_text        web          5        26.3%
          too_large         web          3        15.8%
          internal_error    web          1         5.3%
          minhash         dedup          2        20.0%

        Run folder: %s
        """
            .replace("%s", run().root().toString()),
        RunReport.text(run(), null, results));
  }

  @Test
  void aRunInWhichNothingWasConfiguredHasNoReasons() throws IOException {
    List<JobResult> results =
        List.of(new JobResult("web", JobResult.Status.SKIPPED, "no inputs", null));
    assertEquals(
        "\n  job  documents in  kept  rejected  failed  tokens kept  seconds\n\nRun folder: "
            + run().root()
            + "\n",
        RunReport.text(run(), null, results));
  }

  private static ComponentPlan component(
      String name, long asked, long planned, Binding binding, double epochs) {
    return new ComponentPlan(
        name, 5, 1000, asked, planned, 0, asked - planned, binding, epochs, List.of());
  }

  @Test
  void shardsAreShownBesideWhatWasAskedAndWhatIsShort() throws IOException {
    StagePlan general =
        new StagePlan(
            "general",
            8,
            Packing.CONCAT,
            0,
            2000,
            1600,
            400,
            1,
            List.of(
                component("pages", 1500, 1500, Binding.NONE, 1.5),
                component("math", 500, 100, Binding.MAX_EPOCHS, 4)));
    StagePlan mid =
        new StagePlan(
            "mid",
            8,
            Packing.BEST_FIT,
            0,
            700,
            0,
            700,
            0,
            List.of(component("repos", 700, 0, Binding.MISSING_KIND, 0)));
    Plan plan = new Plan("r", 1, 1, false, 2700, 1600, List.of(general, mid), List.of());
    Path folder = Files.createDirectories(temp.resolve("mix/general"));
    StageManifest.of(
            "general",
            "r",
            "h",
            TokenizerConfig.of("cl100k_base"),
            1,
            8,
            "concat",
            List.of("pages", "math"),
            new StageLedger(
                200,
                1590,
                10,
                List.of(
                    new StageLedger.Part(0, 0, 5, 1000),
                    new StageLedger.Part(0, 1, 2, 495),
                    new StageLedger.Part(1, 0, 1, 95)),
                List.of(new ShardFile("shard-00000.parquet", 200, 99, "0"))))
        .write(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
    List<JobResult> results =
        List.of(
            result(
                "mix",
                JobResult.Status.DONE,
                "",
                counts(8, 0, Map.of(), Map.of("tokens", 1590L)),
                "general"));
    String text = RunReport.text(run(), plan, results);
    assertEquals(
        """
          stage    documents  asked  planned  written  epochs  sequences  shards  short of what is asked, and why
          general          8   2.0k     1.6k     1.6k                200       1
            pages          7   1.5k     1.5k     1.5k    1.50
            math           1    500      100       95    4.00                     400: max epochs
          mid                   700        0
            repos               700        0             0.00                     700: missing kind
        """,
        text.substring(text.indexOf("  stage"), text.indexOf("\nRun folder")));
  }
}
