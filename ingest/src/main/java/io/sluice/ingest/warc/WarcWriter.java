package io.sluice.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Writes pages as a WARC 1.0 file, gzip by record (ISO 28500 annex D): one {@code warcinfo} record,
 * then a {@code response} a page. The same pages and dates give the same bytes: record ids come
 * from content, and no gzip header holds a time.
 */
public final class WarcWriter implements Closeable {
  private static final String END = "\r\n";

  private final OutputStream out;

  /**
   * Begins a file.
   *
   * @param out closed with this writer
   * @param software what the {@code warcinfo} record names as the file's maker
   * @param date the {@code warcinfo} record's date
   */
  public WarcWriter(OutputStream out, String software, Instant date) throws IOException {
    this.out = out;
    String fields =
        "software: " + line("software", software) + END + "format: WARC File Format 1.0";
    byte[] block = (fields + END).getBytes(StandardCharsets.UTF_8);
    record("warcinfo", null, date, "application/warc-fields", block);
  }

  /**
   * Writes one page, as if it were answered with status 200.
   *
   * @param url its address, without line breaks or spaces
   * @param date when it was fetched
   * @param contentType the Content-Type field's value, with charset where known
   * @throws IllegalArgumentException where the url or content type holds a line break
   */
  public void write(String url, Instant date, String contentType, byte[] body) throws IOException {
    String head =
        "HTTP/1.1 200 OK"
            + (END + "Content-Type: " + line("contentType", contentType))
            + (END + "Content-Length: " + body.length)
            + (END + END);
    byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
    byte[] block = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, block, 0, headBytes.length);
    System.arraycopy(body, 0, block, headBytes.length, body.length);
    record("response", line("url", url), date, "application/http; msgtype=response", block);
  }

  private void record(String type, String url, Instant date, String contentType, byte[] block)
      throws IOException {
    String when = date.truncatedTo(ChronoUnit.SECONDS).toString();
    StringBuilder head = new StringBuilder("WARC/1.0").append(END);
    head.append("WARC-Type: ").append(type).append(END);
    if (url != null) {
      head.append("WARC-Target-URI: ").append(url).append(END);
    }
    head.append("WARC-Date: ").append(when).append(END);
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.write(head.toString().getBytes(StandardCharsets.UTF_8));
    named.write(block);
    UUID id = UUID.nameUUIDFromBytes(named.toByteArray());
    head.append("WARC-Record-ID: <urn:uuid:").append(id).append('>').append(END);
    head.append("Content-Type: ").append(contentType).append(END);
    head.append("Content-Length: ").append(block.length).append(END).append(END);
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    // GZIPOutputStream writes a header without time or name
    try (GZIPOutputStream gzip = new GZIPOutputStream(member, 8192)) {
      gzip.write(head.toString().getBytes(StandardCharsets.UTF_8));
      gzip.write(block);
      gzip.write((END + END).getBytes(StandardCharsets.UTF_8));
    }
    member.writeTo(out);
  }

  private static String line(String what, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(what + ": got a line break, allowed one line");
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
