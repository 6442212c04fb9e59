package io.sluice.ingest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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

  private UserError refused(String pattern, String prefix) {
    return assertThrows(
        UserError.class,
        () -> InputFiles.find("s", folder + "/" + pattern, prefix, new Configuration()));
  }

  @Test
  void listsGiveTheFilesThatTheyNameInTheirOrder() throws IOException {
    for (int i = 0; i < 6; i++) {
      file("data/many/" + i + ".warc.gz");
    }
    file("data/few/a.warc.gz");
    String root = "file:" + folder + "/data/";
    String list =
        "many/3.warc.gz\r\nmany/1.warc.gz\n\nfew/a.warc.gz\nmany/0.warc.gz\nmany/5.warc.gz";
    Files.writeString(folder.resolve("plain.paths"), list + "\n" + root + "many/2.warc.gz");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("warc.paths.gz")))) {
      out.write(list.getBytes(StandardCharsets.UTF_8));
    }
    for (String prefix : List.of(folder + "/data", folder + "/data/", root)) {
      List<String> found =
          InputFiles.find("s", folder + "/warc.paths.gz", prefix, new Configuration()).stream()
              .map(item -> item.path().substring(root.length()))
              .toList();
      assertEquals(
          List.of(
              "many/3.warc.gz",
              "many/1.warc.gz",
              "few/a.warc.gz",
              "many/0.warc.gz",
              "many/5.warc.gz"),
          found);
    }
    List<InputItem> plain =
        InputFiles.find("s", folder + "/plain.paths", root, new Configuration());
    assertEquals(root + "many/2.warc.gz", plain.get(5).path());
    assertEquals(items("data/many/2.warc.gz"), plain.subList(5, 6));
  }

  @Test
  void aListWithoutPrefixOrWithAMissingFileIsAUserErrorThatSaysWhatToMend() throws IOException {
    Files.writeString(folder.resolve("a.paths"), "x/gone.warc.gz");
    Files.writeString(folder.resolve("b.paths.gz"), "this is read too");
    String list = "input 's': file:" + folder + "/a.paths names ";
    assertEquals(list + "relative paths", refused("a.paths", null).getMessage());
    UserError missing = refused("a.paths", folder.toString());
    assertEquals(list + folder + "/x/gone.warc.gz, which is not there", missing.getMessage());
    assertEquals("mend the input's key path_prefix, or the list", missing.remedy());
    assertEquals("mend this path in the input's key paths", refused("none", null).remedy());
  }
}
