package io.sluice.ingest.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Loads configuration records from YAML, strictly. */
public final class Config {
  private Config() {}

  /**
   * Loads a record.
   *
   * @param type a record whose components all carry {@link Key}
   * @param file YAML, or null to start from defaults alone
   * @param overrides {@code key.path=value}, applied in order; values are YAML
   * @param variables what {@code ${name}} in text stands for
   * @throws ConfigError listing every mistake with file, line, key and remedy
   * @throws UserError if the file cannot be read or an override is malformed
   */
  public static <T extends Record> T load(
      Class<T> type, Path file, List<String> overrides, Map<String, String> variables) {
    Node root = file == null ? YamlTree.emptyMapping() : YamlTree.read(file);
    for (String override : overrides) {
      YamlTree.set(root, override);
    }
    return bind(type, root, file == null ? "command line" : file.toString(), variables);
  }

  /**
   * Loads a record from YAML text.
   *
   * @param origin what to call the text in messages
   * @throws ConfigError listing every mistake
   */
  public static <T extends Record> T parse(Class<T> type, String yaml, String origin) {
    return bind(type, YamlTree.parse(yaml, origin), origin, Map.of());
  }

  private static <T extends Record> T bind(
      Class<T> type, Node root, String origin, Map<String, String> variables) {
    Binder binder = new Binder(origin, variables);
    Object value = binder.bind(type, root, "", null);
    if (!binder.problems().isEmpty()) {
      throw new ConfigError(binder.problems());
    }
    return type.cast(value);
  }
}
