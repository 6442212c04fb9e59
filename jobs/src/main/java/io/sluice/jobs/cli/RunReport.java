package io.sluice.jobs.cli;

import io.sluice.ingest.run.DatasetManifest;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.stage.Counts;
import io.sluice.ingest.text.HumanNumber;
import io.sluice.ingest.text.TextTable;
import io.sluice.jobs.wiring.JobResult;
import io.sluice.mixer.plan.ComponentPlan;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.StagePlan;
import io.sluice.mixer.shard.StageManifest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/** What came of a run, as text: documents and tokens by job, reasons, and the shards. */
final class RunReport {
  private RunReport() {}

  /** One line as a job ends. */
  static String line(JobResult result) {
    String name = String.format(Locale.ROOT, "%-10s", result.job());
    return switch (result.status()) {
      case SKIPPED -> name + " skipped: " + result.note();
      case UNCHANGED -> name + " unchanged: " + summary(result.manifest());
      case DONE ->
          name
              + " done in "
              + String.format(Locale.ROOT, "%.1f s: ", result.manifest().seconds())
              + summary(result.manifest())
              + (result.note().isEmpty() ? "" : " (" + result.note() + ")");
    };
  }

  private static String summary(DatasetManifest manifest) {
    Counts counts = manifest.counts();
    return String.format(
        Locale.ROOT,
        "%,d in, %,d kept, %,d rejected%s",
        counts.in(),
        counts.kept(),
        counts.rejected(),
        counts.failed() > 0 ? String.format(Locale.ROOT, ", %,d failed", counts.failed()) : "");
  }

  /** The tables at the end of a run. */
  static String text(RunFolder run, Plan plan, List<JobResult> results) throws IOException {
    StringBuilder text = new StringBuilder("\n").append(documents(results));
    String reasons = reasons(results);
    if (!reasons.isEmpty()) {
      text.append("\nRejected and removed, by reason\n").append(reasons);
    }
    for (JobResult result : results) {
      if (result.job().equals("mix") && result.manifest() != null) {
        text.append(shards(run, result.manifest(), plan));
      }
    }
    return text.append("\nRun folder: ").append(run.root()).append('\n').toString();
  }

  private static String documents(List<JobResult> results) {
    TextTable table =
        new TextTable(
            false, "job", "documents in", "kept", "rejected", "failed", "tokens kept", "seconds");
    for (JobResult result : results) {
      if (result.manifest() != null) {
        Counts counts = result.manifest().counts();
        long tokens = counts.total("tokens");
        table.row(
            result.job(),
            grouped(counts.in()),
            grouped(counts.kept()),
            grouped(counts.rejected()),
            grouped(counts.failed()),
            tokens == 0 ? "" : grouped(tokens),
            String.format(Locale.ROOT, "%.1f", result.manifest().seconds()));
      }
    }
    return table.text();
  }

  private static String reasons(List<JobResult> results) {
    TextTable table = new TextTable(false, "reason", "job", "documents", "of those in");
    boolean any = false;
    for (JobResult result : results) {
      // The inventory repeats the verdicts of the jobs before it.
      if (result.manifest() == null || result.job().equals("inventory")) {
        continue;
      }
      Counts counts = result.manifest().counts();
      List<Map.Entry<String, Long>> sorted =
          counts.reasons().entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
              .toList();
      for (Map.Entry<String, Long> reason : sorted) {
        any = true;
        table.row(
            reason.getKey(),
            result.job(),
            grouped(reason.getValue()),
            String.format(Locale.ROOT, "%.1f%%", 100.0 * reason.getValue() / counts.in()));
      }
    }
    return any ? table.text() : "";
  }

  private static String shards(RunFolder run, DatasetManifest mix, Plan plan) throws IOException {
    TextTable table =
        new TextTable(
            true,
            "stage",
            "documents",
            "asked",
            "planned",
            "written",
            "epochs",
            "sequences",
            "shards",
            "short of what is asked, and why");
    for (StagePlan stage : plan.stages()) {
      boolean there = mix.parts().stream().anyMatch(part -> part.part().equals(stage.stage()));
      Path folder = run.dataset("mix").folder(stage.stage());
      StageManifest written = there ? StageManifest.read(folder, run.hadoop()) : null;
      table.row(
          stage.stage(),
          there ? grouped(written.documents()) : "",
          HumanNumber.of(stage.tokens()),
          HumanNumber.of(stage.planned()),
          there ? HumanNumber.of(written.tokens()) : "",
          "",
          there ? grouped(written.sequences()) : "",
          there ? grouped(written.shards().size()) : "",
          "");
      for (int i = 0; i < stage.components().size(); i++) {
        ComponentPlan component = stage.components().get(i);
        StageManifest.Component filled = there ? written.components().get(i) : null;
        table.row(
            "  " + component.component(),
            there ? grouped(filled.documents()) : "",
            HumanNumber.of(component.asked()),
            HumanNumber.of(component.planned()),
            there ? HumanNumber.of(filled.tokens()) : "",
            HumanNumber.epochs(component.epochs()),
            "",
            "",
            component.shortfall() == 0
                ? ""
                : HumanNumber.of(component.shortfall()) + ": " + component.binding().words());
      }
    }
    return "\nShards, below " + run.dataset("mix").root() + "\n" + table.text();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
