package io.sluice.codecorpus.repo;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code mod x;} of Rust, the file that holds the module, and {@code use crate::a::b}, the file of
 * the longest part of that path that is one.
 */
final class RustImports implements ImportRule {
  private static final Pattern MOD =
      Pattern.compile(
          "(?m)^[ \\t]*(?:pub(?:\\([^)\\n]{1,50}\\))?[ \\t]+)?mod[ \\t]+(\\w{1,100})[ \\t]*;");
  private static final Pattern USE =
      Pattern.compile("(?m)^[ \\t]*(?:pub[ \\t]+)?use[ \\t]+crate::([\\w:]{1,300})");

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    String folder = RepoFile.folder(path);
    String name = path.substring(folder.isEmpty() ? 0 : folder.length() + 1);
    boolean root = name.equals("mod.rs") || name.equals("lib.rs") || name.equals("main.rs");
    String inner =
        root || !name.endsWith(".rs")
            ? folder
            : PathIndex.join(folder, name.substring(0, name.length() - 3));
    Matcher mod = MOD.matcher(text);
    while (mod.find()) {
      found.accept(module(PathIndex.join(inner, mod.group(1)), index));
    }
    int source = ("/" + path).lastIndexOf("/src/");
    if (source < 0) {
      return;
    }
    String crate = path.substring(0, source) + "src";
    Matcher use = USE.matcher(text);
    while (use.find()) {
      String target = PathIndex.join(crate, use.group(1).replace("::", "/").replace(":", ""));
      int file = -1;
      while (file < 0 && target.length() > crate.length()) {
        file = module(target, index);
        target = RepoFile.folder(target);
      }
      found.accept(file);
    }
  }

  private static int module(String path, PathIndex index) {
    int file = index.exact(path + ".rs");
    return file >= 0 ? file : index.exact(path + "/mod.rs");
  }
}
