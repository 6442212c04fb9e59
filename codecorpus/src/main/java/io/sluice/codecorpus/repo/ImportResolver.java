package io.sluice.codecorpus.repo;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The files of a repository that a file imports, by the import statements that a regular expression
 * finds. What a file uses without importing it (its own Java package, a macro, a build file) is not
 * seen.
 */
final class ImportResolver {
  /** Imports of one file beyond this many are not looked at: no file's list grows without bound. */
  static final int MAX_IMPORTS = 1_000;

  private static final int[] NONE = {};

  private final PathIndex index;
  private final Map<String, ImportRule> rules = new HashMap<>();

  /**
   * A resolver for one repository.
   *
   * @param modules Go modules: module path to the folder of its {@code go.mod}
   */
  ImportResolver(PathIndex index, Map<String, String> modules) {
    this.index = index;
    ImportRule jvm = new JvmImports();
    for (String language : new String[] {"java", "kotlin", "scala", "groovy"}) {
      rules.put(language, jvm);
    }
    rules.put("python", new PythonImports());
    ImportRule script = new ScriptImports();
    for (String language : new String[] {"javascript", "typescript", "vue", "svelte"}) {
      rules.put(language, script);
    }
    ImportRule c = new CImports();
    for (String language :
        new String[] {"c", "c++", "cuda", "objective-c", "objective-c++", "glsl"}) {
      rules.put(language, c);
    }
    rules.put("go", new GoImports(modules));
    rules.put("rust", new RustImports());
    rules.put("ruby", RelativeImports.ruby());
    rules.put("php", RelativeImports.php());
    rules.put("protocol buffer", RelativeImports.protobuf());
  }

  /** The imported files as places in the sorted list of paths, increasing, without itself. */
  int[] imports(String language, int file, String text) {
    ImportRule rule = rules.get(language);
    if (rule == null) {
      return NONE;
    }
    TreeSet<Integer> found = new TreeSet<>();
    rule.find(
        index.path(file),
        text,
        index,
        other -> {
          if (other >= 0 && other != file && found.size() < MAX_IMPORTS) {
            found.add(other);
          }
        });
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
