package io.sluice.codecorpus.repo;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports that name a file: the path beside the file, else the nearest path that ends so. */
final class RelativeImports implements ImportRule {
  private final Pattern pattern;
  private final List<String> extensions;

  private RelativeImports(String pattern, String... extensions) {
    this.pattern = Pattern.compile(pattern);
    this.extensions = List.of(extensions);
  }

  /** {@code require_relative 'x'} and {@code require 'x'}, with or without {@code .rb}. */
  static ImportRule ruby() {
    return new RelativeImports(
        "(?m)^[ \\t]*require(?:_relative)?[ \\t(]+[\"']([^\"'\\n]{1,300})[\"']", "", ".rb");
  }

  /** {@code require}, {@code include} and their {@code _once} forms. */
  static ImportRule php() {
    return new RelativeImports(
        "\\b(?:require|include)(?:_once)?[ \\t(]+(?:(?:__DIR__|dirname\\(__FILE__\\))[ \\t]*\\."
            + "[ \\t]*)?[\"']/?([^\"'\\n]{1,300})[\"']",
        "");
  }

  /** {@code import "x.proto"}. */
  static ImportRule protobuf() {
    return new RelativeImports(
        "(?m)^[ \\t]*import[ \\t]+(?:public[ \\t]+|weak[ \\t]+)?\"([^\"\\n]{1,300})\"", "");
  }

  @Override
  public void find(String path, String text, PathIndex index, IntConsumer found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.accept(file(path, matcher.group(1), index));
    }
  }

  private int file(String path, String target, PathIndex index) {
    String beside = PathIndex.resolve(RepoFile.folder(path), target);
    for (String extension : extensions) {
      int file = beside == null ? -1 : index.exact(beside + extension);
      if (file >= 0) {
        return file;
      }
    }
    if (target.startsWith(".")) {
      return -1;
    }
    for (String extension : extensions) {
      int file = index.nearest(path, target + extension);
      if (file >= 0) {
        return file;
      }
    }
    return -1;
  }
}
