package io.sluice.codecorpus.repo;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code import a.b.C} of Java, Kotlin, Scala and Groovy: the file {@code a/b/C.*} under any source
 * root; for a nested class or a static member the file of the class around it; for {@code a.b.*}
 * every file of that folder.
 */
final class JvmImports implements ImportRule {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^[ \\t]*import[ \\t]+(?:static[ \\t]+)?([\\p{L}\\w$.]{1,300})([*_{])?");
  private static final List<String> EXTENSIONS = List.of(".java", ".kt", ".scala", ".groovy");

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    Matcher matcher = IMPORT.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      boolean all = name.endsWith(".");
      String tail = (all ? name.substring(0, name.length() - 1) : name).replace('.', '/');
      if (!named(path, tail, index, found) && all) {
        folder(path, tail, index, found);
      }
    }
  }

  /** The class, else the class around it; a name in small letters only is a package. */
  private static boolean named(String path, String tail, PathIndex index, IntConsumer found) {
    String rest = tail;
    while (rest.indexOf('/') > 0) {
      for (String extension : EXTENSIONS) {
        int file = index.nearest(path, rest + extension);
        if (file >= 0) {
          found.accept(file);
          return true;
        }
      }
      rest = RepoFile.folder(rest);
    }
    return false;
  }

  private static void folder(String path, String tail, PathIndex index, IntConsumer found) {
    String folder = RepoFile.folder(path);
    while (true) {
      List<Integer> files = index.folder(PathIndex.join(folder, tail));
      files.stream().limit(ImportResolver.MAX_IMPORTS).forEach(found::accept);
      if (!files.isEmpty() || folder.isEmpty()) {
        return;
      }
      folder = RepoFile.folder(folder);
    }
  }
}
