package io.sluice.ingest.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A configuration as YAML in which every key stands, with what it means and its preset. */
public final class Reference {
  private Reference() {}

  /**
   * Every key of a section: its doc as a comment, then the key with its preset. What has to be
   * given, and sections that are absent by preset, are commented out, with words in angle brackets
   * where a value goes; the element of a list of sections is shown once. The text loads, and gives
   * the presets, where the section asks for no key.
   *
   * @throws ConfigError if a preset is no YAML
   */
  public static String yaml(Class<? extends Record> section) {
    StringBuilder text = new StringBuilder();
    for (RecordComponent component : section.getRecordComponents()) {
      text.append(text.length() == 0 ? "" : "\n");
      entry(component, null, false).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  /** The lines of a section; in a template what has to be given stands as it is to be written. */
  private static List<String> section(Class<?> section, Given given, boolean template) {
    List<String> lines = new ArrayList<>();
    for (RecordComponent component : section.getRecordComponents()) {
      lines.addAll(entry(component, given, template));
    }
    return lines;
  }

  private static List<String> entry(RecordComponent component, Given given, boolean template) {
    Key key = component.getAnnotation(Key.class);
    String name = Keys.name(component);
    Type type = component.getGenericType();
    String preset = given == null ? null : given.value(name);
    preset = preset == null ? key.preset() : preset;
    boolean required = preset.equals(Key.REQUIRED);
    boolean absent = required || preset.equals("null");
    Class<?> nested = sectionOf(type);

    List<String> lines = new ArrayList<>(List.of("# " + doc(key, type)));
    if (nested == null) {
      String value = required ? placeholder(type) : preset;
      lines.addAll(out(required && !template, List.of(name + ": " + value)));
      return lines;
    }
    boolean list = type instanceof ParameterizedType;
    List<String> inner = new ArrayList<>(List.of(name + ":"));
    if (list) {
      inner.addAll(element(section(nested, null, true)));
      if (!absent) {
        lines.add(name + ": " + preset);
      }
      lines.addAll(out(!(required && template), inner));
      return lines;
    }
    Given values = absent ? null : Given.of(preset, name);
    indent("  ", section(nested, values, template || absent)).forEach(inner::add);
    lines.addAll(out(absent && !(required && template), inner));
    return lines;
  }

  private static List<String> out(boolean commented, List<String> lines) {
    return commented ? indent("# ", lines) : lines;
  }

  private static List<String> indent(String by, List<String> lines) {
    return lines.stream().map(line -> by + line).toList();
  }

  /** The first line that is no comment gets the dash. */
  private static List<String> element(List<String> lines) {
    List<String> element = new ArrayList<>(indent("    ", lines));
    for (int i = 0; i < element.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        element.set(i, "  - " + lines.get(i));
        return element;
      }
      element.set(i, "  " + lines.get(i));
    }
    return element;
  }

  /** The section that a key holds, alone or as a list; null for all else. */
  private static Class<?> sectionOf(Type type) {
    Type held = type;
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() != List.class) {
        return null;
      }
      held = generic.getActualTypeArguments()[0];
    }
    return held instanceof Class<?> found && found.isRecord() ? found : null;
  }

  /** The doc, and the words that are allowed where it does not name them all. */
  private static String doc(Key key, Type type) {
    Type held =
        type instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]
            : type;
    List<String> words = held instanceof Class<?> found ? words(found) : List.of();
    return words.stream().allMatch(key.doc()::contains)
        ? key.doc()
        : key.doc() + " (of: " + String.join(", ", words) + ")";
  }

  private static List<String> words(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }

  private static String placeholder(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "[" + placeholder(arguments[0]) + "]"
          : "{<word>: " + placeholder(arguments[1]) + "}";
    }
    Class<?> target = (Class<?>) type;
    if (target == String.class) {
      return "<text>";
    }
    if (target.isEnum()) {
      return words(target).stream().collect(Collectors.joining(" or ", "<", ">"));
    }
    boolean truth = target == boolean.class || target == Boolean.class;
    return truth ? "<true or false>" : "<number>";
  }

  /** A section's preset: values of some of its keys, as they are written there. */
  private record Given(MappingNode mapping, String yaml) {
    static Given of(String yaml, String name) {
      if (YamlTree.parse(yaml, "preset of " + name) instanceof MappingNode mapping) {
        return new Given(mapping, yaml);
      }
      throw new IllegalStateException("preset of " + name + ": got " + yaml + ", wanted keys");
    }

    String value(String key) {
      Node node = YamlTree.get(mapping, key);
      return node == null
          ? null
          : yaml.substring(node.getStartMark().getIndex(), node.getEndMark().getIndex());
    }
  }
}
