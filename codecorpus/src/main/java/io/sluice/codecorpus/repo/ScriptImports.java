package io.sluice.codecorpus.repo;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code import … from './x'}, {@code export … from}, {@code require('./x')} and {@code import()}
 * of JavaScript and TypeScript: relative paths, and {@code @/x} as {@code src/x}; extensions and
 * {@code index} files are tried, and {@code x.js} may be written {@code x.ts}. Packages by name are
 * none of the repository's files.
 */
final class ScriptImports implements ImportRule {
  private static final Pattern IMPORT =
      Pattern.compile(
          "\\b(?:from|import|require)[ \\t\\n]{0,20}\\(?[ \\t\\n]{0,20}"
              + "[\"']((?:\\.{1,2}|@)(?:/[^\"'\\n]{0,300})?)[\"']");
  private static final List<String> EXTENSIONS =
      List.of(
          "", ".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".json");

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    Matcher matcher = IMPORT.matcher(text);
    while (matcher.find()) {
      String target = matcher.group(1);
      if (target.startsWith("@/")) {
        found.accept(aliased(path, target.substring(2), index));
      } else if (target.startsWith(".")) {
        found.accept(file(PathIndex.resolve(RepoFile.folder(path), target), index));
      }
    }
  }

  private static int aliased(String path, String target, PathIndex index) {
    for (String folder = RepoFile.folder(path); ; folder = RepoFile.folder(folder)) {
      int file = file(PathIndex.join(folder, "src/" + target), index);
      if (file >= 0 || folder.isEmpty()) {
        return file;
      }
    }
  }

  private static int file(String target, PathIndex index) {
    if (target == null) {
      return -1;
    }
    for (String extension : EXTENSIONS) {
      int file = index.exact(target + extension);
      if (file >= 0) {
        return file;
      }
    }
    if (target.endsWith(".js")) {
      String stem = target.substring(0, target.length() - 3);
      int file = index.exact(stem + ".ts");
      return file >= 0 ? file : index.exact(stem + ".tsx");
    }
    for (String extension : EXTENSIONS) {
      int file =
          extension.isEmpty() ? -1 : index.exact(PathIndex.join(target, "index" + extension));
      if (file >= 0) {
        return file;
      }
    }
    return -1;
  }
}
