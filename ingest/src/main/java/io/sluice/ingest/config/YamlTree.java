package io.sluice.ingest.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as a tree of nodes that know their lines, with {@code key=value} overrides applied. */
final class YamlTree {
  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9_-]+)((?:\\[\\d+\\])*)");

  private YamlTree() {}

  /**
   * Reads a file.
   *
   * @throws UserError if it is missing or no YAML
   */
  static Node read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": there is no such file", "check the path");
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), "check its permissions");
    }
  }

  /** Parses one document; an empty one is an empty mapping. */
  static Node parse(String yaml, String origin) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    try {
      Node node = new Yaml(options).compose(new StringReader(yaml));
      return node == null ? emptyMapping() : node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new ConfigError(
          List.of(new Problem(origin, line, "", "no YAML: " + e.getProblem(), "mend the syntax")));
    } catch (YAMLException e) {
      throw new ConfigError(
          List.of(new Problem(origin, 0, "", "no YAML: " + e.getMessage(), "mend the syntax")));
    }
  }

  static MappingNode emptyMapping() {
    return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
  }

  /**
   * Applies {@code path=value}, where the value is YAML.
   *
   * @throws UserError if the override does not have that form or names an element that is not there
   */
  static void set(Node root, String override) {
    int equals = override.indexOf('=');
    if (equals <= 0) {
      throw malformed(override);
    }
    Node value = parse(override.substring(equals + 1), "--set " + override);
    if (override.length() == equals + 1) {
      value = new ScalarNode(Tag.NULL, "null", null, null, ScalarStyle.PLAIN);
    }
    Node at = root;
    String[] steps = override.substring(0, equals).split("\\.");
    for (int i = 0; i < steps.length; i++) {
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        throw malformed(override);
      }
      String key = step.group(1);
      List<Integer> indexes = indexes(step.group(2));
      boolean last = i == steps.length - 1;
      if (!(at instanceof MappingNode mapping)) {
        throw new UserError(
            "--set " + override + ": '" + key + "' has no keys below it there", "check the path");
      }
      if (last && indexes.isEmpty()) {
        put(mapping, key, value);
        return;
      }
      Node child = get(mapping, key);
      if (child == null || Tag.NULL.equals(child.getTag())) {
        child = emptyMapping();
        put(mapping, key, child);
      }
      for (int j = 0; j < indexes.size(); j++) {
        if (!(child instanceof SequenceNode list) || indexes.get(j) >= list.getValue().size()) {
          throw new UserError(
              "--set " + override + ": '" + key + "' has no element " + indexes.get(j),
              "elements count from 0; a whole list is given as key=[a, b]");
        }
        if (last && j == indexes.size() - 1) {
          list.getValue().set(indexes.get(j), value);
          return;
        }
        child = list.getValue().get(indexes.get(j));
      }
      at = child;
    }
  }

  private static UserError malformed(String override) {
    return new UserError("--set " + override + ": not of the form key=value", "for example a.b=1");
  }

  private static List<Integer> indexes(String brackets) {
    List<Integer> found = new ArrayList<>();
    Matcher number = Pattern.compile("\\d+").matcher(brackets);
    while (number.find()) {
      found.add(Integer.valueOf(number.group()));
    }
    return found;
  }

  static Node get(MappingNode mapping, String key) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }

  private static void put(MappingNode mapping, String key, Node value) {
    List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
    tuples.removeIf(t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key));
    tuples.add(new NodeTuple(new ScalarNode(Tag.STR, key, null, null, ScalarStyle.PLAIN), value));
    mapping.setValue(tuples);
  }
}
