package io.sluice.ingest.crawl.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One request and what came of it.
 *
 * @param started when it was sent
 * @param millis how long it took
 * @param request head of the request as sent, with the blank line
 * @param status the status, 0 where there was no answer
 * @param protocol such as {@code http/1.1} or {@code h2}; null where there was no answer
 * @param reason the reason phrase; HTTP/2 has none
 * @param fields fields of the response, in order
 * @param body the body with its transfer encoding undone and its content encoding left
 * @param cut why the body is not whole, as {@code WARC-Truncated} says it: {@code length}, {@code
 *     unspecified} where it is of a type that is not wanted; null where it is whole
 * @param ip the address that answered, or null
 * @param failure why there is no answer, or null
 * @param detail the failure in words, or null
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
public record Exchange(
    Instant started,
    long millis,
    String request,
    int status,
    String protocol,
    String reason,
    List<Field> fields,
    byte[] body,
    String cut,
    String ip,
    Failure failure,
    String detail) {

  /** A field of the head. */
  public record Field(String name, String value) {}

  /** Why there is no answer. */
  public enum Failure {
    /** The policy allows none of the host's addresses. */
    REFUSED,
    /** The host has no address. */
    DNS,
    /** Not in time. */
    TIMEOUT,
    /** The connection failed or broke. */
    NETWORK
  }

  public Exchange {
    fields = List.copyOf(fields);
  }

  static Exchange failed(Instant started, long millis, String ip, Failure failure, String detail) {
    return new Exchange(
        started, millis, null, 0, null, null, List.of(), new byte[0], null, ip, failure, detail);
  }

  /** The first value of a field, or null. */
  public String first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** Every value of a field. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value());
      }
    }
    return values;
  }

  /** The media type in lower case without parameters, or null. */
  public String mediaType() {
    String type = first("content-type");
    if (type == null) {
      return null;
    }
    int semicolon = type.indexOf(';');
    type = (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    return type.isEmpty() ? null : type;
  }

  /** The charset parameter of the media type, or null. */
  public String charset() {
    String type = first("content-type");
    for (String part : type == null ? new String[0] : type.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase("charset")) {
        String value = part.substring(equals + 1).replaceAll("[\"']", "").strip();
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }

  /**
   * Head of the response as HTTP/1.1 writes it. The transfer encoding, which the body is without,
   * stands under a name of its own, as other crawlers write it.
   */
  public byte[] head() {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(' ');
    head.append(reason).append("\r\n");
    for (Field field : fields) {
      head.append(field.name().equalsIgnoreCase("transfer-encoding") ? "X-Crawler-" : "");
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
