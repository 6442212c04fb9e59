package io.sluice.codecorpus.repo;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The regular files of a repository. Links and submodules are left out and counted. */
interface FileTree extends Closeable {

  /**
   * What is known of the whole.
   *
   * @param commit commit hash, or null
   * @param time when the commit was made, or null
   * @param url where it was cloned from, without user or password, or null
   * @param links symbolic links and special files left out
   * @param submodules submodules left out
   */
  record Facts(String commit, Instant time, String url, int links, int submodules) {}

  /** Every file, sorted by path (UTF-16 order). */
  List<RepoFile> files();

  /**
   * The bytes of file {@code index} of {@link #files()}.
   *
   * @throws IOException if it cannot be read or is longer than {@code limit} bytes
   */
  byte[] read(int index, int limit) throws IOException;

  /** What is known of the whole. */
  Facts facts();

  /** Changes when the content does: the commit, or a hash over paths, lengths and times. */
  String fingerprint();
}
