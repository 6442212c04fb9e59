package io.sluice.ingest.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Archives made for tests. */
final class Archives {
  static final Instant DATE = Instant.parse("2026-01-02T03:04:05Z");

  private Archives() {}

  static byte[] record(String type, String url, String contentType, byte[] block, String more) {
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

  static byte[] response(String head, byte[] body) {
    return record(
        "response",
        "http://a.example/",
        "application/http",
        join(head.getBytes(ISO_8859_1), body),
        "");
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static byte[] deflate(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static byte[] written(String... bodies) {
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

  static byte[] zstd(byte[] data) {
    return Zstd.compress(data, 3);
  }

  /** A skippable frame, with the magic number's last digit. */
  static byte[] skippable(int digit, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x184D2A50 + digit)
        .putInt(content.length)
        .put(content)
        .array();
  }
}
