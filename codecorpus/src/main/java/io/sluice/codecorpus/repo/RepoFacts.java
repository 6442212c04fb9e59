package io.sluice.codecorpus.repo;

import io.sluice.codecorpus.license.Licenses;
import io.sluice.codecorpus.quality.PathRules;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the files of a repository share: the licence of each folder that has a licence file, and Go
 * modules. Read before the files themselves, from a few small files.
 */
final class RepoFacts {
  private static final int MAX_BYTES = 4 * Licenses.MAX_LICENSE_CHARS;

  private final Map<String, String> licenses = new HashMap<>();
  private final Map<String, String> modules = new TreeMap<>();

  private RepoFacts() {}

  static RepoFacts read(FileTree tree, PathRules paths) {
    RepoFacts facts = new RepoFacts();
    Map<String, NavigableSet<String>> found = new TreeMap<>();
    List<RepoFile> files = tree.files();
    for (int i = 0; i < files.size(); i++) {
      RepoFile file = files.get(i);
      boolean license = Licenses.isLicenseFile(file.name());
      boolean module = file.name().equals("go.mod");
      if ((!license && !module)
          || file.size() > MAX_BYTES
          || paths.judgePath(file.path()).isPresent()) {
        continue;
      }
      String folder = RepoFile.folder(file.path());
      Optional<String> text = text(tree, i);
      if (license) {
        NavigableSet<String> known = found.computeIfAbsent(folder, key -> new TreeSet<>());
        text.flatMap(Licenses::ofLicenseFile).ifPresent(known::add);
      } else {
        text.map(GoImports::module).ifPresent(name -> facts.modules.put(name, folder));
      }
    }
    found.forEach((folder, known) -> facts.licenses.put(folder, join(known)));
    return facts;
  }

  private static Optional<String> text(FileTree tree, int index) {
    try {
      return Optional.ofNullable(SourceText.of(tree.read(index, MAX_BYTES)).text());
    } catch (IOException e) {
      return Optional.empty(); // the file is turned away when its turn comes
    }
  }

  /** Several licences beside each other all hold, as far as one can know; null for none. */
  static String join(NavigableSet<String> licenses) {
    if (licenses.isEmpty()) {
      return null;
    }
    if (licenses.size() == 1) {
      return licenses.first();
    }
    return String.join(
        " AND ", licenses.stream().map(id -> id.indexOf(' ') < 0 ? id : "(" + id + ")").toList());
  }

  /** The licence of the nearest folder above a path that has a licence file; null if unknown. */
  String license(String path) {
    for (String folder = RepoFile.folder(path); ; folder = RepoFile.folder(folder)) {
      if (licenses.containsKey(folder) || folder.isEmpty()) {
        return licenses.get(folder);
      }
    }
  }

  /** Go modules: module path to folder. */
  Map<String, String> modules() {
    return modules;
  }
}
