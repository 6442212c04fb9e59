package io.sluice.ingest.warc;

import static io.sluice.ingest.warc.Archives.deflate;
import static io.sluice.ingest.warc.Archives.gzip;
import static io.sluice.ingest.warc.Archives.join;
import static io.sluice.ingest.warc.Archives.record;
import static io.sluice.ingest.warc.Archives.zstd;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutated archives: whatever is in a file, reading it ends, in time, within bounds, without an
 * exception; and whatever the slices, it gives the same.
 *
 * <p>A failing file is made again by {@code mutated(seed)}; the message names the seed.
 */
class WarcFuzzTest {
  private static final int LIMIT = 200_000;
  private static final WarcLimits LIMITS = new WarcLimits(LIMIT);

  /** Bytes that reading one file may allocate beside what grows with its size and its pages. */
  private static final long ALLOCATED = 24_000_000;

  private static final List<byte[]> SOUND = sound();

  private static List<byte[]> sound() {
    Random random = new Random(1);
    List<byte[]> records = new ArrayList<>();
    String[] codings = {"", "gzip", "deflate", "zstd", "br", "gzip, deflate"};
    for (int i = 0; i < 24; i++) {
      StringBuilder text = new StringBuilder("<html><body>");
      for (int words = random.nextInt(600); words > 0; words--) {
        text.append(Integer.toString(random.nextInt(4000), 36)).append(words % 9 == 0 ? "\n" : " ");
      }
      byte[] body = text.toString().getBytes(UTF_8);
      String coding = codings[i % codings.length];
      byte[] packed =
          switch (coding) {
            case "gzip" -> gzip(body);
            case "deflate" -> deflate(body);
            case "zstd" -> zstd(body);
            case "gzip, deflate" -> deflate(gzip(body));
            default -> body;
          };
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
              + (coding.isEmpty() ? "" : "Content-Encoding: " + coding + "\r\n")
              + (i % 4 == 3 ? "Transfer-Encoding: chunked\r\n" : "")
              + "\r\n";
      byte[] sent =
          i % 4 == 3
              ? join(
                  (Integer.toHexString(packed.length) + "\r\n").getBytes(UTF_8),
                  packed,
                  "\r\n0\r\n\r\n".getBytes(UTF_8))
              : packed;
      String type = List.of("response", "response", "conversion", "resource", "request").get(i % 5);
      records.add(
          record(
              type,
              "http://a.example/" + i,
              type.equals("conversion") ? "text/plain" : "application/http",
              join(head.getBytes(ISO_8859_1), sent),
              i % 6 == 0 ? "WARC-Truncated: length\r\n" : ""));
    }
    byte[] plain = join(records.toArray(byte[][]::new));
    byte[] arc = arc(records.size(), random);
    List<byte[]> files = new ArrayList<>();
    files.add(plain);
    files.add(join(records.stream().map(Archives::gzip).toArray(byte[][]::new)));
    files.add(join(records.stream().map(Archives::zstd).toArray(byte[][]::new)));
    files.add(gzip(plain));
    files.add(zstd(plain));
    files.add(arc);
    files.add(gzip(arc));
    return files;
  }

