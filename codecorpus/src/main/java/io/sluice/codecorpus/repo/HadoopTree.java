package io.sluice.codecorpus.repo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A directory of any Hadoop file system. */
final class HadoopTree implements FileTree {
  private final FileSystem system;
  private final Listing<Path> listing;
  private final List<RepoFile> files;
  private final List<Path> paths;

  private HadoopTree(FileSystem system, Listing<Path> listing) {
    this.system = system;
    this.listing = listing;
    listing.sort();
    this.files = listing.files();
    this.paths = listing.handles();
  }

  /**
   * Lists a directory.
   *
   * @throws IOException if it or a folder in it cannot be listed
   */
  static HadoopTree open(FileSystem system, Path root) throws IOException {
    Listing<Path> listing = new Listing<>();
    String base = system.getFileStatus(root).getPath().toUri().getPath();
    int prefix = base.endsWith("/") ? base.length() : base.length() + 1;
    Deque<Path> folders = new ArrayDeque<>(List.of(root));
    while (!folders.isEmpty()) {
      for (FileStatus status : system.listStatus(folders.pop())) {
        Path path = status.getPath();
        boolean skipped = Listing.SKIPPED_FOLDERS.contains(path.getName());
        if (status.isSymlink()) {
          listing.link();
        } else if (status.isDirectory() && !skipped) {
          folders.push(path);
        } else if (!skipped) {
          String text = path.toUri().getPath().substring(prefix);
          listing.add(
              new RepoFile(text, status.getLen(), null, false), path, status.getModificationTime());
        }
      }
    }
    return new HadoopTree(system, listing);
  }

  @Override
  public List<RepoFile> files() {
    return files;
  }

  @Override
  public byte[] read(int index, int limit) throws IOException {
    try (InputStream in = system.open(paths.get(index))) {
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
}
