package io.sluice.ingest.warc;

import io.sluice.ingest.model.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The HTTP responses of one WARC file (ISO 28500, versions 1.0 and 1.1; ARC too), one at a time:
 * plain, gzip by record, or gzip as a whole. Memory holds one record.
 *
 * <p>{@code response} records of HTTP, and {@code resource} records with an http or https target,
 * are pages; all others are skipped and counted. What is wrong inside a page is the page's problem;
 * only a file that is clipped, or whose framing is broken, ends with an exception, after everything
 * before.
 */
public final class WarcPages implements Closeable {
  /** Room for the response head beside the body. */
  private static final int HEAD_BYTES = 65_536;

  private final String name;
  private final WarcReader reader;
  private final CountingStream counter;
  private final int limit;
  private long records;
  private long skipped;
  private boolean ended;

  private WarcPages(String name, CountingStream counter, WarcReader reader, int limit) {
    this.name = name;
    this.counter = counter;
    this.reader = reader;
    this.limit = limit;
  }

  /**
   * Opens a file.
   *
   * @throws IOException where there is no such file, or it is no WARC file
   */
  public static WarcPages open(String path, Configuration hadoop, WarcLimits limits)
      throws IOException {
    Path file = new Path(path);
    return open(file.getFileSystem(hadoop).open(file), path, limits);
  }

  /**
   * Reads from a stream, which is closed with this reader, and here where the opening fails.
   *
   * @param name the file's name for messages
   * @throws IOException where the stream holds no WARC file; an empty one is a file of no records
   */
  public static WarcPages open(InputStream in, String name, WarcLimits limits) throws IOException {
    CountingStream counter = new CountingStream(in);
    try {
      if (!counter.hasMore()) {
        return new WarcPages(name, counter, null, limits.maxRecordBytes());
      }
      WarcReader reader = new WarcReader(Channels.newChannel(counter));
      reader.setLenient(true);
      return new WarcPages(name, counter, reader, limits.maxRecordBytes());
    } catch (IOException | RuntimeException e) {
      in.close();
      throw new IOException(name + ": no WARC file: " + e.getMessage(), e);
    }
  }

  /**
   * The next page, or null at the end of the file.
   *
   * @throws IOException where the file is clipped or corrupt, naming file and offset; what came
   *     before stands, and the file has nothing more
   */
  public WarcPage next() throws IOException {
    while (reader != null && !ended) {
      try {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          ended = true;
          return null;
        }
        long offset = Math.max(reader.position(), 0);
        String url = target(record.get());
        String type = record.get().type();
        boolean resource = type.equals("resource") && isWeb(url);
        if (resource || (type.equals("response") && (isWeb(url) || isHttp(record.get())))) {
          WarcPage page = page(record.get(), resource, url, offset);
          records++;
          return page;
        }
        record.get().body().consume();
        skipped++;
      } catch (IOException | RuntimeException e) {
        ended = true;
        String why = String.valueOf(e.getMessage()).replaceAll("[^ -~]", "?");
        long at = Math.max(reader.position(), 0);
        throw new IOException(name + ": cannot be read from byte " + at + " on: " + why, e);
      }
    }
    return null;
  }

  private WarcPage page(WarcRecord record, boolean resource, String url, long offset)
      throws IOException {
    MessageBody block = record.body();
    long size = block.size();
    int room = resource ? limit : limit + HEAD_BYTES;
    boolean large = size > room;
    byte[] bytes = new byte[(int) (large ? Math.min(size, HEAD_BYTES) : size)];
    readFully(block, bytes);
    HttpHead head = resource ? null : HttpHead.parse(bytes);
    String contentType =
        resource ? record.headers().first("Content-Type").orElse(null) : head.first("content-type");
    HttpBody body;
    if (large) {
      block.consume();
      body =
          new HttpBody(
              new byte[0], Reason.TOO_LARGE, "record of " + size + " bytes, limit " + limit);
    } else if (resource) {
      body = new HttpBody(bytes, null, null);
    } else if (head.status() == 0) {
      body = new HttpBody(new byte[0], Reason.UNDECODABLE, "no HTTP status line");
    } else {
      body = HttpBody.of(head, bytes, limit);
    }
    String cut = record.headers().first("WARC-Truncated").orElse(null);
    if (cut != null && body.problem() == null) {
      body = new HttpBody(body.bytes(), Reason.TRUNCATED, "cut off by the crawler: " + cut);
    }
    return new WarcPage(
        url,
        date(record),
        resource ? 200 : head.status(),
        HttpHead.mediaType(contentType),
        HttpHead.charset(contentType),
        body.bytes(),
        offset,
        body.problem(),
        body.detail());
  }

  private static void readFully(MessageBody block, byte[] into) throws IOException {
    InputStream in = block.stream();
    int got = in.readNBytes(into, 0, into.length);
    if (got < into.length) {
      throw new IOException("record ends after " + got + " of " + into.length + " bytes");
    }
  }

  /** The target as written; some writers put it in angle brackets. */
  private static String target(WarcRecord record) {
    String url = record.headers().first("WARC-Target-URI").orElse("").strip();
    boolean brackets = url.startsWith("<") && url.endsWith(">");
    return brackets ? url.substring(1, url.length() - 1) : url;
  }

  private static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }

  private static boolean isHttp(WarcRecord record) {
    String type = record.headers().first("Content-Type").orElse("");
    return "application/http".equals(HttpHead.mediaType(type));
  }

  private static Instant date(WarcRecord record) {
    try {
      return Instant.parse(record.headers().first("WARC-Date").orElse(""));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Pages given so far. */
  public long records() {
    return records;
  }

  /** Records skipped so far, since they are no pages. */
  public long skipped() {
    return skipped;
  }

  /** Bytes of the file consumed so far (as stored; the reader looks a buffer ahead). */
  public long bytes() {
    return counter.count();
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    counter.close();
  }
}