  private static byte[] arc(int count, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      String block = "HTTP/1.1 200 OK\r\n\r\n" + "arc body ".repeat(random.nextInt(200));
      String line = "http://a.example/" + i + " 10.0.0.1 20140216050221 text/html ";
      out.writeBytes((line + block.length() + "\n" + block + "\n").getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] bomb(Random random) {
    byte[] zeros = new byte[1_000_000 + random.nextInt(30_000_000)];
    if (random.nextBoolean()) {
      byte[] head =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://b/\r\n".getBytes(UTF_8);
      System.arraycopy(head, 0, zeros, 0, head.length);
    }
    return switch (random.nextInt(4)) {
      case 0 -> gzip(zeros);
      case 1 -> zstd(zeros);
      case 2 -> gzip(gzip(zeros));
      default ->
          record(
              "response",
              "http://bomb/",
              "application/http",
              join(
                  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(UTF_8), gzip(zeros)),
              "");
    };
  }

  /** The file of a seed: one to six changes of a sound one. */
  static byte[] mutated(long seed) {
    Random random = new Random(seed);
    byte[] file = SOUND.get(random.nextInt(SOUND.size())).clone();
    for (int changes = random.nextInt(6); changes >= 0 && file.length > 0; changes--) {
      int at = random.nextInt(file.length);
      int size = random.nextInt(Math.min(file.length - at, 1 + random.nextInt(5000)) + 1);
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> file = Arrays.copyOf(file, at);
        case 4 -> file = join(Arrays.copyOf(file, at), from(file, at + size));
        case 5 -> file = join(Arrays.copyOf(file, at + size), from(file, at));
        case 6 -> {
          byte[] other = SOUND.get(random.nextInt(SOUND.size()));
          file = join(Arrays.copyOf(file, at), from(other, random.nextInt(other.length)));
        }
        case 7 -> Arrays.fill(file, at, at + size, (byte) random.nextInt(256));
        case 8 -> {
          byte[] noise = new byte[size];
          random.nextBytes(noise);
          System.arraycopy(noise, 0, file, at, size);
        }
        case 9 -> digits(file, at, random);
        case 10 -> file = join(from(file, at), Arrays.copyOf(file, at));
        default -> {
          if (random.nextInt(4) == 0) {
            file = join(Arrays.copyOf(file, at), bomb(random), from(file, at));
          }
        }
      }
    }
    return file;
  }

  private static byte[] from(byte[] file, int at) {
    return Arrays.copyOfRange(file, at, file.length);
  }

  /** Changes the digits of the next number, as of a length. */
  private static void digits(byte[] file, int from, Random random) {
    boolean any = false;
    for (int at = from; at < file.length; at++) {
      if (RecordSign.isDigit(file[at])) {
        file[at] = (byte) ('0' + random.nextInt(10));
        any = true;
      } else if (any) {
        return;
      }
    }
  }

  private static List<WarcPage> read(byte[] file, List<ByteRange> slices, long seed) {
    List<WarcPage> pages = new ArrayList<>();
    for (ByteRange slice : slices) {
      try (WarcPages reader = WarcPages.open(StoredBytes.of(file), "x", slice, LIMITS)) {
        for (WarcPage page = reader.next(); page != null; page = reader.next()) {
          pages.add(page);
          assertTrue(page.body().length <= LIMIT, "seed " + seed);
          boolean empty = page.problem() != null && page.problem() != Reason.TRUNCATED;
          assertTrue(!empty || page.body().length == 0, "seed " + seed);
          assertTrue(pages.size() < 10_000, "seed " + seed);
        }
      } catch (IOException e) {
        assertTrue(e.getMessage().startsWith("x: no WARC file"), "seed " + seed + ": " + e);
      }
    }
    return pages;
  }

  private static void run(long from, long to) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (long seed = from; seed < to; seed++) {
      byte[] file = mutated(seed);
      long before = threads.getCurrentThreadAllocatedBytes();
      List<WarcPage> whole = read(file, List.of(ByteRange.WHOLE), seed);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      long pages = whole.stream().mapToLong(page -> page.body().length).sum();
      assertTrue(
          allocated < ALLOCATED + 40L * file.length + 2 * pages,
          "seed " + seed + ": " + allocated + " bytes for a file of " + file.length);
      if (seed % 4 == 0) {
        long size = 1 + file.length / (2 + seed % 7);
        assertEquals(whole, read(file, ByteRange.cover(file.length, size), seed), "seed " + seed);
      }
    }
  }

  @Test
  @Timeout(120)
  void aSmallDoseOfMutatedFilesIsRead() {
    run(0, 400);
  }

  @Test
  @Tag("heavy")
  @Timeout(1800)
  void tenThousandMutatedFilesAreRead() {
    run(0, 10_000);
  }
}
