package io.sluice.ingest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir Path folder;

  private void file(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), name);
  }

  private List<InputItem> items(String pattern) throws IOException {
    return InputFiles.find("s", folder + "/" + pattern, new Configuration());
  }

  private List<String> found(String pattern) throws IOException {
    String root = "file:" + folder + "/";
    return items(pattern).stream()
        .map(InputItem::path)
        .map(path -> path.startsWith(root) ? path.substring(root.length()) : path)
        .toList();
  }

  @Test
  void aFileIsFoundWithItsSize() throws IOException {
    file("a.txt");
    InputItem item = items("a.txt").get(0);
    assertEquals("s", item.source());
    assertEquals("file:" + folder + "/a.txt", item.path());
    assertEquals(5, item.bytes());
    assertEquals(
        "5-" + Files.getLastModifiedTime(folder.resolve("a.txt")).toMillis(), item.fingerprint());
    assertEquals(
        List.of(item),
        InputFiles.find("s", folder.resolve("a.txt").toUri().toString(), new Configuration()));
  }

  @Test
  void globsAndFoldersGiveFilesByPath() throws IOException {
    for (String name : List.of("b.gz", "a.gz", "c.txt", "sub/d.gz", "sub/deep/e.gz", "a b.gz")) {
      file(name);
    }
    assertEquals(List.of("a b.gz", "a.gz", "b.gz"), found("*.gz"));
    assertEquals(List.of("a.gz", "c.txt"), found("{a.gz,c.txt}"));
    assertEquals(List.of("sub/d.gz", "sub/deep/e.gz"), found("sub"));
    assertEquals(
        List.of("a b.gz", "a.gz", "b.gz", "c.txt", "sub/d.gz", "sub/deep/e.gz"), found(""));
    assertEquals(found(""), found("*"));
  }

  @Test
  void hiddenFilesBelowAFolderArePassedOver() throws IOException {
    for (String name : List.of("in/_SUCCESS", "in/.x", "in/.git/config", "in/_tmp/y", "in/a_b.c")) {
      file(name);
    }
    assertEquals(List.of("in/a_b.c"), found("in"));
    file("_in/a");
    assertEquals(List.of("_in/a"), found("_in"), "the folder that was asked for is no hidden one");
    assertEquals(List.of("in/_SUCCESS"), found("in/_SUCCESS"));
  }

  @Test
  void theFingerprintFollowsTheFile() throws IOException {
    file("a");
    String first = items("a").get(0).fingerprint();
    assertEquals(first, items("a").get(0).fingerprint());
    Files.writeString(folder.resolve("a"), "longer");
    assertNotEquals(first, items("a").get(0).fingerprint());
  }

  @Test
  void nothingThereIsAUserError() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    for (String pattern : List.of("none", "*.gz", "empty", "none/*/x")) {
      UserError error = assertThrows(UserError.class, () -> items(pattern));
      assertEquals("input 's': no file matches " + folder + "/" + pattern, error.getMessage());
    }
  }

  @Test
  void whatIsNoPathIsAUserError() {
    for (String path : List.of("", "no-such-scheme://a/b", "a:b")) {
      assertThrows(UserError.class, () -> InputFiles.find("s", path, new Configuration()), path);
    }
  }
}
