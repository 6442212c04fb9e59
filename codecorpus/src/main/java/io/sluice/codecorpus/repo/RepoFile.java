package io.sluice.codecorpus.repo;

import java.util.Objects;

/**
 * One file of a repository, not yet read.
 *
 * @param path from the repository's root, folders split by {@code /}
 * @param size bytes; -1 where the file is listed but missing
 * @param blobId its git blob hash where the listing knows it, else null
 * @param executable whether it is marked as a program
 */
public record RepoFile(String path, long size, String blobId, boolean executable) {
  public RepoFile {
    Objects.requireNonNull(path, "path");
  }

  /** The path's last part. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder that a path is in, without a slash at its end; empty for the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
