package io.sluice.ingest.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.SharedData;
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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperSourceTest {
  private static final PapersLimits LIMITS = new PapersLimits(10, 100_000);
  private static final String MAIN =
      "\\documentclass{article}\\title{T}\\begin{document}\\input{sec/one}\\end{document}";
  private static final String ONE = "The first section says something.";

  @TempDir Path folder;

  private Judged read(Path path, PapersLimits limits) throws IOException {
    InputItem item = new InputItem("books", path.toUri().toString(), 7, "f");
    try (var reader = new PaperSource(limits).start();
        Reading reading = reader.open(item, new Configuration(false))) {
      assertEquals(0, reading.records());
      Judged first = reading.next();
      assertNull(reading.next());
      assertEquals(1, reading.records());
      assertEquals(7, reading.bytes());
      return first;
    }
  }

  private Judged read(String name, byte[] data) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, data);
    return read(path, LIMITS);
  }

  private static byte[] gzip(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    }
    return out.toByteArray();
  }

  private static byte[] tar(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TreeMap<>(files)
        .forEach(
            (name, text) -> {
              byte[] data = text.getBytes(UTF_8);
              byte[] header = new byte[512];
              put(header, 0, name);
              put(header, 124, String.format(Locale.ROOT, "%011o", data.length));
              header[156] = '0';
              put(header, 257, "ustar");
              out.writeBytes(header);
              out.writeBytes(Arrays.copyOf(data, (data.length + 511) / 512 * 512));
            });
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void put(byte[] into, int offset, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, into, offset, bytes.length);
  }

  @Test
  void readsABook() throws IOException {
    Judged got = read("a.txt", "A Book\n\nIt was a dark night.".getBytes(UTF_8));
    Document document = got.document();
    assertEquals(Outcome.KEPT, got.outcome());
    assertEquals(
        Document.builder(Kind.BOOK, "books", document.id())
            .path("a.txt")
            .text("A Book\n\nIt was a dark night.")
            .meta("title", "A Book")
            .build(),
        document);
    assertEquals(32, document.id().length());
    assertFalse(document.id().equals(DocumentId.of("books", "a.txt")), "content is in the id");
  }

  @Test
  void readsAPaperInEachForm() throws IOException {
    Map<String, String> files =
        Map.of("x/main.tex", MAIN, "x/sec/one.tex", ONE, "x/a.png", "\u0000");
    byte[] archive = tar(files);
    Path directory = folder.resolve("dir");
    Files.createDirectories(directory.resolve("sec"));
    Files.writeString(directory.resolve("main.tex"), MAIN);
    Files.writeString(directory.resolve("sec/one.tex"), ONE);
    for (Judged got :
        new Judged[] {
          read("p.tar.gz", gzip(archive)),
          read("p.tgz", gzip(archive)),
          read("p.gz", gzip(archive)),
          read("p.tar", archive),
          read(directory, LIMITS)
        }) {
      assertEquals(Outcome.KEPT, got.outcome());
      assertEquals(ONE, got.document().text());
      assertEquals(Kind.PAPER, got.document().kind());
      assertEquals(Map.of("title", "T"), got.document().meta());
    }
    byte[] single = MAIN.replace("\\input{sec/one}", ONE).getBytes(UTF_8);
    assertEquals(ONE, read("p.tex", single).document().text());
    assertEquals(ONE, read("p.tex.gz", gzip(single)).document().text());
  }

  @Test
  void readsTheEncodingThatThePaperNames() throws IOException {
    String paper =
        "\\usepackage[cp1251]{inputenc}\\begin{document}Привет, мир и все люди\\end{document}";
    Judged got = read("p.tex", paper.getBytes(Charset.forName("windows-1251")));
    assertEquals("Привет, мир и все люди", got.document().text());
  }

  @Test
  void rejectsWithAReason() throws IOException {
    assertReason(Reason.PAPER_TOO_SHORT, read("a.txt", "123456789".getBytes(UTF_8)));
    assertEquals(Outcome.KEPT, read("a.txt", "1234567890".getBytes(UTF_8)).outcome());
    assertReason(Reason.PAPER_NO_BODY, read("a.txt", new byte[0]));
    assertReason(
        Reason.PAPER_NO_BODY, read("a.tex", "\\begin{document}\\end{document}".getBytes(UTF_8)));
    assertReason(Reason.PAPER_NO_BODY, read("a.tar", tar(Map.of("a.png", "x"))));
    assertReason(Reason.TOO_LARGE, read("a.txt", new byte[100_001]));
    assertReason(Reason.TOO_LARGE, read("a.tex.gz", gzip(new byte[100_001])));
    assertReason(
        Reason.TOO_LARGE, read("a.tar.gz", gzip(tar(Map.of("a.tex", "x".repeat(100_001))))));
    byte[] binary = new byte[5000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 31 % 251);
    }
    assertReason(Reason.UNDECODABLE, read("b.txt", binary));
  }

  private static void assertReason(Reason reason, Judged got) {
    assertEquals(reason, got.reason(), String.valueOf(got.detail()));
    assertNotNull(got.detail());
    assertEquals(Outcome.REJECTED, got.outcome());
  }

  @Test
  void clippedArchivesAndMissingFilesAreUnreadable() throws IOException {
    byte[] archive = tar(Map.of("main.tex", MAIN, "sec/one.tex", ONE));
    byte[] packed = gzip(archive);
    assertThrows(IOException.class, () -> read("a.tar.gz", Arrays.copyOf(packed, 60)));
    assertThrows(IOException.class, () -> read("a.tar", Arrays.copyOf(archive, 700)));
    assertThrows(IOException.class, () -> read(folder.resolve("none.tex"), LIMITS));
    for (int cut = 0; cut < packed.length; cut++) {
      byte[] clipped = Arrays.copyOf(packed, cut);
      try {
        read("cut.tar.gz", clipped);
      } catch (IOException expected) {
        assertNotNull(expected);
      }
    }
  }

  @Test
  void limitsRefuseBadValues() {
    assertEquals(
        "min_chars: got -1, allowed 0 or more",
        assertThrows(IllegalArgumentException.class, () -> new PapersLimits(-1, 1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new PapersLimits(0, 0));
  }

  @Test
  void readsAWholeLatexBook() throws IOException {
    Path book = SharedData.file("books/hott-latex");
    Judged got = read(book, new PapersLimits(1000, 50_000_000));
    String text = got.document().text();
    assertEquals(Outcome.KEPT, got.outcome());
    assertTrue(text.length() > 1_200_000, text.length() + " characters");
    assertTrue(text.contains("# Homotopy theory"), "chapters are headings");
    assertFalse(text.contains("\\label{"));
    assertFalse(text.contains("\\cref{"));
    long headings = text.lines().filter(line -> line.startsWith("# ")).count();
    assertTrue(headings >= 14, headings + " chapters");
  }
}
