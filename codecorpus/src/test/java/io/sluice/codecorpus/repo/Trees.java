package io.sluice.codecorpus.repo;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** Repositories and their readings for tests. */
final class Trees {
  static final CodeConfig CONFIG = new CodeConfig(100_000, null, List.of(), true, 200_000);

  private Trees() {}

  /** A Python module of 10 lines and more that every rule keeps; {@code imports} come first. */
  static String python(String name, String imports) {
    return imports
        + """
        # The module of %s: adds things up.


        def add_values_%s(values):
            # the sum of all values
            total = 0
            for value in values:
                total = total + value
            return total


        def mean_of_%s(values):
            count = len(values)
            if count == 0:
                return None
            return add_values_%s(values) / count
        """
            .replace("%s", name);
  }

  static void write(Path root, String path, String text) throws IOException {
    write(root, path, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path root, String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Makes a git repository of what is in the folder and commits it. */
  static Git commit(Path root) throws GitAPIException {
    GitSystem.install();
    Git git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
    git.add().addFilepattern(".").call();
    PersonIdent who =
        new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    git.commit().setMessage("first").setAuthor(who).setCommitter(who).setSign(false).call();
    return git;
  }

  static List<Judged> read(CodeConfig config, Path root) throws IOException {
    InputItem item = new InputItem("src", root.toUri().toString(), 0, "x");
    List<Judged> result = new ArrayList<>();
    try (Reading reading =
        CodeSource.of(config, new Configuration()).start().open(item, new Configuration())) {
      for (Judged judged = reading.next(); judged != null; judged = reading.next()) {
        result.add(judged);
      }
      if (reading.records() != result.size()) {
        throw new IllegalStateException(reading.records() + " records, " + result.size());
      }
    }
    return result;
  }

  static List<Judged> read(Path root) throws IOException {
    return read(CONFIG, root);
  }

  /** Path to outcome: {@code kept}, or the reason. */
  static Map<String, String> verdicts(List<Judged> judged) {
    Map<String, String> result = new TreeMap<>();
    for (Judged one : judged) {
      if (one.document().kind() == Kind.CODE) {
        result.put(
            one.document().path(), one.outcome() == Outcome.KEPT ? "kept" : one.reason().id());
      }
    }
    return result;
  }

  static List<Document> joined(List<Judged> judged) {
    return judged.stream()
        .map(Judged::document)
        .filter(document -> document.kind() == Kind.REPO)
        .toList();
  }

  static Document file(List<Judged> judged, String path) {
    return judged.stream()
        .map(Judged::document)
        .filter(document -> path.equals(document.path()))
        .findFirst()
        .orElseThrow();
  }
}
