package io.sluice.codecorpus.repo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The tree of HEAD of a local git repository, with a work tree or bare. The work tree is not looked
 * at, and no filter, hook or attribute of the repository is run.
 */
final class GitTree implements FileTree {
  private final Repository repository;
  private final ObjectReader reader;
  private final Facts facts;
  private final List<RepoFile> files;

  private GitTree(Repository repository, ObjectReader reader, Facts facts, List<RepoFile> files) {
    this.repository = repository;
    this.reader = reader;
    this.facts = facts;
    this.files = files;
  }

  /** Whether a directory is a git repository: a work tree or a bare repository. */
  static boolean isRepository(Path folder) {
    return Files.exists(folder.resolve(Constants.DOT_GIT)) || isGitFolder(folder);
  }

  private static boolean isGitFolder(Path folder) {
    return Files.isRegularFile(folder.resolve(Constants.HEAD))
        && Files.isDirectory(folder.resolve(Constants.OBJECTS))
        && Files.isDirectory(folder.resolve("refs"));
  }

  /**
   * The commit that HEAD names.
   *
   * @throws IOException with a remedy, if the repository is broken or has no commit
   */
  static String head(Path folder) throws IOException {
    try (Repository repository = repository(folder)) {
      return head(repository, folder).name();
    } catch (RuntimeException e) {
      throw broken(folder, e);
    }
  }

  /** Bytes of the repository's objects on disk. */
  static long bytes(Path folder) throws IOException {
    try (Repository repository = repository(folder);
        Stream<Path> objects =
            Files.walk(repository.getDirectory().toPath().resolve(Constants.OBJECTS))) {
      long bytes = 0;
      for (Path object : (Iterable<Path>) objects::iterator) {
        bytes += Files.isRegularFile(object) ? Files.size(object) : 0;
      }
      return bytes;
    } catch (RuntimeException e) {
      throw broken(folder, e);
    }
  }

  /**
   * Lists HEAD's tree.
   *
   * @throws IOException with a remedy, if the repository is broken or has no commit
   */
  @SuppressWarnings("MustBeClosedChecker")
  static GitTree open(Path folder) throws IOException {
    Repository repository = repository(folder);
    ObjectReader reader = repository.newObjectReader();
    try {
      return list(folder, repository, reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      repository.close();
      throw e instanceof Remedied remedied ? remedied : broken(folder, e);
    }
  }

  private static GitTree list(Path folder, Repository repository, ObjectReader reader)
      throws IOException {
    List<RepoFile> files = new ArrayList<>();
    int links = 0;
    int submodules = 0;
    ObjectId head = head(repository, folder);
    try (RevWalk commits = new RevWalk(reader);
        TreeWalk walk = new TreeWalk(repository, reader)) {
      RevCommit commit = commits.parseCommit(head);
      walk.setRecursive(true);
      walk.addTree(commit.getTree());
      while (walk.next()) {
        FileMode mode = walk.getFileMode(0);
        if (mode == FileMode.GITLINK) {
          submodules++;
        } else if (mode == FileMode.SYMLINK) {
          links++;
        } else {
          files.add(file(reader, walk, mode));
        }
      }
      files.sort(Comparator.comparing(RepoFile::path));
      String origin = repository.getConfig().getString("remote", "origin", "url");
      Facts facts =
          new Facts(
              commit.name(),
              commit.getCommitterIdent().getWhenAsInstant(),
              OriginUrl.clean(origin),
              links,
              submodules);
      return new GitTree(repository, reader, facts, List.copyOf(files));
    }
  }

  private static RepoFile file(ObjectReader reader, TreeWalk walk, FileMode mode)
      throws IOException {
    ObjectId id = walk.getObjectId(0);
    long size;
    try {
      size = reader.getObjectSize(id, Constants.OBJ_BLOB);
    } catch (MissingObjectException e) {
      size = -1; // the file is turned away by itself when it is read
    }
    return new RepoFile(
        new String(walk.getRawPath(), StandardCharsets.UTF_8),
        size,
        id.name(),
        mode == FileMode.EXECUTABLE_FILE);
  }

  @Override
  public List<RepoFile> files() {
    return files;
  }

  @Override
  public byte[] read(int index, int limit) throws IOException {
    RepoFile file = files.get(index);
    ObjectLoader loader = reader.open(ObjectId.fromString(file.blobId()), Constants.OBJ_BLOB);
    if (loader.getSize() > limit) {
      throw new IOException(file.path() + ": longer than " + limit + " bytes");
    }
    return loader.getCachedBytes(Integer.MAX_VALUE);
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public String fingerprint() {
    return facts.commit();
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }

  private static Repository repository(Path folder) throws IOException {
    GitSystem.install();
    Path real = folder.toRealPath();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    if (Files.exists(real.resolve(Constants.DOT_GIT))) {
      builder.setWorkTree(real.toFile());
    } else {
      builder.setGitDir(new File(real.toString())).setBare();
    }
    try {
      return builder.build();
    } catch (IOException | RuntimeException e) {
      throw broken(folder, e);
    }
  }

  private static ObjectId head(Repository repository, Path folder) throws IOException {
    ObjectId head;
    try {
      head = repository.resolve(Constants.HEAD);
    } catch (IOException | RuntimeException e) {
      throw broken(folder, e);
    }
    if (head == null) {
      throw new Remedied(
          "git repository "
              + folder
              + ": HEAD names no commit; remedy: point HEAD at a branch"
              + " that exists (git symbolic-ref HEAD refs/heads/NAME), or clone it again",
          null);
    }
    return head;
  }

  private static IOException broken(Path folder, Exception cause) {
    return new Remedied(
        "git repository "
            + folder
            + ": cannot be read ("
            + cause.getMessage()
            + "); remedy: run git fsck there, or clone it again",
        cause);
  }

  /** An error that already says what to do. */
  private static final class Remedied extends IOException {
    private static final long serialVersionUID = 1L;

    Remedied(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
