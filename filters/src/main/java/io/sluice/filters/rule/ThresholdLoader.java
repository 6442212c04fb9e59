package io.sluice.filters.rule;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the built-in thresholds and the user's own. */
final class ThresholdLoader {
  /** Name of the file for every language that has none of its own. */
  static final String COMMON = "default";

  private static final List<String> BUILT_IN =
      List.of(
          COMMON, "arb", "ces", "cmn", "deu", "ell", "eng", "fas", "fra", "hin", "hun", "ind",
          "ita", "jpn", "kor", "nld", "pol", "por", "ron", "rus", "spa", "swe", "tha", "tur", "ukr",
          "vie");

  private static final String SUFFIX = ".yaml";

  private ThresholdLoader() {}

  /**
   * Thresholds by language code, and {@link #COMMON}.
   *
   * @param folder holds files that replace the built-in ones or add languages; null for none
   */
  static Map<String, Thresholds> load(String folder) {
    Map<String, Thresholds> files = new TreeMap<>();
    for (String name : BUILT_IN) {
      files.put(name, builtIn(name));
    }
    if (folder != null) {
      files.putAll(own(folder));
    }
    return files;
  }

  private static Thresholds builtIn(String name) {
    String resource = "thresholds/" + name + SUFFIX;
    try (InputStream in = ThresholdLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Config.parse(Thresholds.class, yaml, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static Map<String, Thresholds> own(String folder) {
    Map<String, Thresholds> files = new TreeMap<>();
    for (Path file : yamlFiles(folder)) {
      String fileName = file.getFileName().toString();
      String name = fileName.substring(0, fileName.length() - SUFFIX.length());
      if (!name.equals(COMMON) && !name.matches("[a-z]{3}(_[A-Z][a-z]{3})?")) {
        throw new UserError(
            "thresholds: " + file + " is named after no language",
            "name it default.yaml or by an ISO 639-3 code, such as eng.yaml or cmn_Hant.yaml");
      }
      files.put(name, Config.load(Thresholds.class, file, List.of(), Map.of()));
    }
    if (files.isEmpty()) {
      throw new UserError(
          "thresholds: " + folder + " holds no .yaml file",
          "put default.yaml or files such as eng.yaml there, or leave the key out");
    }
    return files;
  }

  private static List<Path> yamlFiles(String folder) {
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      return entries.filter(p -> p.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException | InvalidPathException e) {
      throw new UserError(
          "thresholds: " + folder + " cannot be read as a folder (" + e + ")",
          "name a folder of thresholds files, or leave the key out");
    }
  }
}
