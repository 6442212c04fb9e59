package io.sluice.jobs.wiring;

import io.sluice.ingest.config.UserError;
import java.util.ArrayList;
import java.util.List;

/** The jobs in the order of the graph. */
public final class Jobs {
  private Jobs() {}

  /** Every job, sources first. */
  public static List<Job> all() {
    return List.of(
        new CrawlJob(),
        new WebJob(),
        new PapersJob(),
        new CodeJob(),
        new JsonlJob(),
        new SynthJob(),
        new DedupJob(),
        new SemdedupJob(),
        new InventoryJob(),
        new MixJob());
  }

  /**
   * The jobs that read given inputs: those asked for, after the one that makes documents of JSON
   * lines where none of them reads sources. Deduplication alone reads JSON lines itself, and the
   * crawl alone takes its seeds from there.
   *
   * @throws UserError if a job is asked for that reads neither sources nor documents
   */
  public static List<Job> reading(List<Job> asked) {
    boolean itself =
        asked.size() == 1 && (asked.get(0) instanceof DedupJob || asked.get(0) instanceof CrawlJob);
    if (itself || asked.stream().anyMatch(SourceJob.class::isInstance)) {
      return asked;
    }
    for (Job job : asked) {
      if (!(job instanceof DedupJob || job instanceof SemdedupJob)) {
        throw new UserError(
            "--in: " + job.name() + " reads what the run folder holds", "leave --in out");
      }
    }
    List<Job> jobs = new ArrayList<>(List.of(new JsonlJob()));
    jobs.addAll(asked);
    return jobs;
  }
}
