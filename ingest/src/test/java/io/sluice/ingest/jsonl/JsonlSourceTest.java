package io.sluice.ingest.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlSourceTest {
  @TempDir Path folder;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private Reading open(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    InputItem item = new InputItem("s", file.toString(), bytes.length, "f");
    return new JsonlSource().start().open(item, new Configuration());
  }

  private List<Judged> read(String name, byte[] bytes) throws IOException {
    List<Judged> all = new ArrayList<>();
    try (Reading reading = open(name, bytes)) {
      for (Judged next = reading.next(); next != null; next = reading.next()) {
        all.add(next);
      }
      assertEquals(all.size(), reading.records());
      assertEquals(bytes.length, reading.bytes());
    }
    return all;
  }

  private List<Judged> read(String text) throws IOException {
    return read("in.jsonl", utf8(text));
  }

  private static Document.Builder document(String address) {
    return Document.builder(Kind.WEB, "s", DocumentId.of("s", address));
  }

  @Test
  void linesBecomeDocumentsInOrder() throws IOException {
    assertEquals(
        List.of(
            Judged.kept(
                document("1").url("http://a").text("one\ntwo").meta("line_id", "1").build()),
            Judged.kept(document("网页 😀").text("网页 😀").build()),
            Judged.kept(document("7").text("").meta("line_id", "7").build())),
        read(
            """
            {"id": "1", "url": "http://a", "text": "one\\ntwo", "more": [1, {"a": null}]}

            {"text": "网页 😀", "id": null, "url": null}
            \t
            {"id": 7, "text": ""}"""));
  }

  /** What the parser itself says of broken JSON is left out. */
  private static String said(Judged judged) {
    return judged.outcome() == Outcome.KEPT
        ? "kept"
        : judged.reason().id() + " " + judged.detail().replaceFirst("no JSON: .+", "no JSON: ...");
  }

  @Test
  void whatIsNoObjectWithATextIsARejectThatNamesItsLine() throws IOException {
    List<Judged> all =
        read(
            """
            {"id": 1}

            {"text": 5}
            {"text": null}
            ["text"]
            "text"
            null
            {"text": "cut
            {"text": "a"} {"text": "b"}
            {"text": "a"}
            """);
    assertEquals(
        List.of(
            "undecodable line 1: no object with a text",
            "undecodable line 3: no object with a text",
            "undecodable line 4: no object with a text",
            "undecodable line 5: no object with a text",
            "undecodable line 6: no object with a text",
            "undecodable line 7: no object with a text",
            "undecodable line 8: no JSON: ...",
            "undecodable line 9: no JSON: ...",
            "kept"),
        all.stream().map(JsonlSourceTest::said).toList());
    assertEquals(folder.resolve("in.jsonl").toString(), all.get(0).document().path());
    assertNotEquals(all.get(0).document().id(), all.get(1).document().id());
    assertEquals("", all.get(0).document().text());
  }

  @Test
  void anEmptyFileHasNoDocuments() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("\n \n\r\n"));
    assertEquals(List.of(), read("in.jsonl.gz", gzip(new byte[0])));
  }

  @Test
  void gzipIsReadInOneMemberOrSeveral() throws IOException {
    byte[] first = gzip(utf8("{\"text\": \"a\"}\n"));
    byte[] second = gzip(utf8("{\"text\": \"b\"}\n"));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertEquals(
        List.of("a", "b"),
        read("in.jsonl.gz", both).stream().map(one -> one.document().text()).toList());
  }

  @Test
  void whatIsNoGzipCannotBeOpenedAndWhatIsClippedEndsWithAnError() throws IOException {
    assertThrows(IOException.class, () -> open("no.jsonl.gz", utf8("{\"text\": \"a\"}\n")));
    byte[] whole = gzip(utf8("{\"text\": \"a\"}\n".repeat(3)));
    try (Reading reading = open("clipped.jsonl.gz", Arrays.copyOf(whole, whole.length - 4))) {
      assertThrows(
          IOException.class,
          () -> {
            while (reading.next() != null) {}
          });
    }
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    assertEquals(
        List.of(Judged.kept(document("a").text("a").build())), read("\ufeff{\"text\": \"a\"}\r\n"));
    assertEquals(List.of(), read("\ufeff"));
  }

  @Test
  void bytesThatAreNoUtf8AreReplaced() throws IOException {
    byte[] bytes = utf8("{\"text\": \"a?b\"}\n");
    bytes[11] = (byte) 0xff;
    assertEquals("a\ufffdb", read("in.jsonl", bytes).get(0).document().text());
  }

  @Test
  void longLinesAndStrangeTextsAreRead() throws IOException {
    String text = "x".repeat(3_000_000);
    assertEquals(text, read("{\"text\": \"" + text + "\"}").get(0).document().text());
    assertEquals("\ud800 \u0000", read("{\"text\": \"\\ud800 \\u0000\"}").get(0).document().text());
    String deep = "{\"text\": \"a\", \"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}";
    Judged judged = read(deep).get(0);
    assertEquals(Reason.UNDECODABLE, judged.reason());
    assertTrue(judged.detail().startsWith("line 1: no JSON: "), judged.detail());
  }

  @Test
  void theIdFollowsTheLinesOwnIdAndElseTheText() throws IOException {
    List<Judged> all =
        read(
            """
            {"id": "a", "text": "x"}
            {"id": "a", "text": "y"}
            {"text": "x"}
            {"text": "x"}
            {"id": "", "text": "x"}
            """);
    List<String> ids = all.stream().map(one -> one.document().id()).toList();
    assertEquals(ids.get(0), ids.get(1));
    assertNotEquals(ids.get(1), ids.get(2));
    assertEquals(ids.get(2), ids.get(3));
    assertEquals(ids.get(3), ids.get(4));
  }
}
