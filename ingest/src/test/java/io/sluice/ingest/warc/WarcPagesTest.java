package io.sluice.ingest.warc;

import static io.sluice.ingest.warc.Archives.DATE;
import static io.sluice.ingest.warc.Archives.deflate;
import static io.sluice.ingest.warc.Archives.gzip;
import static io.sluice.ingest.warc.Archives.join;
import static io.sluice.ingest.warc.Archives.record;
import static io.sluice.ingest.warc.Archives.response;
import static io.sluice.ingest.warc.Archives.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.SharedData;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class WarcPagesTest {
  private static final WarcLimits LIMITS = new WarcLimits(100_000);

  /** What one file gave: its pages, damage among them, and why it could not be opened, if so. */
  private record Read(List<WarcPage> pages, long records, long skipped, String error) {
    List<String> urls() {
      return pages.stream().map(WarcPage::url).toList();
    }

    List<WarcPage> sound() {
      return pages.stream().filter(page -> page.problem() == null).toList();
    }
  }

  private static Read read(byte[] file, WarcLimits limits) {
    List<WarcPage> pages = new ArrayList<>();
    try (WarcPages reader =
        WarcPages.open(StoredBytes.of(file), "x.warc", ByteRange.WHOLE, limits)) {
      for (WarcPage page = reader.next(); page != null; page = reader.next()) {
        pages.add(page);
        assertTrue(pages.size() < 1000, () -> pages.subList(990, 1000).toString());
        assertTrue(reader.bytes() <= file.length);
      }
      assertEquals(file.length, reader.bytes());
      assertEquals(pages.size(), reader.records());
      return new Read(pages, reader.records(), reader.skipped(), null);
    } catch (IOException e) {
      return new Read(pages, 0, 0, e.getMessage());
    }
  }

  private static Read read(byte[] file) {
    return read(file, LIMITS);
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
            WarcPage.Origin.RESPONSE,
            "https://a.example/0",
            DATE,
            200,
            "text/html",
            "utf-8",
            null,
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
        List<WarcPage> sound = read.sound();
        assertTrue(sound.size() >= before, "cut at " + cut);
        assertEquals(whole.subList(0, sound.size()), sound, "cut at " + cut);
        assertTrue(read.pages().size() <= sound.size() + 1, "cut at " + cut);
      }
    }
  }

  @Test
  void aFlippedByteCostsNoMoreThanItsRecord() {
    byte[] packed = written("<p>first</p>", "<p>second</p>", "<p>third</p>");
    byte[] plain =
        join(
            response("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "first".getBytes(UTF_8)),
            response("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n", "second".getBytes(UTF_8)),
            response("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "third".getBytes(UTF_8)));
    for (byte[] file : List.of(packed, plain)) {
      List<WarcPage> whole = read(file).pages();
      for (int at = 0; at < file.length; at++) {
        byte[] broken = file.clone();
        broken[at] ^= 0x55;
        Read read = read(broken);
        long spared = whole.stream().filter(read.pages()::contains).count();
        assertTrue(spared >= whole.size() - 1, "flipped at " + at + ": " + read);
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
    byte[] clipped = Arrays.copyOf(gzip(join(text, deflate(text), text)), 30);
    assertProblem(
        Reason.UNDECODABLE,
        response("HTTP/1.1 200 OK\r\nContent-Encoding: x-own\r\n\r\n", new byte[500]));
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

  private static final byte[] NEXT = response("HTTP/1.1 200 OK\r\n\r\n", "next".getBytes(UTF_8));

  private static String bodies(byte[] file) {
    Read read = read(file);
    return read.pages().stream()
            .map(
                page ->
                    page.origin() == WarcPage.Origin.DAMAGE
                        ? page.detail().replaceFirst("^x.warc, ", "")
                        : (page.problem() == null ? "" : page.problem() + " ")
                            + new String(page.body(), UTF_8))
            .toList()
        + (read.error() == null ? "" : read.error());
  }

  private static byte[] withLength(String length) {
    String block = "HTTP/1.1 200 OK\r\n\r\nhello";
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
            + length
            + "\r\n"
            + block
            + "\r\n\r\n";
    return record.getBytes(UTF_8);
  }

  @Test
  void lengthsThatAreWrongOrMissingCostNoRecord() {
    int end = withLength("Content-Length: 24\r\n").length - 4;
    for (byte[] next : List.of(NEXT, join(NEXT, NEXT))) {
      String more = next.length > NEXT.length ? ", next, next]" : ", next]";
      String hello = "[hello" + more;
      for (String none :
          List.of("", "Content-Length: -1\r\n", "Content-Length: abc\r\n", "Content-Length:\r\n")) {
        assertEquals(hello, bodies(join(withLength(none), next)), none);
        assertEquals(hello, bodies(join(gzip(withLength(none)), gzip(next))), none);
        assertEquals(hello, bodies(gzip(join(withLength(none), next))), none);
      }
      for (int length : new int[] {29, 60, 200, 400, 90_000, 2_000_000_000}) {
        String wrong = "Content-Length: " + length + "\r\n";
        assertEquals(hello, bodies(join(withLength(wrong), next)), wrong);
      }
      String longer = "Content-Length: 999999999999999999\r\n";
      assertTrue(bodies(join(withLength(longer), next)).endsWith(more), longer);
      assertEquals(
          "[hel, byte " + (end - 2) + ": no record begins here" + more,
          bodies(join(withLength("Content-Length: 22\r\n"), next))
              .replaceFirst("byte 1\\d\\d", "byte " + (end - 2)));
      byte[] packed = join(gzip(withLength("Content-Length: 500\r\n")), gzip(NEXT));
      assertEquals("[hello\r\n\r\n, next]", bodies(packed));
    }
  }

  @Test
  void headsAreReadAsOthersWriteThem() {
    String block = "HTTP/1.1 200 OK\n\nhello";
    for (String version : List.of("WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1")) {
      byte[] file =
          (version
                  + "\nwarc-type:RESPONSE\nno colon\nWARC-Target-URI: <http://a.example/ü\n\t b>\n"
                  + "WARC-Date: 2026-01-02T03:04:05.678Z\ncontent-length: "
                  + (block.length() + "\n\n" + block + "\n\n"))
              .getBytes(UTF_8);
      WarcPage page = read(join(file, NEXT)).pages().get(0);
      assertEquals("http://a.example/ü b", page.url());
      assertEquals(DATE.plusMillis(678), page.date());
      assertEquals("hello", new String(page.body(), UTF_8));
    }
  }

  @Test
  void damageBetweenRecordsIsCountedOnceAndPassedOver() {
    byte[] junk = "x y\r\n\0\0 z".repeat(500).getBytes(UTF_8);
    byte[] packed = gzip(NEXT);
    byte[] frame = Archives.zstd(NEXT);
    assertEquals(
        "[next, byte " + NEXT.length + ": no record begins here, next]",
        bodies(join(NEXT, junk, "\n".getBytes(UTF_8), NEXT)));
    assertEquals(
        "[next, byte " + packed.length + ": no gzip member begins here, next]",
        bodies(join(packed, junk, packed)));
    assertEquals(
        "[next, byte " + frame.length + ": no zstd frame begins here, next]",
        bodies(join(frame, junk, frame)));
    assertEquals("[byte 0: no gzip member begins here, next]", bodies(join(junk, packed)));
    assertEquals(
        "[byte 0: no record begins here, next]", bodies(join(junk, "\n".getBytes(UTF_8), NEXT)));
    assertEquals("[next, next]", bodies(join(packed, new byte[999], packed, new byte[5])));
    assertEquals(
        "[byte 0: no record begins here, next]",
        bodies(join(gzip("<html>no record</html>".getBytes(UTF_8)), packed)));
  }

  @Test
  void aWindowThatIsTooWideIsRefused() {
    byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 1, 0, 0};
    assertEquals(
        "[byte 0: the zstd frame wants a window of 2199023255552, next]",
        bodies(join(frame, Archives.zstd(NEXT))));
  }

  @Test
  void theReferenceReaderFindsTheSamePages() throws IOException {
    Path file = SharedData.file("crawl.warc.gz");
    List<String> wanted = new ArrayList<>();
    try (WarcReader reference = new WarcReader(file)) {
      for (WarcRecord record : reference) {
        if (record instanceof WarcResponse response) {
          String url = response.headers().first("WARC-Target-URI").orElse("");
          byte[] body = response.http().body().stream().readAllBytes();
          wanted.add(url + " " + response.date() + " " + Arrays.hashCode(body));
        }
      }
    }
    List<String> found = new ArrayList<>();
    try (WarcPages pages =
        WarcPages.open(
            file.toUri().toString(), new Configuration(false), new WarcLimits(50_000_000))) {
      for (WarcPage page = pages.next(); page != null; page = pages.next()) {
        found.add(page.url() + " " + page.date() + " " + Arrays.hashCode(page.body()));
      }
    }
    assertEquals(616, found.size());
    assertEquals(wanted, found);
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
                + (read.skipped() == 0 ? "" : " +" + read.skipped())
                + (read.error() == null ? "" : " error"));
      }
    }
    assertEquals(
        """
        dolma/sample-0000.warc.gz [200:87229, 200:27203, 200:11123, 200:6131, 200:9346, 200:14041,\
         200:15491, 200:56016, 200:25178, 200:24670, 200:8984, 200:24922, 200:12293, 200:19544,\
         200:30610, 200:97384, 200:8999, 200:12024, 200:20777, 200:15973, 200:11562, 200:202463]\
         +26
        jwarc/cc.warc.gz [200:20289]
        jwarc/gzip_extra_sl.warc.gz [] +1
        warcio/bad.arc [0:0:UNDECODABLE, 0:0:UNDECODABLE, 0:0:UNDECODABLE] +1
        warcio/example-bad-non-chunked.warc.gz [200:1270] +5
        warcio/example-bad.warc.gz.bad [200:1270, 302:201] +4
        warcio/example-digest.warc [] +4
        warcio/example-iana.org-chunked.warc [200:7223] +2
        warcio/example-resource.warc.gz [200:1303] +2
        warcio/example-space-in-target-uri.warc.gz [] +2
        warcio/example-space-in-url.arc [200:1271:TRUNCATED] +1
        warcio/example-trunc.warc [200:1270, 0:0:UNREADABLE_INPUT] +3
        warcio/example-wget-bad-target-uri.warc.gz [200:1270] +5
        warcio/example-wrong-chunks.warc.gz [200:1270] +1
        warcio/example.arc [200:1270] +1
        warcio/example.arc.gz [200:1270] +1
        warcio/example.warc [200:1270] +5
        warcio/example.warc.gz [200:1270] +5
        warcio/post-test.warc.gz [200:545, 200:552, 200:551] +3
        whirlwind/whirlwind.warc [200:72848] +3
        whirlwind/whirlwind.warc.gz [200:72848] +3
        whirlwind/whirlwind.warc.wat [] +2
        whirlwind/whirlwind.warc.wat.gz [] +2
        whirlwind/whirlwind.warc.wet [200:4456] +1
        whirlwind/whirlwind.warc.wet.gz [200:4456] +1""",
        String.join("\n", lines));
  }
}
