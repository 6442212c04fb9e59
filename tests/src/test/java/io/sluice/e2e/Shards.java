package io.sluice.e2e;

import io.sluice.ingest.run.Json;
import io.sluice.mixer.shard.ShardFile;
import io.sluice.mixer.shard.StageManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The shards of a run, read without Spark. */
public final class Shards {
  private Shards() {}

  /** SHA-256 of each shard and stage manifest, computed from the files, by stage and name. */
  public static Map<String, String> sums(Path run) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    Path mix = run.resolve("mix");
    try (Stream<Path> files = Files.walk(mix, 2)) {
      files
          .filter(file -> mix.relativize(file).getNameCount() == 2)
          .filter(file -> file.toString().matches(".*\\.(parquet|json)"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .forEach(file -> sums.put(mix.relativize(file).toString(), sum(file)));
    }
    return sums;
  }

  /** Documents that were written, by stage and component, each epoch counted. */
  static Map<String, Long> documents(Path run) throws IOException {
    Map<String, Long> documents = new TreeMap<>();
    for (String stage : stages(run)) {
      manifest(run, stage)
          .components()
          .forEach(c -> documents.put(stage + "/" + c.name(), c.documents()));
    }
    return documents;
  }

  /** The names of the stages that are finished. */
  static List<String> stages(Path run) throws IOException {
    try (Stream<Path> folders = Files.list(run.resolve("mix"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("manifest.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  static StageManifest manifest(Path run, String stage) throws IOException {
    Path folder = run.resolve("mix").resolve(stage);
    return StageManifest.read(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
  }

  /** The checksums that the manifests state, by stage and name. */
  static Map<String, String> stated(Path run) throws IOException {
    Map<String, String> stated = new TreeMap<>();
    for (String stage : stages(run)) {
      for (ShardFile file : manifest(run, stage).shards()) {
        stated.put(stage + "/" + file.path(), file.sha256());
      }
    }
    return stated;
  }

  private static String sum(Path file) {
    try {
      return HexFormat.of().formatHex(Json.sha256().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
