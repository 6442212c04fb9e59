package io.sluice.e2e;

import io.sluice.ingest.warc.WarcWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** WARC files of the corpus. */
final class Warcs {
  private static final Instant DATE = Instant.parse("2025-03-01T12:00:00Z");

  /** A page as it is fetched. */
  record Page(String url, String contentType, String body) {}

  private Warcs() {}

  /** A page of HTML: navigation, the paragraphs, a foot. */
  static Page html(String url, String lang, List<String> paragraphs) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(lang);
    html.append("\"><head><meta charset=\"utf-8\"><title>").append(url).append("</title></head>");
    html.append("<body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav><main>\n");
    paragraphs.forEach(p -> html.append("<p>").append(p).append("</p>\n"));
    html.append("</main><footer><a href=\"/imprint\">Imprint</a></footer></body></html>\n");
    return new Page(url, "text/html; charset=utf-8", html.toString());
  }

  /** A WARC file of these pages, gzip by record. */
  static byte[] file(List<Page> pages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(bytes, "e2e", DATE)) {
      for (Page page : pages) {
        writer.write(page.url(), DATE, page.contentType(), utf8(page.body()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** One record, to follow others in a file: an answer with a status other than 200. */
  static byte[] answer(String url, String status, String body) {
    String http =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: text/html\r\nContent-Length: "
            + (utf8(body).length + "\r\n\r\n" + body);
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + url
            + "\r\nWARC-Date: "
            + DATE
            + "\r\nWARC-Record-ID: <urn:example:"
            + url.hashCode()
            + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + (utf8(http).length + "\r\n\r\n" + http + "\r\n\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(utf8(record));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
