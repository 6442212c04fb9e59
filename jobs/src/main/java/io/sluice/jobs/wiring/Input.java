package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Key;
import java.util.List;

/**
 * A named input.
 *
 * @param name what documents carry as their {@code source}
 * @param paths files, globs or folders
 */
public record Input(
    @Key(doc = "name of the input: the source that its documents carry") String name,
    @Key(doc = "files, globs or folders: local, s3a://, hdfs://") List<String> paths) {
  public Input {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: got nothing, allowed: a word");
    }
    paths = List.copyOf(paths);
  }
}
