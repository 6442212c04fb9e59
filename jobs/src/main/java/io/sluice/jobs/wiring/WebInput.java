package io.sluice.jobs.wiring;

import io.sluice.ingest.columns.ColumnMapping;
import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A named input of the web job.
 *
 * @param name what documents carry as their {@code source}
 * @param paths files, globs, folders, or lists of paths
 * @param format what the files are
 * @param columns column (of Parquet) or field (of JSON lines) by Sluice's name
 * @param pathPrefix what the paths of a list are relative to, or null
 */
public record WebInput(
    @Key(doc = "name of the input: the source that its documents carry") String name,
    @Key(doc = "files, globs, folders, or lists of paths (*.paths.gz): local, s3a://, hdfs://")
        List<String> paths,
    @Key(
            doc =
                "what the files are: warc (with WET and ARC), parquet, jsonl; auto tells by each"
                    + " file's first bytes",
            preset = "auto")
        WebFormat format,
    @Key(
            doc =
                "columns of Parquet or fields of JSON lines by name: text, id, url, date, path, all"
                    + " else to meta; what is not given has its usual name",
            preset = "{}")
        Map<String, String> columns,
    @Key(
            doc = "what the paths of a list are relative to, such as s3a://commoncrawl/",
            preset = "null")
        String pathPrefix)
    implements Serializable {
  public WebInput {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: got nothing, allowed: a word");
    }
    paths = List.copyOf(paths);
    columns = new ColumnMapping(columns).given();
  }

  /** An input whose files speak for themselves. */
  static WebInput of(Input input) {
    return new WebInput(input.name(), input.paths(), WebFormat.AUTO, Map.of(), null);
  }

  Input input() {
    return new Input(name, paths);
  }
}
