package io.sluice.codecorpus.repo;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Which repositories a configured path holds, and how one is opened. */
public final class Repositories {
  private Repositories() {}

  /**
   * The path itself where it is a git repository or holds files, else each folder in it, sorted by
   * name. A git repository's fingerprint is the commit of HEAD, a directory's a hash over path,
   * length and modification time of its files. A repository that cannot be read is listed with the
   * fingerprint {@code unreadable}, so that the run records it.
   *
   * @param source the input's name in the configuration
   * @throws UserError if the path does not exist, cannot be listed, or holds nothing
   */
  public static List<InputItem> find(String source, Path root, Configuration hadoop) {
    try {
      FileSystem system = root.getFileSystem(hadoop);
      Path full = system.makeQualified(root);
      if (!system.exists(full) || !system.getFileStatus(full).isDirectory()) {
        throw new UserError(
            source + ": " + root + " is not a directory",
            "name a repository, or a directory that holds repositories");
      }
      FileStatus[] children = system.listStatus(full);
      Arrays.sort(children, Comparator.comparing(child -> child.getPath().getName()));
      boolean whole = isGit(full, system) || Arrays.stream(children).anyMatch(FileStatus::isFile);
      List<InputItem> items = new ArrayList<>();
      if (whole) {
        items.add(item(source, full, system));
      } else {
        for (FileStatus child : children) {
          if (child.isDirectory() && !Listing.SKIPPED_FOLDERS.contains(child.getPath().getName())) {
            items.add(item(source, child.getPath(), system));
          }
        }
      }
      if (items.isEmpty()) {
        throw new UserError(
            source + ": " + root + " holds no repository",
            "put repositories there, each a folder, or name another path");
      }
      return List.copyOf(items);
    } catch (IOException e) {
      throw new UserError(
          source + ": " + root + " cannot be listed: " + e.getMessage(),
          "check the path and the permission to read it");
    }
  }

  /**
   * Opens a repository.
   *
   * @throws IOException with a remedy, where it cannot be read
   */
  static FileTree open(Path path, Configuration hadoop) throws IOException {
    FileSystem system = path.getFileSystem(hadoop);
    Path full = system.makeQualified(path);
    if (isLocal(full)) {
      java.nio.file.Path local = LocalTree.of(full);
      return GitTree.isRepository(local) ? GitTree.open(local) : LocalTree.open(local);
    }
    if (isGit(full, system)) {
      throw new IOException(
          "git repository "
              + full
              + ": git is read from a local file system only; remedy: copy it"
              + " to one, or remove its git data to have it read as a plain directory");
    }
    return HadoopTree.open(system, full);
  }

  private static InputItem item(String source, Path path, FileSystem system) {
    try {
      if (isLocal(path)) {
        java.nio.file.Path local = LocalTree.of(path);
        if (GitTree.isRepository(local)) {
          String head = GitTree.head(local);
          return new InputItem(source, path.toString(), GitTree.bytes(local), head);
        }
        LocalTree tree = LocalTree.open(local);
        return new InputItem(source, path.toString(), tree.bytes(), tree.fingerprint());
      }
      HadoopTree tree = HadoopTree.open(system, path);
      return new InputItem(source, path.toString(), tree.bytes(), tree.fingerprint());
    } catch (IOException e) {
      return new InputItem(source, path.toString(), 0, "unreadable");
    }
  }

  private static boolean isLocal(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  private static boolean isGit(Path path, FileSystem system) throws IOException {
    if (isLocal(path)) {
      return GitTree.isRepository(LocalTree.of(path));
    }
    return system.exists(new Path(path, ".git"))
        || (system.exists(new Path(path, "HEAD"))
            && system.exists(new Path(path, "objects"))
            && system.exists(new Path(path, "refs")));
  }
}
