package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import io.sluice.ingest.model.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path or a header says about a file: vendored, generated, minified, binary. */
public final class PathRules {
  /** How far a header reaches. Characters. */
  private static final int HEADER_CHARS = 2_000;

  private final List<Pattern> vendored;
  private final List<Pattern> generatedNames;
  private final List<Pattern> generatedHeaders;
  private final List<Pattern> minifiedNames;
  private final Set<String> lockFiles;
  private final Set<String> binaryExtensions;

  private PathRules(DataMap data) {
    this.vendored = data.patterns("vendored");
    this.generatedNames = data.patterns("generated_names");
    this.generatedHeaders = data.patterns("generated_headers");
    this.minifiedNames = data.patterns("minified_names");
    this.lockFiles = Set.copyOf(data.strings("lock_files"));
    this.binaryExtensions = Set.copyOf(data.strings("binary_extensions"));
  }

  /** The rules of a parsed {@code code_paths.yaml}. */
  public static PathRules of(DataMap data) {
    data.allow(
        Set.of(
            "vendored",
            "generated_names",
            "generated_headers",
            "minified_names",
            "lock_files",
            "binary_extensions"));
    return new PathRules(data);
  }

  /** Why a file at this path (folders split by {@code /}) is turned away unread, or none. */
  public Optional<Verdict> judgePath(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<Verdict> vendor = find(vendored, path, Reason.CODE_VENDORED, "path");
    if (vendor.isPresent()) {
      return vendor;
    }
    if (lockFiles.contains(name)) {
      return Optional.of(new Verdict(Reason.CODE_GENERATED, "lock file"));
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.lastIndexOf('.') >= 0 && binaryExtensions.contains(extension)) {
      return Optional.of(new Verdict(Reason.CODE_BINARY, "extension " + extension));
    }
    Optional<Verdict> minified = find(minifiedNames, name, Reason.CODE_MINIFIED, "name");
    return minified.isPresent()
        ? minified
        : find(generatedNames, name, Reason.CODE_GENERATED, "name");
  }

  /** Why a file that begins so is turned away, or none: its header says that it is generated. */
  public Optional<Verdict> judgeHeader(String text) {
    String head = text.substring(0, Math.min(text.length(), HEADER_CHARS));
    return find(generatedHeaders, head, Reason.CODE_GENERATED, "header");
  }

  private static Optional<Verdict> find(
      List<Pattern> patterns, String text, Reason reason, String what) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return Optional.of(new Verdict(reason, what + ": " + matcher.group().strip()));
      }
    }
    return Optional.empty();
  }
}
