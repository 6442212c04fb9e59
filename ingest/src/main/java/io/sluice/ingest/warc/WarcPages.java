package io.sluice.ingest.warc;

import io.sluice.ingest.codec.Compression;
import io.sluice.ingest.codec.DamageException;
import io.sluice.ingest.codec.DecodedBytes;
import io.sluice.ingest.codec.PlainBytes;
import io.sluice.ingest.codec.StartSign;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;

/**
 * The pages of one WARC file (ISO 28500, versions 0.17 to 1.1) or ARC file (versions 1 and 2), one
 * at a time, in one slice of it or all: plain, gzip or zstd by record, or compressed as a whole.
 * What it is shows in its bytes, not in its name. Memory holds one record, bounded by the limits.
 *
 * <p>{@code response} records of HTTP, {@code resource} records with an http or https target, and
 * {@code conversion} records of plain text are pages; all others are skipped and counted. What is
 * wrong inside a page is the page's problem. What is wrong with the file (a corrupt member, a
 * record without a head, an end in the middle) is the problem of the page that it befalls, else a
 * page of its own with origin {@link WarcPage.Origin#DAMAGE}; then reading goes on with the next
 * record that can be found. The same records come whatever the slices.
 */
public final class WarcPages implements Closeable {
  /** Room for the response head beside the body. */
  private static final int HEAD_BYTES = 65_536;

  private final String name;
  private final WarcRecords source;
  private final HttpDecoder http;
  private final Block block;
  private final int limit;
  private long records;
  private long skipped;

  private WarcPages(String name, WarcRecords source, WarcLimits limits) {
    this.name = name;
    this.source = source;
    this.limit = limits.maxRecordBytes();
    this.http = new HttpDecoder(limit);
    this.block = new Block(limit + HEAD_BYTES);
  }

  /**
   * Opens a file.
   *
   * @throws IOException where there is no such file, or it is no WARC file
   */
  public static WarcPages open(String path, Configuration hadoop, WarcLimits limits)
      throws IOException {
    return open(path, ByteRange.WHOLE, hadoop, limits);
  }

  /**
   * Opens a slice of a file. Slices that cover the file give each page once. A file that can be
   * read from its beginning alone (compressed as a whole, or with a dictionary) is the first
   * slice's.
   *
   * @throws IOException where there is no such file, or it is no WARC file
   */
  public static WarcPages open(
      String path, ByteRange range, Configuration hadoop, WarcLimits limits) throws IOException {
    return open(StoredBytes.open(path, hadoop), path, range, limits);
  }

  /**
   * Reads a slice of stored bytes, which are closed with this reader, and here where the opening
   * fails.
   *
   * @param name the file's name for messages
   * @throws IOException where there is no WARC file; an empty one is a file of no records
   */
  public static WarcPages open(StoredBytes in, String name, ByteRange range, WarcLimits limits)
      throws IOException {
    DecodedBytes decoded = null;
    try {
      decoded = Compression.open(in, RecordSign.SIGN);
      boolean none = decoded instanceof PlainBytes && in.length() > 0 && !holdsRecords(in);
      if (none && range.first()) {
        throw new IOException("no record in its beginning");
      }
      // of a file that is none, the first slice says so
      return new WarcPages(name, new WarcRecords(decoded, none ? null : range), limits);
    } catch (IOException | RuntimeException e) {
      if (decoded != null) {
        decoded.close();
      }
      in.close();
      throw new IOException(name + ": no WARC file: " + e.getMessage(), e);
    }
  }

  /** Whether a plain file's beginning has a record in it, if not at its first byte. */
  private static boolean holdsRecords(StoredBytes in) throws IOException {
    byte[] head = new byte[(int) Math.min(in.length(), 1 << 20)];
    int size = in.readFully(head, 0, Math.min(head.length, StartSign.LOOK));
    boolean begins = RecordSign.SIGN.begins(head, 0, size);
    if (!begins) {
      size += in.readFully(head, size, head.length - size);
      begins = RecordSign.find(head, size) >= 0;
    }
    in.seek(0);
    return begins;
  }

