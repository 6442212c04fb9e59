package io.sluice.ingest.warc;

import io.sluice.ingest.model.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One HTTP response, fetched resource or converted text of a WARC file; or a stretch of the file
 * that cannot be read.
 *
 * @param origin what kind of record it comes from
 * @param url the target URI as written, without angle brackets; may be no valid URI; empty for
 *     damage
 * @param date when it was fetched, or null where the record's date cannot be read
 * @param status HTTP status; 200 for a resource or conversion, 0 where there is no status line
 * @param contentType media type in lower case without parameters, or null
 * @param charsetFromHeader the charset parameter as written, or null
 * @param languages the languages that the archive's maker identified, ISO 639-3 and commas; or null
 * @param body the body with transfer and content encodings undone; empty where there is a problem
 *     other than {@link Reason#TRUNCATED}, which keeps what is there
 * @param offset byte offset of the record (of its gzip member or zstd frame, where there is one)
 * @param problem why the body cannot be used, or null
 * @param detail the problem in words, or null
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the bytes
public record WarcPage(
    Origin origin,
    String url,
    Instant date,
    int status,
    String contentType,
    String charsetFromHeader,
    String languages,
    byte[] body,
    long offset,
    Reason problem,
    String detail) {

  /** What kind of record a page comes from. */
  public enum Origin {
    /** An HTTP response: HTML or what else the server sent. */
    RESPONSE,
    /** A fetched file without HTTP headers. */
    RESOURCE,
    /** Text that was extracted already (WET), UTF-8. */
    CONVERSION,
    /** No record: bytes of the file that cannot be read. */
    DAMAGE
  }

  public WarcPage {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(body, "body");
  }

  /** Bytes of the file that cannot be read. */
  static WarcPage damage(long offset, String detail) {
    return new WarcPage(
        Origin.DAMAGE,
        "",
        null,
        0,
        null,
        null,
        null,
        new byte[0],
        offset,
        Reason.UNREADABLE_INPUT,
        detail);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WarcPage that
        && origin == that.origin
        && url.equals(that.url)
        && Objects.equals(date, that.date)
        && status == that.status
        && Objects.equals(contentType, that.contentType)
        && Objects.equals(charsetFromHeader, that.charsetFromHeader)
        && Objects.equals(languages, that.languages)
        && Arrays.equals(body, that.body)
        && offset == that.offset
        && problem == that.problem
        && Objects.equals(detail, that.detail);
  }

  @Override
  public int hashCode() {
    return Objects.hash(url, date, status, offset);
  }

  @Override
  public String toString() {
    String wrong = problem == null ? "" : ", " + problem + ": " + detail;
    return "WarcPage["
        + (origin + " " + url + " at " + offset + ", " + status + ", " + body.length + " bytes")
        + (wrong + "]");
  }
}
