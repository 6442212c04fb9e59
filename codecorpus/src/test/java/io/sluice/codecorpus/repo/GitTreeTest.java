package io.sluice.codecorpus.repo;

import static io.sluice.codecorpus.repo.Trees.python;
import static io.sluice.codecorpus.repo.Trees.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeTest {
  @TempDir Path temp;

  private Path sample(String name) throws IOException {
    Path root = Files.createDirectory(temp.resolve(name));
    write(root, "main.py", python("main", "from lib import tool\n"));
    write(root, "lib/tool.py", python("tool", ""));
    write(root, "lib-extra/ü x.py", python("extra", ""));
    Files.createSymbolicLink(root.resolve("link.py"), Path.of("main.py"));
    return root;
  }

  private static List<InputItem> find(Path root) {
    return Repositories.find(
        "src", new org.apache.hadoop.fs.Path(root.toUri()), new Configuration());
  }

  @Test
  void headIsReadAndNotTheWorkTree() throws Exception {
    Path root = sample("shop");
    String commit;
    try (Git git = Trees.commit(root)) {
      StoredConfig config = git.getRepository().getConfig();
      config.setString("remote", "origin", "url", "https://me:secret@example.org/o/shop.git");
      config.save();
      commit = git.getRepository().resolve("HEAD").name();
    }
    write(root, "main.py", "changed");
    write(root, "untracked.py", python("untracked", ""));
    List<Judged> judged = Trees.read(root);
    assertEquals(
        Map.of("main.py", "kept", "lib/tool.py", "kept", "lib-extra/ü x.py", "kept"),
        Trees.verdicts(judged));
    Document file = Trees.file(judged, "lib/tool.py");
    assertEquals(python("tool", ""), file.text());
    assertEquals("https://example.org/o/shop.git", file.url());
    assertEquals(Instant.ofEpochSecond(1_700_000_000), file.timestamp());
    assertEquals(commit, file.meta().get("commit"));
    Document whole = Trees.joined(judged).get(0);
    assertEquals("1", whole.meta().get("links"));
    assertEquals(commit, whole.meta().get("commit"));
    assertEquals(
        List.of("<file lib-extra/ü x.py>", "<file lib/tool.py>", "<file main.py>"),
        whole.text().lines().filter(line -> line.startsWith("<file ")).toList());
  }

  @Test
  void aDirectoryItsRepositoryAndABareCloneGiveTheSameIdsInTheSameOrder() throws Exception {
    Path root = sample("shop");
    List<String> plain = Trees.read(root).stream().map(one -> one.document().id()).toList();
    Trees.commit(root).close();
    List<String> work = Trees.read(root).stream().map(one -> one.document().id()).toList();
    Path bare = temp.resolve("other/shop.git");
    Git.cloneRepository()
        .setBare(true)
        .setURI(root.toUri().toString())
        .setDirectory(bare.toFile())
        .call()
        .close();
    List<String> cloned = Trees.read(bare).stream().map(one -> one.document().id()).toList();
    assertEquals(4, plain.size());
    assertEquals(plain, work);
    assertEquals(plain, cloned);
  }

  @Test
  void executableFilesAreMarked() throws Exception {
    Path root = sample("shop");
    assertTrue(root.resolve("main.py").toFile().setExecutable(true));
    List<Judged> plain = Trees.read(root);
    assertEquals("true", Trees.file(plain, "main.py").meta().get("executable"));
    assertEquals(null, Trees.file(plain, "lib/tool.py").meta().get("executable"));
    Trees.commit(root).close();
    assertEquals("true", Trees.file(Trees.read(root), "main.py").meta().get("executable"));
  }

  @Test
  void readingWritesNothingIntoTheRepository() throws Exception {
    Path root = sample("shop");
    Trees.commit(root).close();
    List<String> before = listing(root);
    find(root);
    Trees.read(root);
    assertEquals(before, listing(root));
  }

  private static List<String> listing(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> file + " " + file.toFile().length() + " " + file.toFile().lastModified())
          .sorted()
          .toList();
    }
  }

  @Test
  void aMissingBlobCostsOneFile() throws Exception {
    Path root = sample("shop");
    Trees.commit(root).close();
    String blob = Trees.file(Trees.read(root), "lib/tool.py").meta().get("blob");
    Files.delete(root.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    assertEquals(
        Map.of("main.py", "kept", "lib/tool.py", "unreadable_input", "lib-extra/ü x.py", "kept"),
        Trees.verdicts(Trees.read(root)));
  }

  @Test
  void brokenRepositoriesSayWhatToDo() throws Exception {
    Path root = sample("shop");
    ObjectId tree;
    try (Git git = Trees.commit(root)) {
      tree = git.getRepository().resolve("HEAD^{tree}");
    }
    Path object =
        root.resolve(
            ".git/objects/" + tree.name().substring(0, 2) + "/" + tree.name().substring(2));
    byte[] bytes = Files.readAllBytes(object);
    Files.delete(object);
    assertRemedy(root, "run git fsck there, or clone it again");
    for (int length = 0; length < bytes.length; length += 3) {
      write(root, root.relativize(object).toString(), Arrays.copyOf(bytes, length));
      assertRemedy(root, "run git fsck there, or clone it again");
    }
    write(root, ".git/HEAD", "ref: refs/heads/nowhere\n");
    assertRemedy(root, "point HEAD at a branch that exists");
    assertEquals("unreadable", find(root).get(0).fingerprint());
    write(root, ".git/HEAD", new byte[] {1, 2, 3});
    assertRemedy(root, "");
    Files.delete(root.resolve(".git/HEAD"));
    assertRemedy(root, "");
    write(root, ".git/config", "[core\n");
    assertRemedy(root, "");
  }

  private static void assertRemedy(Path root, String remedy) {
    String message = assertThrows(IOException.class, () -> Trees.read(root)).getMessage();
    assertTrue(message.startsWith("git repository " + root + ": "), message);
    assertTrue(message.contains("; remedy: " + remedy), message);
  }

  @Test
  void eachFolderIsARepositoryAndFingerprintsFollowTheContent() throws Exception {
    Path one = sample("one");
    Path two = sample("two");
    String commit;
    try (Git git = Trees.commit(two)) {
      commit = git.getRepository().resolve("HEAD").name();
    }
    List<InputItem> items = find(temp);
    assertEquals(
        List.of("one", "two"),
        items.stream().map(item -> new org.apache.hadoop.fs.Path(item.path()).getName()).toList());
    assertEquals(commit, items.get(1).fingerprint());
    long bytes;
    try (Stream<Path> files = Files.walk(one)) {
      bytes =
          files
              .filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
              .mapToLong(file -> file.toFile().length())
              .sum();
    }
    assertEquals(bytes, items.get(0).bytes());
    assertTrue(items.get(1).bytes() > 0);
    assertEquals(items, find(temp));

    write(one, "more.py", "x");
    write(two, "more.py", "x");
    List<InputItem> later = find(temp);
    assertTrue(!later.get(0).fingerprint().equals(items.get(0).fingerprint()));
    assertEquals(items.get(1), later.get(1), "the work tree is not looked at");
  }

  @Test
  void aRepositoryOrAFolderWithFilesIsItsOwnItem() throws Exception {
    Path one = sample("one");
    assertEquals(1, find(one).size());
    Path bare = temp.resolve("bare.git");
    Trees.commit(one).close();
    Git.cloneRepository()
        .setBare(true)
        .setURI(one.toUri().toString())
        .setDirectory(bare.toFile())
        .call()
        .close();
    assertEquals(find(one).get(0).fingerprint(), find(bare).get(0).fingerprint());
    assertEquals(1, find(bare).size());
  }

  @Test
  void aPathThatHoldsNothingIsTheUsersMistake() throws IOException {
    assertThrows(UserError.class, () -> find(temp.resolve("missing")));
    assertThrows(UserError.class, () -> find(temp));
    write(temp, "file", "x");
    assertThrows(UserError.class, () -> find(temp.resolve("file")));
  }

  @Test
  void otherFileSystemsListTheSameFiles() throws IOException {
    Path root = sample("shop");
    write(root, ".git/HEAD", "x");
    FileSystem system = FileSystem.getLocal(new Configuration()).getRawFileSystem();
    try (HadoopTree tree = HadoopTree.open(system, new org.apache.hadoop.fs.Path(root.toUri()))) {
      List<String> paths = tree.files().stream().map(RepoFile::path).toList();
      // that file system follows links, which others have none of
      assertEquals(List.of("lib-extra/ü x.py", "lib/tool.py", "link.py", "main.py"), paths);
      assertEquals(python("tool", ""), new String(tree.read(1, 10_000), StandardCharsets.UTF_8));
      assertThrows(IOException.class, () -> tree.read(1, 10));
      assertEquals(tree.files().stream().mapToLong(RepoFile::size).sum(), tree.bytes());
    }
  }
}