  /**
   * The next page, or null at the end of the slice.
   *
   * @throws IOException where the file system fails
   */
  public WarcPage next() throws IOException {
    while (true) {
      try {
        WarcHead head = source.next();
        if (head == null) {
          return null;
        }
        WarcPage.Origin origin = origin(head);
        if (origin != null) {
          WarcPage page = page(head, origin);
          records++;
          return page;
        }
        skipped++;
      } catch (DamageException e) {
        records++;
        return WarcPage.damage(e.offset(), said(e));
      }
    }
  }

  private String said(DamageException damage) {
    return name + ", byte " + damage.offset() + ": " + damage.getMessage();
  }

  /** What a record is to us; null where it is no page. */
  private static WarcPage.Origin origin(WarcHead head) {
    return switch (head.type()) {
      case "response" ->
          isWeb(head.url()) || "application/http".equals(HttpHead.mediaType(head.contentType()))
              ? WarcPage.Origin.RESPONSE
              : null;
      case "resource" -> isWeb(head.url()) ? WarcPage.Origin.RESOURCE : null;
      case "conversion" ->
          "text/plain".equals(HttpHead.mediaType(head.contentType()))
              ? WarcPage.Origin.CONVERSION
              : null;
      default -> null;
    };
  }

  private WarcPage page(WarcHead head, WarcPage.Origin origin) throws IOException {
    DamageException damage = source.body(block.clear());
    boolean response = origin == WarcPage.Origin.RESPONSE;
    HttpHead answer = response ? HttpHead.parse(block.bytes(), block.size()) : null;
    String contentType = response ? answer.contentType() : head.contentType();
    HttpBody body = body(head, answer, damage);
    return new WarcPage(
        origin,
        head.url(),
        head.date(),
        response ? answer.status() : 200,
        HttpHead.mediaType(contentType),
        HttpHead.charset(contentType),
        head.languages(),
        body.bytes(),
        source.offset(),
        body.problem(),
        body.detail());
  }

  private HttpBody body(WarcHead head, HttpHead answer, DamageException damage) {
    int room = answer == null ? limit : limit + HEAD_BYTES;
    if (block.whole() > room) {
      String detail = "record of " + block.whole() + " bytes, limit " + limit;
      return HttpBody.none(Reason.TOO_LARGE, detail);
    }
    if (damage != null && block.size() == head.length()) {
      return HttpBody.none(Reason.UNDECODABLE, said(damage));
    }
    HttpBody body;
    if (answer == null) {
      body = HttpBody.of(Arrays.copyOf(block.bytes(), block.size()));
    } else if (answer.status() == 0) {
      body = HttpBody.none(Reason.UNDECODABLE, "no HTTP status line");
    } else {
      body = http.decode(answer, block.bytes(), block.size());
    }
    if (damage != null) {
      return new HttpBody(body.bytes(), Reason.TRUNCATED, said(damage));
    }
    if (head.truncated() != null && body.problem() == null) {
      String detail = "cut off by the crawler: " + head.truncated();
      return new HttpBody(body.bytes(), Reason.TRUNCATED, detail);
    }
    if (head.segment() != null && body.problem() == null) {
      return new HttpBody(body.bytes(), Reason.TRUNCATED, "segment " + head.segment());
    }
    return body;
  }

  private static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Pages given so far. */
  public long records() {
    return records;
  }

  /** Records skipped so far, since they are no pages. */
  public long skipped() {
    return skipped;
  }

  /** Bytes of the slice consumed so far, as stored; at its end, with those of other slices, all. */
  public long bytes() {
    return source.bytes();
  }

  @Override
  public void close() throws IOException {
    http.close();
    source.close();
  }
}
