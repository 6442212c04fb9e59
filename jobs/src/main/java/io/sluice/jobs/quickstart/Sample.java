package io.sluice.jobs.quickstart;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.warc.WarcWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A real sample of documentation pages and source code: artifacts that Maven fetches, named by
 * {@code conf/quickstart/pom.xml}. Pages stand under {@code pages/} as WARC files, source code
 * under {@code code/}, a folder an artifact.
 */
public final class Sample {
  /** Pages of one WARC file: small enough that a few files keep every core busy. */
  private static final int PAGES_PER_FILE = 250;

  private static final Instant FETCHED = Instant.parse("2024-01-01T00:00:00Z");
  private static final long FETCH_MINUTES = 30;

  private final Path root;
  private final Path pom;

  /**
   * A sample that stands, or will stand, in this folder.
   *
   * @param pom names the artifacts
   */
  public Sample(Path root, Path pom) {
    this.root = root;
    this.pom = pom;
  }

  /** Where the WARC files stand. */
  private Path pages() {
    return root.resolve("pages");
  }

  /** Where the source trees stand. */
  private Path code() {
    return root.resolve("code");
  }

  /** Whether all of it is there already. */
  public boolean isMade() throws IOException {
    return Files.exists(done())
        && Files.readString(done(), StandardCharsets.UTF_8)
            .equals(Files.readString(pom, StandardCharsets.UTF_8));
  }

  /** Written last: the list of artifacts that the folder holds. */
  private Path done() {
    return root.resolve("done");
  }

  /**
   * Fetches and unpacks it.
   *
   * @throws UserError if Maven cannot fetch it
   */
  public void make() throws IOException {
    Path jars = root.resolve("jars");
    fetch(jars);
    for (Path jar : list(jars)) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      if (name.endsWith("-javadoc")) {
        pack(jar, name.replaceFirst("-javadoc$", ""));
      } else {
        unpack(jar, name.replaceFirst("-sources$", ""));
      }
    }
    Files.copy(pom, done(), StandardCopyOption.REPLACE_EXISTING);
  }

  private void fetch(Path jars) throws IOException {
    Files.createDirectories(jars);
    Path log = jars.resolve("maven.log");
    Process maven =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-f",
                pom.toString(),
                "dependency:copy-dependencies",
                "-DoutputDirectory=" + jars.toAbsolutePath())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      if (!maven.waitFor(FETCH_MINUTES, TimeUnit.MINUTES) || maven.exitValue() != 0) {
        maven.destroyForcibly();
        throw new UserError(
            "Maven could not fetch the sample; its words are in " + log,
            "check the network and Maven's settings, then start again");
      }
    } catch (InterruptedException e) {
      maven.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Maven was fetching", e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Pages of a javadoc artifact as responses of a host that no name server knows. */
  private void pack(Path jar, String name) throws IOException {
    Files.createDirectories(pages());
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = entries(zip, ".html");
      for (int from = 0; from < entries.size(); from += PAGES_PER_FILE) {
        int to = Math.min(entries.size(), from + PAGES_PER_FILE);
        String number = String.format(Locale.ROOT, "-%03d.warc.gz", from / PAGES_PER_FILE);
        Path file = pages().resolve(name + number);
        Path part = pages().resolve("." + name + number);
        try (OutputStream out = Files.newOutputStream(part);
            WarcWriter warc = new WarcWriter(out, "Sluice", FETCHED)) {
          for (ZipEntry entry : entries.subList(from, to)) {
            warc.write(
                "https://" + name + ".javadoc.invalid/" + entry.getName().replace(" ", "%20"),
                FETCHED,
                "text/html",
                bytes(zip, entry));
          }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void unpack(Path jar, String name) throws IOException {
    Path folder = code().resolve(name);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : entries(zip, ".java", ".py", ".clj", ".xml", ".properties", ".md")) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(jar + ": entry outside the archive: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(zip, entry));
      }
    }
  }

  private static List<? extends ZipEntry> entries(ZipFile zip, String... endings) {
    return zip.stream()
        .filter(e -> !e.isDirectory() && Stream.of(endings).anyMatch(e.getName()::endsWith))
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(zip.getName() + ": " + entry.getName(), e);
    }
  }
}
