package io.sluice.ingest.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes records from a YAML tree. Collects every problem instead of stopping at the first; a value
 * with a problem is null until the caller has thrown.
 */
final class Binder {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([KMBT])");

  private final String origin;
  private final Map<String, String> variables;
  private final List<Problem> problems = new ArrayList<>();

  Binder(String origin, Map<String, String> variables) {
    this.origin = origin;
    this.variables = variables;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The node as a value of this type; null where it has problems or is null. */
  Object bind(Type type, Node node, String path, Key key) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(arguments[0], node, path, key)
          : map(arguments[1], node, path, key);
    }
    Class<?> target = (Class<?>) type;
    if (isNull(node)) {
      if (target.isPrimitive()) {
        wrong(node, path, "has no value", "give " + expected(target));
      }
      return null;
    }
    if (target.isRecord()) {
      return record(target, node, path);
    }
    return scalar(target, node, path, key);
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private void wrong(Node node, String path, String message, String remedy) {
    int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    problems.add(new Problem(line == 0 ? "--set" : origin, line, path, message, remedy));
  }

  private Object record(Class<?> target, Node node, String path) {
    if (!(node instanceof MappingNode mapping)) {
      wrong(
          node,
          path,
          "got " + describe(node),
          "expected keys: " + String.join(", ", Keys.of(target)));
      return null;
    }
    List<String> valid = Keys.of(target);
    int before = problems.size();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!valid.contains(name)) {
        wrong(tuple.getKeyNode(), join(path, name), "unknown key", Keys.advice(name, valid));
      } else if (!seen.add(name)) {
        wrong(tuple.getKeyNode(), join(path, name), "given twice", "remove one");
      }
    }
    RecordComponent[] components = target.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      Key key = component.getAnnotation(Key.class);
      if (key == null) {
        throw new IllegalStateException(target + "." + component.getName() + " has no @Key");
      }
      String name = Keys.name(component);
      Node value = YamlTree.get(mapping, name);
      if (value == null) {
        if (key.preset().equals(Key.REQUIRED)) {
          wrong(node, join(path, name), "is missing", key.doc());
          continue;
        }
        value = YamlTree.parse(key.preset(), "default of " + name);
        if (key.preset().equals("null")) {
          values[i] = null;
          continue;
        }
      }
      values[i] = bind(component.getGenericType(), value, join(path, name), key);
    }
    if (problems.size() > before) {
      return null;
    }
    try {
      var constructor = target.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw new IllegalStateException(target + " cannot be made", e.getCause());
      }
      for (String message : String.valueOf(e.getCause().getMessage()).split("\n")) {
        wrong(node, path, message, "mend the value");
      }
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(target + " cannot be made", e);
    }
  }

  private Object list(Type element, Node node, String path, Key key) {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof SequenceNode sequence)) {
      wrong(node, path, "got " + describe(node), "expected a list: [a, b]");
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (Node child : sequence.getValue()) {
      Object value = bind(element, child, path + "[" + values.size() + "]", key);
      values.add(value);
    }
    return Collections.unmodifiableList(values);
  }

  private Object map(Type element, Node node, String path, Key key) {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, path, "got " + describe(node), "expected keys and values: {a: 1}");
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.containsKey(name)) {
        wrong(tuple.getKeyNode(), join(path, name), "given twice", "remove one");
      }
      values.put(name, bind(element, tuple.getValueNode(), join(path, name), key));
    }
    return Collections.unmodifiableMap(values);
  }

  private Object scalar(Class<?> target, Node node, String path, Key key) {
    if (!(node instanceof ScalarNode scalar)) {
      wrong(node, path, "got " + describe(node), "expected " + expected(target));
      return null;
    }
    String text = substitute(scalar, path);
    Tag tag = scalar.getTag();
    Object value = null;
    if (target == String.class) {
      value = tag.equals(Tag.STR) ? text : null;
    } else if (target.isEnum()) {
      return enumValue(target, scalar, path);
    } else if (target == boolean.class || target == Boolean.class) {
      value = tag.equals(Tag.BOOL) ? Boolean.valueOf(isTrue(text)) : null;
    } else {
      Double number = number(tag, text, target);
      if (number != null && (number < key.min() || number > key.max())) {
        wrong(node, path, "got " + text, range(key));
        return null;
      }
      value = number == null ? null : narrow(number, text, target);
    }
    if (value == null) {
      wrong(node, path, "got " + describe(node), "expected " + expected(target));
    }
    return value;
  }

  private String substitute(ScalarNode scalar, String path) {
    Matcher matcher = VARIABLE.matcher(scalar.getValue());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String value = variables.get(matcher.group(1));
      if (value == null) {
        wrong(
            scalar,
            path,
            "unknown variable " + matcher.group(),
            "known here: " + String.join(", ", variables.keySet()));
        value = "";
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private Object enumValue(Class<?> target, ScalarNode scalar, String path) {
    List<String> valid = new ArrayList<>();
    for (Object constant : target.getEnumConstants()) {
      String name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
      if (name.equals(scalar.getValue())) {
        return constant;
      }
      valid.add(name);
    }
    wrong(scalar, path, "got '" + scalar.getValue() + "'", Keys.advice(scalar.getValue(), valid));
    return null;
  }

  private static boolean isTrue(String text) {
    return List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
  }

  /** The number, or null where the scalar is none; 15T and the like for whole numbers. */
  private static Double number(Tag tag, String text, Class<?> target) {
    boolean whole = target != double.class && target != Double.class;
    Matcher amount = AMOUNT.matcher(text);
    if (amount.matches() && target != int.class && target != Integer.class) {
      double unit = Math.pow(1000, "KMBT".indexOf(amount.group(2)) + 1);
      return Double.parseDouble(amount.group(1)) * unit;
    }
    // YAML 1.1 takes 1e-7 for a string: it wants a point and a signed exponent.
    boolean isNumber =
        tag.equals(Tag.INT)
            || tag.equals(Tag.FLOAT)
            || text.matches("[-+]?\\d+(\\.\\d+)?[eE][-+]?\\d+");
    if (!isNumber || (whole && tag.equals(Tag.FLOAT))) {
      return null;
    }
    try {
      return Double.valueOf(text.replace("_", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Object narrow(double number, String text, Class<?> target) {
    if (target == double.class || target == Double.class) {
      return number;
    }
    if (number != Math.rint(number)) {
      return null;
    }
    if (target == long.class || target == Long.class) {
      String digits = text.replace("_", "");
      return digits.matches("[-+]?\\d{1,18}") ? Long.valueOf(digits) : Long.valueOf((long) number);
    }
    return number == (int) number ? Integer.valueOf((int) number) : null;
  }

  private static String range(Key key) {
    boolean low = key.min() != Double.NEGATIVE_INFINITY;
    boolean high = key.max() != Double.POSITIVE_INFINITY;
    return "allowed: "
        + (low ? "at least " + plain(key.min()) : "")
        + (low && high ? ", " : "")
        + (high ? "at most " + plain(key.max()) : "");
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String expected(Class<?> target) {
    if (target == String.class) {
      return "text (in quotes where it looks like something else)";
    }
    if (target == boolean.class || target == Boolean.class) {
      return "true or false";
    }
    if (target == double.class || target == Double.class) {
      return "a number";
    }
    return "a whole number";
  }

  private static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      return "'" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "a section with keys";
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
