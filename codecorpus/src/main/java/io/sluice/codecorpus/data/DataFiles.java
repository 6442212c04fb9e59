package io.sluice.codecorpus.data;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The texts of the data files, read once where a job is set up, so that a task never needs the
 * folder that they came from.
 */
public final class DataFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How languages are told by name and content. */
  public static final String LANGUAGES = "languages.yaml";

  /** Limits, comment syntax and reference ranges for each language. */
  public static final String RULES = "code_rules.yaml";

  /** Paths and headers that say what a file is before it is read. */
  public static final String PATHS = "code_paths.yaml";

  private final TreeMap<String, String> texts;

  private DataFiles(NavigableMap<String, String> texts) {
    this.texts = new TreeMap<>(texts);
  }

  /** The files in the jar. */
  public static DataFiles packaged() {
    NavigableMap<String, String> texts = new TreeMap<>();
    for (String name : new String[] {LANGUAGES, RULES, PATHS}) {
      texts.put(name, resource(name));
    }
    return new DataFiles(texts);
  }

  /**
   * The files in the jar, each replaced as a whole by a file of the same name in this folder.
   *
   * @throws UserError if the folder cannot be read or holds none of the files
   */
  public static DataFiles withFolder(String folder, Configuration hadoop) {
    NavigableMap<String, String> texts = new TreeMap<>(packaged().texts);
    int replaced = 0;
    try {
      Path root = new Path(folder);
      FileSystem files = root.getFileSystem(hadoop);
      for (String name : packaged().texts.keySet()) {
        Path file = new Path(root, name);
        if (files.exists(file)) {
          try (InputStream in = files.open(file)) {
            texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
          replaced++;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "thresholds: folder " + folder + " cannot be read: " + e.getMessage(),
          "name a folder that can be read, or leave the key out");
    }
    if (replaced == 0) {
      throw new UserError(
          "thresholds: folder " + folder + " holds none of " + texts.keySet(),
          "put at least one of these files there, or leave the key out");
    }
    return new DataFiles(texts);
  }

  /** One file, parsed. */
  public DataMap parse(String name) {
    return DataMap.parse(name, texts.get(name));
  }

  private static String resource(String name) {
    try (InputStream in = DataFiles.class.getResourceAsStream("/io/sluice/codecorpus/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("resource " + name, e);
    }
  }
}
