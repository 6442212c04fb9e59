package io.sluice.ingest.warc;

import static io.sluice.ingest.warc.Archives.gzip;
import static io.sluice.ingest.warc.Archives.join;
import static io.sluice.ingest.warc.Archives.record;
import static io.sluice.ingest.warc.Archives.skippable;
import static io.sluice.ingest.warc.Archives.zstd;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictTrainer;
import io.sluice.ingest.SharedData;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.stage.ByteRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Whatever the slices of a file, each record is read once. */
class WarcSlicesTest {
  private static final WarcLimits LIMITS = new WarcLimits(1_000_000);

  private record Read(List<WarcPage> pages, long skipped, long bytes) {}

  private static Read read(byte[] file, List<ByteRange> ranges) throws IOException {
    List<WarcPage> pages = new ArrayList<>();
    long skipped = 0;
    long bytes = 0;
    for (ByteRange range : ranges) {
      try (WarcPages reader = WarcPages.open(StoredBytes.of(file), "x.warc", range, LIMITS)) {
        for (WarcPage page = reader.next(); page != null; page = reader.next()) {
          pages.add(page);
        }
        skipped += reader.skipped();
        bytes += reader.bytes();
      }
    }
    return new Read(pages, skipped, bytes);
  }

  private static void assertSameWhateverTheSlices(String name, byte[] file, long... sizes)
      throws IOException {
    Read whole = read(file, List.of(ByteRange.WHOLE));
    assertEquals(file.length, whole.bytes(), name);
    for (long size : sizes) {
      Read sliced = read(file, ByteRange.cover(file.length, size));
      assertEquals(whole.pages(), sliced.pages(), name + " by " + size);
      assertEquals(whole, sliced, name + " by " + size);
    }
  }

  private static byte[] page(int number, int size, Random random) {
    StringBuilder text = new StringBuilder("HTTP/1.1 200 OK\r\n\r\n<p>").append(number);
    while (text.length() < size) {
      text.append(' ').append(random.nextInt(100_000));
    }
    return record(
        number % 3 == 0 ? "metadata" : "response",
        "http://a.example/" + number,
        "application/http",
        text.toString().getBytes(UTF_8),
        "");
  }

