package io.sluice.jobs.wiring;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.crawl.host.CrawlSettings;
import io.sluice.ingest.crawl.spark.CrawlRounds;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.Files;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.run.Json;
import io.sluice.ingest.run.PartManifest;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.stage.InputItem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Seeds to WARC files: a part of the dataset is a round, and each depends on the one before. The
 * WARC files stand in {@code RUN/warc}, outside the parts, since they are written while a round
 * runs and must outlive a kill.
 */
final class CrawlJob implements Job {
  private static final String STAGE = "crawl-1";

  @Override
  public String name() {
    return "crawl";
  }

  @Override
  public String description() {
    return "Fetches web pages to WARC files: robots.txt, pace, scope, resumable.";
  }

  /** Where a run's WARC files stand. */
  static Path warcs(RunFolder run) {
    return new Path(run.root(), "warc");
  }

  @Override
  public void check(JobContext context) throws IOException {
    CrawlSection crawl = context.pipeline().crawl();
    if (crawl == null || !crawl.begins()) {
      return;
    }
    crawl.identity().userAgent();
    CrawlSettings settings = settings(crawl, YearMonth.of(2000, 1).toString());
    List<String> given = new ArrayList<>(crawl.seeds());
    given.addAll(crawl.sitemaps());
    for (String seed : given) {
      if (settings.links().normalizer().normalize(seed) == null) {
        throw new UserError(
            "crawl.seeds: '" + seed + "' is no address of a page", "write it as https://host/path");
      }
    }
    seedFiles(crawl, context);
    earlier(crawl, context);
    begun(crawl, context);
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    CrawlSection crawl = context.pipeline().crawl();
    if (crawl == null || !crawl.begins()) {
      return JobResult.skipped(name(), "no crawl seeds are configured");
    }
    Begun begun = begun(crawl, context).orElseGet(() -> Begun.now(crawl, decisive(crawl, context)));
    return new Rounds(crawl, context, begin(begun, context)).run();
  }

  /**
   * What is fixed when a crawl begins.
   *
   * @param decides hash of what decides which pages are fetched
   * @param month the month it began in
   * @param partitions tasks of a round
   */
  record Begun(String decides, String month, int partitions) {
    static Begun now(CrawlSection crawl, String decides) {
      return new Begun(decides, YearMonth.now(Clock.systemUTC()).toString(), crawl.partitions());
    }
  }

  private static Path begunFile(JobContext context) throws IOException {
    return new Path(context.run().dataset("crawl").root(), "crawl.json");
  }

