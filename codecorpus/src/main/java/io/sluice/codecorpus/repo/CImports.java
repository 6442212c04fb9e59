package io.sluice.codecorpus.repo;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code #include "x"} of C and its kin: beside the file, else the nearest path that ends so;
 * {@code <a/b.h>} the same way, but {@code <b.h>} is the system's.
 */
final class CImports implements ImportRule {
  private static final Pattern INCLUDE =
      Pattern.compile(
          "(?m)^[ \\t]*#[ \\t]*(?:include|import)[ \\t]*([\"<])([^\">\\n]{1,300})[\">]");

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    Matcher matcher = INCLUDE.matcher(text);
    while (matcher.find()) {
      String target = matcher.group(2);
      if (matcher.group(1).equals("<") && target.indexOf('/') < 0) {
        continue;
      }
      String beside = PathIndex.resolve(RepoFile.folder(path), target);
      int file = beside == null ? -1 : index.exact(beside);
      if (file < 0 && !target.startsWith("../")) {
        file = index.nearest(path, target);
      }
      found.accept(file);
    }
  }
}
