package io.sluice.ingest.warc;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes pages as a WARC 1.1 file, gzip by record (ISO 28500 annex D): one {@code warcinfo} record,
 * then a {@code response} a page. The same pages and dates give the same bytes: record ids come
 * from content, and no gzip header holds a time.
 */
public final class WarcWriter implements Closeable {
  private static final String END = "\r\n";

  private final WarcOutput out;

  /**
   * Begins a file.
   *
   * @param out closed with this writer
   * @param software what the {@code warcinfo} record names as the file's maker
   * @param date the {@code warcinfo} record's date
   */
  public WarcWriter(OutputStream out, String software, Instant date) throws IOException {
    this.out = new WarcOutput(out);
    String fields =
        "software: " + line("software", software) + END + "format: WARC File Format 1.1";
    byte[] block = (fields + END).getBytes(StandardCharsets.UTF_8);
    this.out.write(WarcEntry.of("warcinfo", null, date, "application/warc-fields", block));
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
    out.write(
        WarcEntry.of("response", url, date, "application/http; msgtype=response", block)
            .with("WARC-Payload-Digest", WarcEntry.sha1(block, headBytes.length)));
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
