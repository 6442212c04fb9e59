package io.sluice.dedup.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  private static final String CONTENT =
      "\ufeffone\ntwo\r\n\n  \n" + "long ".repeat(30_000) + "\n北京\nlast";

  @TempDir Path folder;

  private List<String> read(Path file, long most) throws IOException {
    List<InputItem> items =
        List.of(new InputItem("s", file.toUri().toString(), Files.size(file), "f"));
    List<String> lines = new ArrayList<>();
    for (LineSplit split : LineSplit.of(items, most)) {
      try (LineReader reader = split.open(new Configuration(false))) {
        while (reader.next()) {
          String line = new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8);
          lines.add(reader.offset() + ":" + (line.length() > 100 ? line.length() : line));
        }
      }
    }
    return lines;
  }

  private static final List<String> EXPECTED =
      List.of("0:one", "7:two", "16:150000", "150017:北京", "150024:last");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 7, 8, 16, 17, 100, 65_536, 150_017, 1_000_000})
  void anySplittingGivesEveryLineOnce(long most) throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, CONTENT);
    // Splits of a byte or two are many: the long line alone is left out for them.
    if (most < 100) {
      Files.writeString(file, "\ufeffone\ntwo\r\n\n  \n\nlast");
      assertEquals(List.of("0:one", "7:two", "17:last"), read(file, most));
    } else {
      assertEquals(EXPECTED, read(file, most));
    }
  }

  @Test
  void packedFilesAreReadWhole() throws IOException {
    Path file = folder.resolve("a.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(CONTENT.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(EXPECTED, read(file, 10));
  }

  @Test
  void anEmptyFileHasNoLine() throws IOException {
    Path file = folder.resolve("empty.jsonl");
    Files.writeString(file, "");
    assertEquals(List.of(), read(file, 10));
    Files.writeString(file, "\n\n");
    assertEquals(List.of(), read(file, 1));
  }

  private static LineDocument document(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return LineDocument.read("s", bytes, bytes.length);
  }

  @Test
  void aLineIsADocument() throws IOException {
    assertEquals(
        new LineDocument(
            "7", "a\n\"b\"", "http://x/", "eng", Instant.parse("2024-05-01T10:00:00Z"), 0.5),
        document(
            """
            {"id": 7, "meta": {"text": [1, {"id": 2}]}, "text": "a\\n\\"b\\"", "url": "http://x/",
             "lang": "eng", "timestamp": "2024-05-01T12:00:00+02:00", "quality": 0.5}
            """));
    LineDocument bare =
        document("{\"text\":\"t\",\"timestamp\":\"soon\",\"url\":null,\"lang\":[1]}");
    assertEquals(new LineDocument(DocumentId.of("s", "t"), "t", null, null, null, null), bare);
    assertEquals(
        Instant.parse("2024-05-01T00:00:00Z"),
        document("{\"text\":\"\",\"timestamp\":\"2024-05-01\"}").timestamp());
    assertNull(document("{\"text\":\"t\",\"timestamp\":5}").timestamp());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"text\": 5}",
        "{\"text\": null}",
        "{\"text\": \"a\"",
        "{\"text\": \"a\"} {}",
        "nonsense",
        "\"text\"",
        "{\"text\": \"a\",}"
      })
  void whatIsNoDocumentIsSaidSo(String line) {
    String said = assertThrows(IOException.class, () -> document(line)).getMessage();
    assertTrue(said.startsWith("no ") || said.startsWith("more than one"), said);
  }
}
