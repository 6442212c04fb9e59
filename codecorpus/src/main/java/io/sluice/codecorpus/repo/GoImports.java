package io.sluice.codecorpus.repo;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Imports of Go packages below a module of this repository: every file of the package's folder but
 * its tests.
 */
final class GoImports implements ImportRule {
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:import[ \\t]+)?(?:[\\w.]{1,100}[ \\t]+)?\"([^\"\\n ]{1,300})\""
              + "[ \\t]*(?://.*)?$");
  private static final Pattern BODY = Pattern.compile("(?m)^func\\b");
  private static final Pattern MODULE =
      Pattern.compile("(?m)^[ \\t]*module[ \\t]+\"?([^\\s\"]{1,300})");

  private final TreeMap<String, String> modules;

  GoImports(Map<String, String> modules) {
    this.modules = new TreeMap<>(modules);
  }

  /** The module path that a {@code go.mod} declares, or null. */
  static String module(String text) {
    Matcher matcher = MODULE.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    if (modules.isEmpty()) {
      return;
    }
    Matcher body = BODY.matcher(text);
    Matcher matcher = IMPORT.matcher(text).region(0, body.find() ? body.start() : text.length());
    while (matcher.find()) {
      String folder = folder(matcher.group(1));
      if (folder == null) {
        continue;
      }
      for (int file : index.folder(folder)) {
        String name = index.path(file);
        if (name.endsWith(".go") && !name.endsWith("_test.go")) {
          found.accept(file);
        }
      }
    }
  }

  /** The folder of a package: that of the longest module that it is in; null outside of all. */
  private String folder(String target) {
    for (String module = target; !module.isEmpty(); module = RepoFile.folder(module)) {
      String root = modules.get(module);
      if (root != null) {
        return PathIndex.resolve(root, target.substring(module.length()));
      }
    }
    return null;
  }
}
