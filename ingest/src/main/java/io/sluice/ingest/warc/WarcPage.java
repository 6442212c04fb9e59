package io.sluice.ingest.warc;

import io.sluice.ingest.model.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One HTTP response (or fetched resource) of a WARC file.
 *
 * @param url the target URI as written, without angle brackets; may be no valid URI
 * @param date when it was fetched, or null where the record's date cannot be read
 * @param status HTTP status; 200 for a resource record, 0 where there is no status line
 * @param contentType media type in lower case without parameters, or null
 * @param charsetFromHeader the charset parameter as written, or null
 * @param body the body with transfer and content encodings undone; empty where there is a problem
 *     other than {@link Reason#TRUNCATED}, which keeps what is there
 * @param offset byte offset of the record (of its gzip member, where there is one a record)
 * @param problem why the body cannot be used, or null
 * @param detail the problem in words, or null
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the bytes
public record WarcPage(
    String url,
    Instant date,
    int status,
    String contentType,
    String charsetFromHeader,
    byte[] body,
    long offset,
    Reason problem,
    String detail) {

  public WarcPage {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(body, "body");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WarcPage that
        && url.equals(that.url)
        && Objects.equals(date, that.date)
        && status == that.status
        && Objects.equals(contentType, that.contentType)
        && Objects.equals(charsetFromHeader, that.charsetFromHeader)
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
    return "WarcPage[" + url + " at " + offset + ", " + status + ", " + body.length + " bytes]";
  }
}
