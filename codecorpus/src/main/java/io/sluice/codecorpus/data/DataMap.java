package io.sluice.codecorpus.data;

import io.sluice.ingest.config.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A map of a YAML file, read by key. Every mistake is a {@link UserError} that names the file and
 * the key.
 */
public final class DataMap {
  private final String where;
  private final Map<String, Object> values;

  private DataMap(String where, Map<String, Object> values) {
    this.where = where;
    this.values = values;
  }

  /** The map that a YAML text holds; keys given twice are an error. */
  public static DataMap parse(String name, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return of(name, new Yaml(new SafeConstructor(options)).load(yaml));
    } catch (YAMLException e) {
      throw new UserError(name + ": " + e.getMessage(), "mend the YAML of this file");
    }
  }

  private static DataMap of(String where, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new UserError(where + ": got " + value + ", allowed a map", "write key: value pairs");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, inner) -> values.put(String.valueOf(key), inner));
    return new DataMap(where, values);
  }

  /** The keys, in the file's order. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Refuses any key that is not among these. */
  public DataMap allow(Set<String> allowed) {
    for (String key : values.keySet()) {
      if (!allowed.contains(key)) {
        throw error(key, "no such key", "one of " + allowed.stream().sorted().toList());
      }
    }
    return this;
  }

  /** Whether the key is given and not null. */
  public boolean has(String key) {
    return values.get(key) != null;
  }

  /** This map with the other's values in place of its own where both have a key. */
  public DataMap overlaid(DataMap other) {
    Map<String, Object> merged = new LinkedHashMap<>(values);
    merged.putAll(other.values);
    return new DataMap(other.where, merged);
  }

  /** A map within; an empty one where the key is absent. */
  public DataMap map(String key) {
    return of(where + "." + key, has(key) ? values.get(key) : Map.of());
  }

  /** A word. */
  public String string(String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw error(key, values.get(key), "a string");
  }

  /** A list of words; empty where the key is absent. */
  public List<String> strings(String key) {
    List<String> result = new ArrayList<>();
    for (Object item : list(key)) {
      result.add(String.valueOf(item));
    }
    return result;
  }

  /** A list of regular expressions; empty where the key is absent. */
  public List<Pattern> patterns(String key) {
    List<Pattern> result = new ArrayList<>();
    for (String text : strings(key)) {
      try {
        result.add(Pattern.compile(text));
      } catch (PatternSyntaxException e) {
        throw error(key, text, "a regular expression: " + e.getDescription());
      }
    }
    return result;
  }

  /** A list of lists of words; empty where the key is absent. */
  public List<List<String>> lists(String key) {
    List<List<String>> result = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof List<?> inner)) {
        throw error(key, item, "a list of lists");
      }
      result.add(inner.stream().map(String::valueOf).toList());
    }
    return result;
  }

  /** Numbers of a list, NaN for null; empty where the key is absent. */
  public double[] numbers(String key) {
    return list(key).stream()
        .mapToDouble(item -> item == null ? Double.NaN : number(key, item))
        .toArray();
  }

  /** A number. */
  public double number(String key) {
    return number(key, values.get(key));
  }

  /** A switch; false where the key is absent. */
  public boolean flag(String key) {
    Object value = values.get(key);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw error(key, value, "true or false");
  }

  /** The error of a key whose value is not what it must be. */
  public UserError error(String key, Object got, String allowed) {
    return new UserError(
        where + "." + key + ": got " + got + ", allowed " + allowed, "mend this key of the file");
  }

  private List<?> list(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw error(key, value, "a list");
  }

  private double number(String key, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw error(key, value, "a number");
  }
}
