package io.sluice.jobs.cli;

import io.sluice.ingest.config.UserError;
import io.sluice.jobs.session.Session;
import io.sluice.mixer.shard.ShardProblem;
import io.sluice.mixer.shard.ShardVerifier;
import io.sluice.mixer.shard.StageManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks shards against their manifests. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks shards: checksums, lengths, order and counts against the manifest.")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SHARDS", description = "A stage's folder, or one that holds stages.")
  private String folder;

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = Session.hadoop();
    boolean sound = true;
    for (Path stage : stages(Runner.path(folder), hadoop)) {
      StageManifest manifest = StageManifest.read(stage, hadoop);
      List<ShardProblem> problems = ShardVerifier.verify(stage, hadoop);
      sound &= problems.isEmpty();
      System.out.printf(
          Locale.ROOT,
          "%-24s %s  %,d sequences of %,d in %,d shards%n",
          stage.getName(),
          problems.isEmpty() ? "ok    " : "BROKEN",
          manifest.sequences(),
          manifest.seqLen(),
          manifest.shards().size());
      problems.forEach(problem -> System.out.println("  " + problem));
    }
    return sound ? 0 : Exit.CONTRACT;
  }

  private static List<Path> stages(Path folder, Configuration hadoop) throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    List<Path> stages = new ArrayList<>();
    if (files.exists(folder)) {
      for (FileStatus entry : files.listStatus(folder)) {
        if (entry.isDirectory() && files.exists(new Path(entry.getPath(), "manifest.json"))) {
          stages.add(entry.getPath());
        }
      }
      if (stages.isEmpty() && files.exists(new Path(folder, "manifest.json"))) {
        stages.add(folder);
      }
    }
    if (stages.isEmpty()) {
      throw new UserError(folder + ": no shards are there", "name the mix folder of a run");
    }
    stages.sort(null);
    return stages;
  }
}