  /** How the crawl of this run folder was begun, or nothing where none was. */
  private static Optional<Begun> begun(CrawlSection crawl, JobContext context) throws IOException {
    Path file = begunFile(context);
    Begun found;
    try {
      found = Json.read(context.run().dataset("crawl").files(), file, Begun.class);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
    if (!found.decides().equals(decisive(crawl, context))) {
      throw new UserError(
          file + ": this run folder holds a crawl of other seeds, scope or limits",
          "name another run folder; with crawl.previous what has not changed is not sent again");
    }
    return Optional.of(found);
  }

  private static Begun begin(Begun begun, JobContext context) throws IOException {
    int cores = context.session().spark().sparkContext().defaultParallelism();
    Begun fixed =
        new Begun(
            begun.decides(), begun.month(), begun.partitions() > 0 ? begun.partitions() : cores);
    if (!fixed.equals(begun) || begun(context).isEmpty()) {
      DatasetFolder folder = context.run().dataset("crawl");
      folder.files().mkdirs(folder.root());
      Json.write(folder.files(), begunFile(context), fixed);
    }
    return fixed;
  }

  private static Optional<Begun> begun(JobContext context) throws IOException {
    try {
      DatasetFolder folder = context.run().dataset("crawl");
      return Optional.of(Json.read(folder.files(), begunFile(context), Begun.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private static CrawlSettings settings(CrawlSection crawl, String month) {
    return new CrawlSettings(
        crawl.identity(),
        crawl.pace(),
        crawl.fetch(),
        crawl.network(),
        crawl.robots(),
        crawl.scope(),
        crawl.limits(),
        crawl.store(),
        month);
  }

  /** Hash of what decides which pages are fetched; how fast they are may change on the way. */
  private static String decisive(CrawlSection crawl, JobContext context) {
    try {
      Map<String, Object> config = new TreeMap<>();
      config.put("seeds", crawl.seeds());
      config.put("sitemaps", crawl.sitemaps());
      config.put(
          "seed_files", seedFiles(crawl, context).stream().map(InputItem::fingerprint).toList());
      config.put("name", crawl.identity().name());
      config.put("scope", crawl.scope());
      config.put("limits", crawl.limits());
      config.put("robots", crawl.robots());
      config.put("types", crawl.fetch().contentTypes());
      config.put("bytes", crawl.fetch().maxBodyBytes());
      config.put("previous", String.valueOf(crawl.previous()));
      return Json.hash(config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<InputItem> seedFiles(CrawlSection crawl, JobContext context)
      throws IOException {
    List<InputItem> items = new ArrayList<>();
    for (String path : crawl.seedFiles()) {
      items.addAll(InputFiles.find("crawl.seed_files", path, context.run().hadoop()));
    }
    return items;
  }

  /** The parts of the crawl before this one. */
  private static List<Path> earlier(CrawlSection crawl, JobContext context) throws IOException {
    if (crawl.previous() == null) {
      return List.of();
    }
    RunFolder run = new RunFolder(new Path(crawl.previous()), context.run().hadoop());
    DatasetFolder folder = run.dataset("crawl");
    if (folder.root().equals(context.run().dataset("crawl").root())) {
      throw new UserError(
          "crawl.previous: names this run's own folder", "name the folder of an earlier run");
    }
    return folder.published().parts().stream().map(part -> folder.folder(part.folder())).toList();
  }

  /** The rounds of one run. */
  private static final class Rounds {
    private final CrawlSection crawl;
    private final JobContext context;
    private final Begun begun;
    private final DatasetFolder folder;
    private final CrawlRounds rounds;
    private final List<PartManifest> parts = new ArrayList<>();
    private int made;

    Rounds(CrawlSection crawl, JobContext context, Begun begun) throws IOException {
      this.crawl = crawl;
      this.context = context;
      this.begun = begun;
      this.folder = context.run().dataset("crawl");
      this.rounds =
          new CrawlRounds(
              context.session().spark(),
              settings(crawl, begun.month()),
              warcs(context.run()),
              begun.partitions(),
              earlier(crawl, context));
    }

    JobResult run() throws IOException {
      List<String> files = seedFiles(crawl, context).stream().map(InputItem::path).toList();
      part(
          "seeds",
          (spark, path, meter) -> rounds.seeds(crawl.seeds(), crawl.sitemaps(), files, path));
      for (int round = 1; waiting() > 0 && round <= crawl.maxRounds() && !enough(); round++) {
        round(round);
      }
      if (waiting() > 0) {
        Path last = last();
        long waiting = waiting();
        part("rest", (spark, path, meter) -> rounds.rest(last, waiting, path));
      }
      FileSystem system = Files.system(warcs(context.run()), context.run().hadoop());
      system.delete(new Path(warcs(context.run()), "_journal"), true);
      return context.published("crawl", parts, made);
    }

    private void round(int round) throws IOException {
      List<Path> before = parts.stream().map(part -> folder.folder(part.folder())).toList();
      long waiting = waiting();
      int madeBefore = made;
      part(
          String.format(Locale.ROOT, "round-%05d", round),
          (spark, path, meter) -> rounds.round(round, before, waiting, path, meter));
      if (made > madeBefore) {
        rounds.tidy(round, before.get(before.size() - 1));
      }
    }

    private void part(String name, JobContext.PartBody body) throws IOException {
      List<InputItem> inputs =
          parts.isEmpty()
              ? List.of()
              : List.of(new InputItem("crawl", last().getName(), 0, fingerprint()));
      PartSpec spec = new PartSpec(name, STAGE, begun, inputs);
      Optional<PartManifest> found = folder.find(spec);
      made += found.isPresent() ? 0 : 1;
      parts.add(
          found.isPresent()
              ? found.get()
              : context.make(folder, new JobContext.Part(spec, 0, body)));
    }

    private Path last() {
      return folder.folder(parts.get(parts.size() - 1).folder());
    }

    private String fingerprint() {
      return parts.get(parts.size() - 1).fingerprint();
    }

    private long waiting() {
      return parts.get(parts.size() - 1).counts().total(CrawlRounds.WAITING);
    }

    private boolean enough() {
      long pages = parts.stream().mapToLong(part -> part.counts().kept()).sum();
      return crawl.maxPages() > 0 && pages >= crawl.maxPages();
    }
  }
}
