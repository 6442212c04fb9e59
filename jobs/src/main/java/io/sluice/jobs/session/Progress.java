package io.sluice.jobs.session;

import io.sluice.ingest.spark.Meter;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStatusTracker;

/**
 * Shows how far a job is: on a terminal one line that is renewed each second, elsewhere a log line
 * a minute. Only a display: no reported number comes from here.
 */
public final class Progress implements AutoCloseable {
  private final PrintStream out;
  private final boolean terminal;
  private final String job;
  private final SparkContext spark;
  private final Meter meter;
  private final long inputBytes;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock;

  /**
   * Starts to show.
   *
   * @param job what to call it
   * @param meter counters that the tasks add to, or null where the job has none
   * @param inputBytes bytes to be read in all, 0 where unknown
   */
  public Progress(
      PrintStream out,
      boolean terminal,
      String job,
      SparkContext spark,
      Meter meter,
      long inputBytes) {
    this.out = out;
    this.terminal = terminal;
    this.job = job;
    this.spark = spark;
    this.meter = meter;
    this.inputBytes = inputBytes;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    long period = terminal ? 1 : 60;
    var unused = clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.SECONDS);
  }

  private void show() {
    String line = line((System.nanoTime() - start) / 1e9);
    if (terminal) {
      out.print("\r\u001b[K" + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** What is shown after so many seconds. */
  String line(double seconds) {
    StringBuilder text = new StringBuilder(job).append("  ");
    if (meter != null && meter.records().value() > 0) {
      long bytes = meter.bytes().value();
      text.append(
          String.format(
              Locale.ROOT,
              "%,d records  %.1f MB/s  %,d rejected",
              meter.records().value(),
              bytes / 1e6 / seconds,
              meter.rejected().value()));
      if (bytes > 0 && inputBytes > bytes) {
        text.append("  ETA ").append(clockTime(seconds * (inputBytes - bytes) / bytes));
      }
    } else {
      int[] tasks = tasks();
      text.append(tasks[0]).append('/').append(tasks[1]).append(" tasks");
    }
    return text.append("  ").append(clockTime(seconds)).toString();
  }

  /** Tasks done and in all of the stages that are running. */
  private int[] tasks() {
    int done = 0;
    int all = 0;
    SparkStatusTracker tracker = spark.statusTracker();
    for (int stage : tracker.getActiveStageIds()) {
      var info = tracker.getStageInfo(stage);
      if (info.isDefined()) {
        done += info.get().numCompletedTasks();
        all += info.get().numTasks();
      }
    }
    return new int[] {done, all};
  }

  private static String clockTime(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
