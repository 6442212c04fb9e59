package io.sluice.ingest.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.SharedData;
import io.sluice.ingest.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcPagesTest {
  private static final WarcLimits LIMITS = new WarcLimits(100_000);
  private static final Instant DATE = Instant.parse("2026-01-02T03:04:05Z");

  /** What one file gave: its pages, and the message it ended with, if any. */
  private record Read(List<WarcPage> pages, long records, long skipped, String error) {
    List<String> urls() {
      return pages.stream().map(WarcPage::url).toList();
    }
  }

  private static Read read(byte[] file, WarcLimits limits) {
    List<WarcPage> pages = new ArrayList<>();
    try (WarcPages reader = WarcPages.open(new ByteArrayInputStream(file), "x.warc", limits)) {
      String error = null;
      try {
        for (WarcPage page = reader.next(); page != null; page = reader.next()) {
          pages.add(page);
        }
      } catch (IOException e) {
        error = e.getMessage();
      }
      assertTrue(reader.bytes() <= file.length);
      return new Read(pages, reader.records(), reader.skipped(), error);
    } catch (IOException e) {
      return new Read(pages, 0, 0, e.getMessage());
    }
  }

  private static Read read(byte[] file) {
    return read(file, LIMITS);
  }

  private static byte[] record(
      String type, String url, String contentType, byte[] block, String more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("WARC/1.0\r\nWARC-Type: "
                + type
                + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-3000-8000-000000000000>"
                + "\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: "
                + url
                + "\r\nContent-Type: "
                + contentType
                + "\r\nContent-Length: "
                + block.length
                + "\r\n"
                + more
                + "\r\n")
            .getBytes(UTF_8));
    out.writeBytes(block);
    out.writeBytes("\r\n\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  private static byte[] response(String head, byte[] body) {
    return record(
        "response",
        "http://a.example/",
        "application/http",
        join(head.getBytes(ISO_8859_1), body),
        "");
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] written(String... bodies) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(out, "Sluice", DATE)) {
      for (int i = 0; i < bodies.length; i++) {
        writer.write(
            "https://a.example/" + i, DATE, "text/html; charset=utf-8", bodies[i].getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Test
  void readsWhatTheWriterWrote() {
    byte[] file = written("<p>一</p>", "");
    Read read = read(file);
    assertEquals(null, read.error());
    assertEquals(1, read.skipped());
    assertEquals(2, read.records());
    WarcPage first = read.pages().get(0);
    assertEquals(
        new WarcPage(
            "https://a.example/0",
            DATE,
            200,
            "text/html",
            "utf-8",
            "<p>一</p>".getBytes(UTF_8),
            first.offset(),
            null,
            null),
        first);
    assertEquals("https://a.example/1", read.pages().get(1).url());
    assertEquals(0, read.pages().get(1).body().length);
    // offsets are where the gzip members begin
    byte[] tail = Arrays.copyOfRange(file, (int) read.pages().get(1).offset(), file.length);
    assertEquals(List.of("https://a.example/1"), read(tail).urls());
  }

  @Test
  void writesTheSameBytesForTheSamePages() {
    byte[] file = written("<p>a</p>");
    assertArrayEquals(file, written("<p>a</p>"));
    assertArrayEquals(new byte[4], Arrays.copyOfRange(file, 4, 8), "no time in the gzip header");
  }

  @Test
  void writerRefusesLineBreaksInFields() {
    WarcWriter writer = assertWriter();
    assertThrows(
        IllegalArgumentException.class,
        () -> writer.write("https://a.example/\r\nX: y", DATE, "text/html", new byte[0]));
  }

  private static WarcWriter assertWriter() {
    try {
      return new WarcWriter(new ByteArrayOutputStream(), "Sluice", DATE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsPlainAndWholeFileGzipAlike() {
    byte[] plain =
        join(
            response("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML\r\n\r\n", "one".getBytes(UTF_8)),
            response("HTTP/1.1 404 Not Found\r\n\r\n", "two".getBytes(UTF_8)));
    for (byte[] file : List.of(plain, gzip(plain))) {
      Read read = read(file);
      assertEquals(null, read.error());
      assertEquals(2, read.records());
      assertEquals("text/html", read.pages().get(0).contentType());
      assertArrayEquals("two".getBytes(UTF_8), read.pages().get(1).body());
      assertEquals(404, read.pages().get(1).status());
    }
  }

  @Test
  void everyCutGivesTheWholeRecordsBeforeIt() {
    byte[] packed = written("<p>first</p>", "<p>second</p>", "<p>third</p>");
    byte[] plain =
        join(
            response("HTTP/1.1 200 OK\r\n\r\n", "first".getBytes(UTF_8)),
            response("HTTP/1.1 200 OK\r\n\r\n", "second".getBytes(UTF_8)));
    byte[] zipped = gzip(plain);
    for (byte[] file : List.of(packed, plain, zipped)) {
      List<WarcPage> whole = read(file).pages();
      for (int cut = 0; cut < file.length; cut++) {
        Read read = read(Arrays.copyOf(file, cut));
        int before = 0;
        for (int i = 0; file != zipped && i < whole.size(); i++) {
          long end = i + 1 < whole.size() ? whole.get(i + 1).offset() : file.length;
          before += end <= cut ? 1 : 0;
        }
        assertTrue(read.pages().size() >= before, "cut at " + cut);
        assertEquals(whole.subList(0, read.pages().size()), read.pages(), "cut at " + cut);
        assertEquals(read.pages().size(), read.records());
      }
    }
  }

  @Test
  void flippedBytesEndInNothingButIoException() {
    byte[] packed = written("<p>first</p>", "<p>second</p>");
    byte[] plain =
        response("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "first".getBytes(UTF_8));
    for (byte[] file : List.of(packed, plain)) {
      for (int at = 0; at < file.length; at++) {
        byte[] broken = file.clone();
        broken[at] ^= 0x55;
        Read read = read(broken);
        assertTrue(read.records() <= 2);
      }
    }
  }

  @Test
  void undoesTransferAndContentEncodings() {
    byte[] text = "<p>hello</p>".getBytes(UTF_8);
    String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    byte[] chunks = "5;x=y\r\n<p>he\r\n7\r\nllo</p>\r\n0\r\n\r\n".getBytes(UTF_8);
    byte[] rawDeflate = deflate(text);
    rawDeflate = Arrays.copyOfRange(rawDeflate, 2, rawDeflate.length - 4);
    String gzipped = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
    String deflated = "HTTP/1.1 200 OK\nContent-Encoding: Deflate\n\n";
    List<byte[]> files =
        List.of(
            response(chunked, chunks),
            response(chunked, text),
            response(gzipped, gzip(text)),
            response(gzipped, text),
            response(deflated, deflate(text)),
            response(deflated, rawDeflate),
            response("HTTP/1.1 200\r\nno colon\r\n folded\r\nX: 1\r\n folded\r\n\r\n", text));
    for (int i = 0; i < files.size(); i++) {
      WarcPage page = read(files.get(i)).pages().get(0);
      assertEquals("<p>hello</p>", new String(page.body(), UTF_8), "file " + i);
      assertEquals(null, page.problem(), "file " + i);
      assertEquals(200, page.status(), "file " + i);
    }
  }

  @Test
  void saysWhatIsWrongWithAPage() {
    byte[] text = "x".repeat(500).getBytes(UTF_8);
    byte[] clipped = Arrays.copyOf(gzip(join(text, deflate(text), text)), 40);
    assertProblem(
        Reason.UNDECODABLE, response("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n", text));
    assertProblem(Reason.UNDECODABLE, response("<html>no head", text));
    assertProblem(Reason.UNDECODABLE, response("", new byte[0]));
    assertProblem(
        Reason.TRUNCATED, response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", clipped));
    assertProblem(
        Reason.TRUNCATED,
        record(
            "response",
            "http://a.example/",
            "application/http",
            "HTTP/1.1 200 OK\r\n\r\nbody".getBytes(UTF_8),
            "WARC-Truncated: length\r\n"));
  }

  private static void assertProblem(Reason reason, byte[] file) {
    Read read = read(join(file, response("HTTP/1.1 200 OK\r\n\r\n", "next".getBytes(UTF_8))));
    assertEquals(reason, read.pages().get(0).problem());
    assertEquals("next", new String(read.pages().get(1).body(), UTF_8), "the next page is read");
  }

  @Test
  void limitsSizeAsStoredAndAsDecoded() {
    WarcLimits limits = new WarcLimits(1000);
    byte[] atLimit = new byte[1000];
    byte[] over = new byte[1001];
    byte[] huge = new byte[200_000];
    String plain = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    String gzipped = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
    byte[] file =
        join(
            response(plain, atLimit),
            response(plain, over),
            response(plain, huge),
            response(gzipped, gzip(huge)),
            response(plain, new byte[1]));
    List<WarcPage> pages = read(file, limits).pages();
    assertEquals(
        Arrays.asList(null, Reason.TOO_LARGE, Reason.TOO_LARGE, Reason.TOO_LARGE, null),
        pages.stream().map(WarcPage::problem).toList());
    assertEquals("text/html", pages.get(2).contentType());
    assertEquals(0, pages.get(2).body().length);
  }

  @Test
  void takesWebResourcesAndSkipsTheRest() {
    byte[] body = "<p>r</p>".getBytes(UTF_8);
    byte[] file =
        join(
            record("resource", "http://a.example/r", "text/html;charset=x", body, ""),
            record("resource", "urn:x:y", "text/html", body, ""),
            record("metadata", "http://a.example/r", "text/plain", body, ""),
            record("response", "dns:a.example", "text/dns", body, ""),
            record("request", "http://a.example/r", "application/http", body, ""),
            record(
                "response",
                "<http://a.example/ b>",
                "application/http",
                "HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8),
                ""));
    Read read = read(file);
    assertEquals(null, read.error());
    assertEquals(List.of("http://a.example/r", "http://a.example/ b"), read.urls());
    assertEquals("x", read.pages().get(0).charsetFromHeader());
    assertEquals(4, read.skipped());
  }

  @Test
  void anEmptyFileHoldsNothingAndOtherFilesAreRefused() {
    assertEquals(new Read(List.of(), 0, 0, null), read(new byte[0]));
    assertTrue(read("hello, I am no archive\n\n\n".getBytes(UTF_8)).error().startsWith("x.warc: "));
  }

  @Test
  void opensPathsThroughHadoop(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.warc.gz");
    Files.write(file, written("<p>a</p>"));
    try (WarcPages reader =
        WarcPages.open(file.toUri().toString(), new Configuration(false), LIMITS)) {
      assertEquals("https://a.example/0", reader.next().url());
      assertEquals(null, reader.next());
      assertEquals(null, reader.next());
      assertEquals(Files.size(file), reader.bytes());
    }
  }

  @Test
  void readsRealFixtures() throws IOException {
    List<String> lines = new ArrayList<>();
    Path folder = SharedData.file("warc_fixtures");
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Read read = read(Files.readAllBytes(file), new WarcLimits(10_000_000));
        lines.add(
            folder.relativize(file)
                + " "
                + read.pages().stream()
                    .map(
                        p ->
                            p.status()
                                + ":"
                                + p.body().length
                                + (p.problem() == null ? "" : ":" + p.problem()))
                    .toList()
                + (read.error() == null ? "" : " error"));
      }
    }
    assertEquals(
        """
        dolma/sample-0000.warc.gz [200:87229, 200:27203, 200:11123, 200:6131, 200:9346, 200:14041,\
         200:15491, 200:56016, 200:25178, 200:24670, 200:8984, 200:24922, 200:12293, 200:19544,\
         200:30610, 200:97384, 200:8999, 200:12024, 200:20777, 200:15973, 200:11562, 200:202463]
        jwarc/cc.warc.gz [200:20289]
        jwarc/gzip_extra_sl.warc.gz []
        warcio/bad.arc [] error
        warcio/example-bad-non-chunked.warc.gz [200:1270]
        warcio/example-bad.warc.gz.bad [200:1270, 302:201]
        warcio/example-digest.warc []
        warcio/example-iana.org-chunked.warc [200:7223]
        warcio/example-resource.warc.gz [200:1303]
        warcio/example-space-in-target-uri.warc.gz []
        warcio/example-space-in-url.arc [] error
        warcio/example-trunc.warc [200:1270:TRUNCATED] error
        warcio/example-wget-bad-target-uri.warc.gz [200:1270]
        warcio/example-wrong-chunks.warc.gz [200:1270]
        warcio/example.arc [200:1270]
        warcio/example.arc.gz [200:1270]
        warcio/example.warc [200:1270]
        warcio/example.warc.gz [200:1270]
        warcio/post-test.warc.gz [200:545, 200:552, 200:551]
        whirlwind/whirlwind.warc [200:72848]
        whirlwind/whirlwind.warc.gz [200:72848]
        whirlwind/whirlwind.warc.wat []
        whirlwind/whirlwind.warc.wat.gz []
        whirlwind/whirlwind.warc.wet []
        whirlwind/whirlwind.warc.wet.gz []""",
        String.join("\n", lines));
  }
}
