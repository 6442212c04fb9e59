package io.sluice.jobs.wiring;

import io.sluice.ingest.run.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands in local files that a configuration names: part of a fingerprint, so that a part is
 * made anew when a file of thresholds or a model is changed and its name is not.
 */
final class NamedFiles {
  private NamedFiles() {}

  /**
   * SHA-256 by path, of files and of the files in folders. A name that is null or of nothing has no
   * entry: whoever reads it says what is wrong.
   */
  static SortedMap<String, String> hashes(String... names) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String name : names) {
      if (name != null) {
        add(Path.of(name), hashes);
      }
    }
    return hashes;
  }

  private static void add(Path path, SortedMap<String, String> hashes) throws IOException {
    if (Files.isRegularFile(path)) {
      hashes.put(path.toString(), hash(path));
    } else if (Files.isDirectory(path)) {
      try (Stream<Path> entries = Files.list(path)) {
        for (Path file : entries.filter(Files::isRegularFile).toList()) {
          hashes.put(file.toString(), hash(file));
        }
      }
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Json.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
