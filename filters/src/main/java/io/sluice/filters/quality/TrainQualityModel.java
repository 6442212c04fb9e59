package io.sluice.filters.quality;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The command line behind {@code filters/models/train}:
 *
 * <pre>
 * train LABELLED.jsonl OUT.model NAME VERSION LANGUAGE    teaches a model with the default settings
 * evaluate IN.model LABELLED.jsonl                        measures a model on other marks
 * speed IN.model LABELLED.jsonl                           scores the texts for five seconds of CPU time
 * </pre>
 *
 * Exit codes: 0 done, 2 a mistake of the user's.
 */
public final class TrainQualityModel {
  private TrainQualityModel() {}

  public static void main(String[] args) throws IOException {
    try {
      run(List.of(args));
    } catch (UserError e) {
      System.err.println(e.getMessage() + "\n" + e.remedy());
      System.exit(2);
    }
  }

  private static void run(List<String> args) throws IOException {
    String command = args.isEmpty() ? "" : args.get(0);
    if (command.equals("train") && args.size() == 6) {
      train(args);
    } else if (command.equals("evaluate") && args.size() == 3) {
      LinearModel model = LinearModel.read(Path.of(args.get(1)));
      List<LabelledText> texts = LabelledTexts.read(Path.of(args.get(2)));
      print(model, LinearTrainer.metrics(model, texts), LinearTrainer.lengthRocAuc(texts));
    } else if (command.equals("speed") && args.size() == 3) {
      speed(LinearModel.read(Path.of(args.get(1))), LabelledTexts.read(Path.of(args.get(2))));
    } else {
      throw new UserError(
          "got " + args,
          "usage: train DATA OUT NAME VERSION LANGUAGE | evaluate MODEL DATA | speed MODEL DATA");
    }
  }

  private static void train(List<String> args) throws IOException {
    List<LabelledText> texts = LabelledTexts.read(Path.of(args.get(1)));
    LinearModel model =
        new LinearTrainer(TrainingSettings.standard())
            .train(texts, args.get(3), args.get(4), args.get(5));
    try (OutputStream out = Files.newOutputStream(Path.of(args.get(2)))) {
      model.write(out);
    }
    TrainingReport report = model.card().report();
    System.out.printf(
        Locale.ROOT, "taught from %d (%d high)%n", report.examples(), report.positives());
    print(model, report.heldOut(), report.lengthRocAuc());
  }

  private static void print(LinearModel model, BinaryMetrics metrics, double lengthRocAuc) {
    System.out.printf(
        Locale.ROOT,
        "%s on %d (%d high): precision %.3f recall %.3f roc_auc %.3f (length alone %.3f)%n",
        model.card().id(),
        metrics.examples(),
        metrics.positives(),
        metrics.precision(),
        metrics.recall(),
        metrics.rocAuc(),
        lengthRocAuc);
  }

  private static void speed(LinearModel model, List<LabelledText> texts) {
    long bytes = 0;
    for (LabelledText text : texts) {
      bytes += text.text().getBytes(StandardCharsets.UTF_8).length;
    }
    // The thread's own time, so that what else the machine does is left out.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begun = clock.getCurrentThreadCpuTime();
    long spent = 0;
    long rounds = 0;
    double sum = 0;
    while (spent < 5_000_000_000L) {
      for (LabelledText text : texts) {
        sum += model.score(text.text());
      }
      rounds++;
      spent = clock.getCurrentThreadCpuTime() - begun;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f MB of UTF-8 a second of one thread's time (mean score %.3f)%n",
        model.card().id(),
        rounds * bytes * 1e3 / spent,
        sum / rounds / texts.size());
  }
}
