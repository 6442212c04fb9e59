package io.sluice.ingest.warc;

import static io.sluice.ingest.warc.Archives.deflate;
import static io.sluice.ingest.warc.Archives.gzip;
import static io.sluice.ingest.warc.Archives.join;
import static io.sluice.ingest.warc.Archives.zstd;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.model.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpDecoderTest {
  private static final String TEXT = "<html><body>" + "<p>hello</p>".repeat(20) + "</body></html>";

  /** {@link #TEXT} as Google's encoder writes it, quality 11. */
  private static final byte[] BROTLI =
      HexFormat.of()
          .parseHex(
              "1b0901e01da7c39a1bb347cd03c786365edaa78ced4d2bc28830034ad6a2055ab9e53e62be551800");

  private static HttpBody decode(String headers, byte[] body, int limit) {
    byte[] block = join(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(ISO_8859_1), body);
    try (HttpDecoder decoder = new HttpDecoder(limit)) {
      return decoder.decode(HttpHead.parse(block, block.length), block, block.length);
    }
  }

  private static String text(String headers, byte[] body) {
    HttpBody decoded = decode(headers, body, 100_000);
    return (decoded.problem() == null ? "" : decoded.problem() + " ")
        + new String(decoded.bytes(), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] raw(byte[] zlib) {
    return Arrays.copyOfRange(zlib, 2, zlib.length - 4);
  }

  @Test
  void everyCodingIsUndone() {
    byte[] plain = bytes(TEXT);
    assertEquals(TEXT, text("Content-Encoding: gzip\r\n", gzip(plain)));
    assertEquals(TEXT, text("content-encoding:X-GZip\r\n", gzip(plain)));
    assertEquals(TEXT, text("Content-Encoding: deflate\r\n", deflate(plain)));
    assertEquals(TEXT, text("Content-Encoding: deflate\r\n", raw(deflate(plain))));
    assertEquals(TEXT, text("Content-Encoding: deflate\r\n", gzip(plain)));
    assertEquals(TEXT, text("Content-Encoding: zstd\r\n", zstd(plain)));
    assertEquals(TEXT, text("Content-Encoding: br\r\n", BROTLI));
    assertEquals(TEXT, text("Content-Encoding: identity\r\n", plain));
  }

  @Test
  void codingsAreUndoneFromTheLastToTheFirst() {
    byte[] plain = bytes(TEXT);
    assertEquals(TEXT, text("Content-Encoding: gzip, zstd\r\n", zstd(gzip(plain))));
    assertEquals(
        TEXT,
        text("Content-Encoding: deflate\r\nContent-Encoding: gzip\r\n", gzip(deflate(plain))));
    assertEquals(TEXT, text("Content-Encoding: br,\r\n gzip\r\n", gzip(BROTLI)));
    assertEquals(TEXT, text("Content-Encoding: gzip, gzip, gzip\r\n", gzip(gzip(gzip(plain)))));
  }

  @Test
  void whatWasNotAppliedOrAppliedOnceMoreIsSeen() {
    byte[] plain = bytes(TEXT);
    for (String coding :
        List.of("gzip", "deflate", "br", "zstd", "utf-8", "none", "sdch", "br, br")) {
      assertEquals(TEXT, text("Content-Encoding: " + coding + "\r\n", plain), coding);
      assertEquals("", text("Content-Encoding: " + coding + "\r\n", new byte[0]), coding);
    }
    assertEquals("hi", text("Content-Encoding: br\r\n", bytes("hi")));
    assertEquals("now", text("Content-Encoding: br\r\n", bytes("now")));
    assertEquals(TEXT, text("Content-Type: text/html\r\n", gzip(plain)));
    assertEquals(TEXT, text("Content-Encoding: gzip\r\n", gzip(gzip(plain))));
    String binary = text("Content-Type: application/gzip\r\n", gzip(plain));
    assertEquals(new String(gzip(plain), UTF_8), binary);
  }

  @Test
  void chunksAreJoinedAsFarAsTheyAreChunks() {
    String chunked = "Transfer-Encoding: chunked\r\n";
    assertEquals("hello", text(chunked, bytes("2\r\nhe\r\n3;x=\"y\"\r\nllo\r\n0\r\nT: 1\r\n\r\n")));
    assertEquals("hello", text(chunked, bytes("2 \nhe\n003\nllo\n0\n\n")));
    assertEquals("hello", text(chunked, bytes("5\r\nhello")), "no end");
    assertEquals("hel", text(chunked, bytes("5\r\nhel")), "clipped");
    assertEquals("hello", text(chunked, bytes("hello")), "joined already");
    assertEquals("helloworld", text(chunked, bytes("5\r\nhello\r\nworld")), "no chunk follows");
    assertEquals("", text(chunked, bytes("0\r\n\r\n")));
    assertEquals("fffffffff\r\nx", text(chunked, bytes("fffffffff\r\nx")), "no size");
    assertEquals(
        TEXT,
        text(
            chunked + "Content-Encoding: gzip\r\n",
            join(
                bytes(Integer.toHexString(gzip(bytes(TEXT)).length) + "\r\n"),
                gzip(bytes(TEXT)),
                bytes("\r\n0\r\n\r\n"))));
  }

  @Test
  void clippedStreamsKeepWhatIsThere() {
    String random = HexFormat.of().formatHex(gzip(bytes(TEXT.repeat(3))));
    byte[] plain = bytes(random.repeat(3) + random.substring(7));
    for (String coding : List.of("gzip", "deflate", "zstd")) {
      byte[] packed =
          switch (coding) {
            case "gzip" -> gzip(plain);
            case "zstd" -> zstd(plain);
            default -> deflate(plain);
          };
      byte[] clipped = Arrays.copyOf(packed, packed.length - 12);
      HttpBody body = decode("Content-Encoding: " + coding + "\r\n", clipped, 100_000);
      boolean nothing = body.bytes().length == 0;
      assertEquals(nothing ? Reason.UNDECODABLE : Reason.TRUNCATED, body.problem(), coding);
      assertEquals(
          new String(plain, UTF_8).substring(0, body.bytes().length),
          new String(body.bytes(), UTF_8));
    }
    byte[] noTrailer = Arrays.copyOf(gzip(plain), gzip(plain).length - 8);
    assertEquals(new String(plain, UTF_8), text("Content-Encoding: gzip\r\n", noTrailer));
    assertEquals(
        "UNDECODABLE ", text("Content-Encoding: br\r\n", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}));
    assertEquals("UNDECODABLE ", text("Content-Encoding: compress\r\n", new byte[100]));
  }

  @Test
  void bombsStopAtTheLimit() {
    byte[] bomb = new byte[20_000_000];
    for (int limit : List.of(1, 1000, 70_000)) {
      for (String coding : List.of("gzip", "deflate", "zstd")) {
        byte[] packed =
            switch (coding) {
              case "gzip" -> gzip(bomb);
              case "zstd" -> zstd(bomb);
              default -> deflate(bomb);
            };
        assertEquals(
            Reason.TOO_LARGE,
            decode("Content-Encoding: " + coding + "\r\n", packed, limit).problem(),
            coding);
      }
    }
    byte[] twice = gzip(gzip(bomb));
    assertEquals(
        Reason.TOO_LARGE, decode("Content-Encoding: gzip, gzip\r\n", twice, 100_000).problem());
    assertEquals(null, decode("Content-Encoding: gzip\r\n", gzip(new byte[1000]), 1000).problem());
    assertEquals(
        Reason.TOO_LARGE,
        decode("Content-Encoding: gzip\r\n", gzip(new byte[1001]), 1000).problem());
  }

  @Test
  void headsAreReadLeniently() {
    byte[] odd =
        bytes("\r\nHTTP/2 404\nno colon\n : \nCONTENT-TYPE :Text/HTML;\n\tcharset='x'\n\nbody");
    HttpHead head = HttpHead.parse(odd, odd.length);
    assertEquals(404, head.status());
    assertEquals("text/html", HttpHead.mediaType(head.contentType()));
    assertEquals("x", HttpHead.charset(head.contentType()));
    assertEquals(odd.length - 4, head.length());
    for (String none : List.of("", "HTTP/1.1", "HTTP/1.1 2", "HTTP/1.1 abc", "<html>", "\r\n")) {
      assertEquals(0, HttpHead.parse(bytes(none), none.length()).status(), none);
    }
    assertEquals(200, HttpHead.parse(bytes("ICY 200 OK\r\n\r\n"), 14).status());
  }
}
