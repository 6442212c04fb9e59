package io.sluice.codecorpus.repo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A directory of the local file system. Read without Hadoop, which follows symbolic links, hides
 * checksum files and refuses some names.
 */
final class LocalTree implements FileTree {
  private final Listing<Path> listing;
  private final List<RepoFile> files;
  private final List<Path> paths;

  private LocalTree(Listing<Path> listing) {
    this.listing = listing;
    listing.sort();
    this.files = listing.files();
    this.paths = listing.handles();
  }

  /**
   * Lists a directory, its own symbolic links not followed.
   *
   * @throws IOException if it or a folder in it cannot be listed
   */
  static LocalTree open(Path root) throws IOException {
    Listing<Path> listing = new Listing<>();
    // the configured path itself may be a link
    Path real = root.toRealPath();
    try {
      Files.walkFileTree(real, new Lister(real, listing));
    } catch (AccessDeniedException e) {
      throw new IOException(
          "directory "
              + root
              + ": no permission to read "
              + e.getFile()
              + "; remedy: allow reading it, or move it out",
          e);
    }
    return new LocalTree(listing);
  }

  @Override
  public List<RepoFile> files() {
    return files;
  }

  @Override
  public byte[] read(int index, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(paths.get(index))) {
      return Limited.read(in, limit, files.get(index).path());
    }
  }

  @Override
  public Facts facts() {
    return new Facts(null, null, null, listing.links(), 0);
  }

  @Override
  public String fingerprint() {
    return listing.fingerprint();
  }

  long bytes() {
    return listing.bytes();
  }

  @Override
  public void close() {}

  /** A path as text; where the locale cannot say it, from the raw bytes as UTF-8. */
  static String text(Path path) {
    String text = path.toString();
    if (text.indexOf('\ufffd') < 0) {
      return text;
    }
    byte[] bytes = new byte[path.toUri().getRawPath().length()];
    String raw = path.toUri().getRawPath();
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes[length++] = (byte) Integer.parseInt(raw.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) raw.charAt(i);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The local path of a Hadoop path. */
  static Path of(org.apache.hadoop.fs.Path path) {
    URI uri = path.toUri();
    return Path.of(uri.getPath());
  }

  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path root;
    private final int prefix;
    private final Listing<Path> listing;

    Lister(Path root, Listing<Path> listing) {
      this.root = root;
      String text = text(root);
      this.prefix = text.endsWith("/") ? text.length() : text.length() + 1;
      this.listing = listing;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped =
          !folder.equals(root) && Listing.SKIPPED_FOLDERS.contains(folder.getFileName().toString());
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isRegularFile()) {
        listing.link();
      } else if (!Listing.SKIPPED_FOLDERS.contains(file.getFileName().toString())) {
        listing.add(
            new RepoFile(
                text(file).substring(prefix), attributes.size(), null, Files.isExecutable(file)),
            file,
            attributes.lastModifiedTime().toMillis());
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
