package io.sluice.ingest.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.sluice.ingest.columns.ColumnMapping;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlSourceTest {
  private static final Configuration HADOOP = new Configuration();

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
    return new JsonlSource().start().open(item, HADOOP);
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
        : judged.reason().id()
            + " "
            + judged.detail().replaceFirst("^.*, ", "").replaceFirst("no JSON: .+", "no JSON: ...");
  }

  @Test
  void whatIsNoObjectWithATextIsARejectThatNamesItsPlace() throws IOException {
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
            "undecodable byte 0: no text",
            "undecodable byte 11: no text",
            "undecodable byte 23: no text",
            "undecodable byte 38: no text",
            "undecodable byte 47: no text",
            "undecodable byte 54: no text",
            "undecodable byte 59: no JSON: ...",
            "undecodable byte 73: no JSON: ...",
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
  void compressionIsToldByBytesAndNotByName() throws IOException {
    byte[] plain = utf8("{\"text\": \"a\"}\n{\"text\": \"b\"}");
    for (byte[] file : List.of(plain, gzip(plain), Zstd.compress(plain))) {
      for (String name : List.of("in.jsonl", "in.jsonl.gz", "in.jsonl.zst", "in")) {
        assertEquals(
            List.of("a", "b"),
            read(name, file).stream().map(one -> one.document().text()).toList());
      }
    }
  }

  @Test
  void damageIsARejectAndReadingGoesOnWithTheNextMember() throws IOException {
    byte[] first = gzip(utf8("{\"text\": \"a\"}\n".repeat(300)));
    byte[] second = gzip(utf8("{\"text\": \"b\"}\n"));
    byte[] file = Arrays.copyOf(first, first.length + second.length - 4);
    System.arraycopy(second, 0, file, first.length, second.length - 4);
    file[first.length - 6] ^= 0x55;
    List<Judged> all = read("in.jsonl.gz", file);
    List<String> said =
        all.stream().map(one -> one.document().text() + " " + one.detail()).distinct().toList();
    String name = folder.resolve("in.jsonl.gz").toString();
    assertEquals(
        List.of(
            "a null",
            " " + name + ", byte 0: the gzip member's checksum is wrong",
            "b null",
            " "
                + name
                + ", byte "
                + first.length
                + ": the file ends in the middle of a gzip member"),
        said);
  }

  @Test
  void slicesGiveEachLineOnce() throws IOException {
    StringBuilder text = new StringBuilder("\ufeff");
    for (int i = 0; i < 40; i++) {
      text.append("{\"id\": ").append(i).append(", \"text\": \"").append("字".repeat(i % 7));
      text.append("\"}").append(i % 5 == 0 ? "\r\n\n" : i % 9 == 0 ? " x\n" : "\n");
    }
    byte[] plain = utf8(text.toString());
    for (byte[] bytes : List.of(plain, Arrays.copyOf(plain, plain.length - 1), gzip(plain))) {
      List<Judged> whole = read("in.jsonl", bytes);
      assertEquals(40, whole.size());
      for (long size = 1; size < bytes.length + 2; size += size < 8 ? 1 : 97) {
        JsonlSource source = new JsonlSource(ColumnMapping.USUAL, 10_000, size);
        InputItem item =
            new InputItem("s", folder.resolve("in.jsonl").toString(), bytes.length, "f");
        List<Judged> sliced = new ArrayList<>();
        long consumed = 0;
        for (ByteRange slice : source.slices(item)) {
          try (Reading reading = source.start().open(item, slice, HADOOP)) {
            for (Judged next = reading.next(); next != null; next = reading.next()) {
              sliced.add(next);
            }
            consumed += reading.bytes();
          }
        }
        assertEquals(whole, sliced, "slices of " + size);
        assertEquals(bytes.length, consumed, "slices of " + size);
      }
    }
  }

  @Test
  void fieldsAreMappedAndLinesBounded() throws IOException {
    byte[] bytes =
        utf8(
            """
            {"content": "one", "meta": {"link": "http://a", "n": 3}, "when": "2024-05-18T01:58:10Z"}
            {"text": "two"}
            {"content": "%s"}
            {"content": "three"}
            """
                .replace("%s", "x".repeat(200)));
    Path file = folder.resolve("in.jsonl");
    Files.write(file, bytes);
    InputItem item = new InputItem("s", file.toString(), bytes.length, "f");
    ColumnMapping columns =
        new ColumnMapping(
            Map.of("text", "content", "url", "meta.link", "date", "when", "count", "meta.n"));
    List<Judged> all = new ArrayList<>();
    try (Reading reading = new JsonlSource(columns, 150, 1000).start().open(item, HADOOP)) {
      for (Judged next = reading.next(); next != null; next = reading.next()) {
        all.add(next);
      }
    }
    assertEquals(
        Judged.kept(
            document("one")
                .url("http://a")
                .timestamp(Instant.parse("2024-05-18T01:58:10Z"))
                .text("one")
                .meta("count", "3")
                .build()),
        all.get(0));
    assertEquals(
        Arrays.asList(null, Reason.UNDECODABLE, Reason.TOO_LARGE, null),
        all.stream().map(Judged::reason).toList());
    assertEquals(file + ", byte 105: line of 215 bytes, limit 150", all.get(2).detail());
    assertEquals("three", all.get(3).document().text());
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
    assertTrue(judged.detail().contains(", byte 0: no JSON: "), judged.detail());
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