  private static List<byte[]> pages(int count, int size) {
    Random random = new Random(7);
    List<byte[]> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(page(i, random.nextInt(size), random));
    }
    return pages;
  }

  private static byte[] each(List<byte[]> records, UnaryOperator<byte[]> packing) {
    return join(records.stream().map(packing).toArray(byte[][]::new));
  }

  private static byte[] arc(int count) {
    StringBuilder file =
        new StringBuilder("filedesc://x.arc 0.0.0.0 20140216050221 text/plain 76\n1 0 Me\n")
            .append("URL IP-address Archive-date Content-type Archive-length\n")
            .append("x".repeat(13))
            .append('\n');
    for (int i = 0; i < count; i++) {
      String block = "HTTP/1.1 200 OK\r\n\r\n<p>" + "page ".repeat(i % 40) + i;
      file.append("http://a.example/a b?" + i + " 10.0.0.1 20140216050221 text/html ")
          .append(block.length())
          .append('\n')
          .append(block)
          .append('\n');
    }
    return file.toString().getBytes(UTF_8);
  }

  private static Map<String, byte[]> files() {
    List<byte[]> records = pages(120, 3000);
    byte[] plain = join(records.toArray(byte[][]::new));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("plain", plain);
    files.put("gzip by record", each(records, Archives::gzip));
    files.put("gzip whole", gzip(plain));
    files.put("zstd by record", each(records, Archives::zstd));
    files.put("zstd whole", zstd(plain));
    files.put("arc", arc(150));
    files.put("gzip in blocks", blocks(plain, 5000));
    files.put("empty", new byte[0]);
    return files;
  }

  /** Gzip members that end anywhere, as parallel compressors write them. */
  private static byte[] blocks(byte[] plain, int size) {
    byte[] all = new byte[0];
    for (int at = 0; at < plain.length; at += size) {
      all = join(all, gzip(Arrays.copyOfRange(plain, at, Math.min(plain.length, at + size))));
    }
    return all;
  }

  @Test
  void everyFormIsTheSameWhateverTheSlices() throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      int length = file.getValue().length;
      assertSameWhateverTheSlices(
          file.getKey(), file.getValue(), 997, 4096, 10_000, 65_536, length / 2 + 1, length - 1L);
    }
  }

  @Test
  void formsHoldTheSamePages() throws IOException {
    Map<String, byte[]> files = files();
    List<String> wanted = bodies(files.get("plain"));
    assertEquals(80, wanted.size());
    for (String name : List.of("gzip by record", "gzip whole", "zstd whole", "gzip in blocks")) {
      assertEquals(wanted, bodies(files.get(name)), name);
    }
    assertEquals(150, bodies(files.get("arc")).size());
  }

  private static List<String> bodies(byte[] file) throws IOException {
    return read(file, List.of(ByteRange.WHOLE)).pages().stream()
        .map(page -> page.url() + " " + page.problem() + " " + new String(page.body(), UTF_8))
        .toList();
  }

  @Test
  void smallestSlicesAreRight() throws IOException {
    List<byte[]> records = pages(4, 300);
    byte[] plain = join(records.toArray(byte[][]::new));
    for (byte[] file :
        List.of(plain, each(records, Archives::gzip), each(records, Archives::zstd))) {
      assertSameWhateverTheSlices("small", file, 1, 2, 3, 7, 50, 200);
    }
  }

  @Test
  void damageIsCountedOnceWhateverTheSlices() throws IOException {
    Random random = new Random(3);
    List<byte[]> records = pages(40, 2000);
    byte[] plain = join(records.toArray(byte[][]::new));
    Map<String, byte[]> forms = new LinkedHashMap<>();
    forms.put("plain", plain);
    forms.put("gzip", each(records, Archives::gzip));
    forms.put("zstd", each(records, Archives::zstd));
    forms.put("arc", arc(50));
    for (Map.Entry<String, byte[]> form : forms.entrySet()) {
      for (int round = 0; round < 60; round++) {
        byte[] file = form.getValue().clone();
        for (int flips = random.nextInt(6); flips >= 0; flips--) {
          file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (round % 5 == 0) {
          file = Arrays.copyOf(file, random.nextInt(file.length));
        }
        if (round % 7 == 0 && file.length > 2000) {
          Arrays.fill(file, file.length / 2, file.length / 2 + random.nextInt(900), (byte) 'x');
        }
        if (file.length > 100) {
          assertSameWhateverTheSlices(form.getKey() + " round " + round, file, 600, 5000);
        }
      }
    }
  }

  @Test
  void aFileWithinARecordIsNoPartOfTheFile() throws IOException {
    byte[] inner = each(pages(300, 2000), Archives::gzip);
    byte[] innerPlain = join(pages(100, 2000).toArray(byte[][]::new));
    List<byte[]> records = new ArrayList<>(pages(6, 2000));
    for (byte[] body : List.of(inner, innerPlain)) {
      byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: application/warc\r\n\r\n".getBytes(UTF_8);
      records.add(
          record("response", "http://a.example/w", "application/http", join(head, body), ""));
      records.addAll(pages(5, 3000));
    }
    byte[] plain = join(records.toArray(byte[][]::new));
    byte[] gzip = each(records, data -> gzipAt(data, Deflater.NO_COMPRESSION));
    byte[] zstd = each(records, Archives::zstd);
    for (byte[] file : List.of(plain, gzip, zstd)) {
      assertSameWhateverTheSlices("nested", file, 1000, 7777, 50_000, 200_000);
    }
  }

  private static byte[] gzipAt(byte[] data, int level) {
    Deflater deflater = new Deflater(level, true);
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[data.length + data.length / 100 + 1000];
    int size = deflater.deflate(out);
    deflater.end();
    byte[] whole = gzip(data);
    byte[] head = Arrays.copyOf(whole, 10);
    byte[] trailer = Arrays.copyOfRange(whole, whole.length - 8, whole.length);
    return join(head, Arrays.copyOf(out, size), trailer);
  }

  @Test
  void zstdDictionariesAreReadPlainAndCompressed() throws IOException {
    List<byte[]> records = pages(200, 2000);
    ZstdDictTrainer trainer = new ZstdDictTrainer(1 << 20, 16_384);
    records.forEach(trainer::addSample);
    byte[] dictionary = trainer.trainSamples();
    byte[] frames;
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      zstd.loadDict(dictionary);
      frames = each(records, zstd::compress);
    }
    byte[] wanted = join(records.toArray(byte[][]::new));
    for (byte[] stored : List.of(dictionary, zstd(dictionary))) {
      byte[] file = join(skippable(0xd, stored), frames);
      assertEquals(bodies(wanted), bodies(file));
      assertSameWhateverTheSlices("dictionary", file, 1000, 50_000);
    }
    byte[] spare = join(skippable(0, new byte[100]), each(records, Archives::zstd));
    assertEquals(bodies(wanted), bodies(spare));
    assertSameWhateverTheSlices("skippable frame", spare, 1000, 50_000);
  }

  @Test
  void realFilesAreTheSameWhateverTheSlices() throws IOException {
    Path folder = SharedData.file("warc_fixtures");
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertSameWhateverTheSlices(file.toString(), bytes, 500, 3000, bytes.length / 2 + 1);
      }
    }
  }
}
