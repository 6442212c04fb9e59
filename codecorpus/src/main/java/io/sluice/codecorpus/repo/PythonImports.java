package io.sluice.codecorpus.repo;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code import a.b} and {@code from .a import b}: the module {@code a/b.py} or the package {@code
 * a/b/__init__.py}; of {@code from a import b} the module {@code a.b} where there is one, else
 * {@code a}.
 */
final class PythonImports implements ImportRule {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^[ \\t]*import[ \\t]+([^#\\n;]{1,1000})");
  private static final Pattern FROM =
      Pattern.compile(
          "(?m)^[ \\t]*from[ \\t]+([\\p{L}\\w.]{1,300})[ \\t]+import[ \\t]*"
              + "(?:\\(([^)]{1,4000})\\)|([^#\\n;(]{1,1000}))");
  private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    Matcher plain = IMPORT.matcher(text);
    while (plain.find()) {
      for (String name : plain.group(1).split(",")) {
        found.accept(module(path, first(name), index));
      }
    }
    Matcher from = FROM.matcher(text);
    while (from.find()) {
      String names = from.group(2) != null ? from.group(2) : from.group(3);
      from(path, from.group(1), COMMENT.matcher(names).replaceAll(""), index, found);
    }
  }

  private static void from(
      String path, String base, String names, PathIndex index, IntConsumer found) {
    boolean whole = false;
    for (String name : names.split(",")) {
      String member = first(name);
      String full = base.endsWith(".") ? base + member : base + "." + member;
      int file = member.isEmpty() || member.equals("*") ? -1 : module(path, full, index);
      found.accept(file);
      whole |= file < 0;
    }
    if (whole) {
      found.accept(module(path, base, index));
    }
  }

  /** The file of a module's dotted name, or -1; leading dots count folders upwards. */
  private static int module(String path, String name, PathIndex index) {
    int dots = 0;
    while (dots < name.length() && name.charAt(dots) == '.') {
      dots++;
    }
    String tail = name.substring(dots).replace('.', '/');
    if (dots == 0) {
      if (tail.isEmpty()) {
        return -1;
      }
      int file = index.nearest(path, tail + ".py");
      return file >= 0 ? file : index.nearest(path, tail + "/__init__.py");
    }
    String folder = PathIndex.resolve(RepoFile.folder(path), "../".repeat(dots - 1) + tail);
    if (folder == null) {
      return -1;
    }
    int file = tail.isEmpty() ? -1 : index.exact(folder + ".py");
    return file >= 0 ? file : index.exact(PathIndex.join(folder, "__init__.py"));
  }

  /** The name before {@code as}. */
  private static String first(String name) {
    String stripped = name.strip();
    int space = 0;
    while (space < stripped.length() && !Character.isWhitespace(stripped.charAt(space))) {
      space++;
    }
    return stripped.substring(0, space).replace("\\", "");
  }
}
