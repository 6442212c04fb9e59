package io.sluice.ingest.crawl.store;

import io.sluice.ingest.crawl.fetch.Exchange;
import io.sluice.ingest.crawl.frontier.Earlier;
import io.sluice.ingest.warc.WarcEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The WARC records of an exchange: what was answered (or what it repeats), what was asked, and what
 * the crawl knows about it.
 *
 * @param entries the records, in the order of writing
 * @param responseId id of the response or revisit, or null where the answer is not kept
 * @param digest of the payload
 */
public record Records(List<WarcEntry> entries, String responseId, String digest) {
  private static final String PROFILE = "http://netpreserve.org/warc/1.1/revisit/";
  private static final String RESPONSE = "application/http; msgtype=response";
  private static final String REQUEST = "application/http; msgtype=request";

  /** What is written of an answer. */
  public enum Keep {
    /** The whole answer. */
    RESPONSE,
    /** That the server says it has not changed. */
    NOT_MODIFIED,
    /** That its payload is the one an earlier crawl holds. */
    SAME_PAYLOAD,
    /** Nothing: its page forbids it. */
    NOTHING
  }

  public Records {
    entries = List.copyOf(entries);
  }

  /** The records of an exchange that was answered. */
  public static Records of(
      String url, Exchange exchange, Keep keep, Earlier earlier, Map<String, String> about) {
    byte[] head = exchange.head();
    String digest =
        keep == Keep.NOT_MODIFIED ? earlier.digest() : WarcEntry.sha1(exchange.body(), 0);
    List<WarcEntry> entries = new ArrayList<>();
    WarcEntry answer = answer(url, exchange, keep, earlier, head, digest);
    if (answer != null) {
      entries.add(answer);
    }
    String id = answer == null ? null : answer.id();
    entries.add(
        WarcEntry.of("request", url, exchange.started(), REQUEST, utf8(exchange.request()))
            .with("WARC-Concurrent-To", id)
            .with("WARC-IP-Address", exchange.ip()));
    StringBuilder fields = new StringBuilder();
    about.forEach((name, value) -> fields.append(name).append(": ").append(value).append("\r\n"));
    WarcEntry metadata =
        WarcEntry.of(
            "metadata",
            url,
            exchange.started(),
            "application/warc-fields",
            utf8(fields.toString()));
    entries.add(metadata.with("WARC-Concurrent-To", id == null ? entries.get(0).id() : id));
    return new Records(entries, id, digest);
  }

  private static WarcEntry answer(
      String url, Exchange exchange, Keep keep, Earlier earlier, byte[] head, String digest) {
    if (keep == Keep.NOTHING) {
      return null;
    }
    boolean whole = keep == Keep.RESPONSE;
    byte[] block = whole ? joined(head, exchange.body()) : head;
    WarcEntry entry =
        WarcEntry.of(whole ? "response" : "revisit", url, exchange.started(), RESPONSE, block)
            .with("WARC-IP-Address", exchange.ip())
            .with("WARC-Protocol", exchange.protocol())
            .with("WARC-Payload-Digest", digest);
    if (whole) {
      return entry.with("WARC-Truncated", exchange.cut());
    }
    return entry
        .with(
            "WARC-Profile",
            PROFILE
                + (keep == Keep.NOT_MODIFIED ? "server-not-modified" : "identical-payload-digest"))
        .with("WARC-Refers-To", earlier.recordId())
        .with("WARC-Refers-To-Target-URI", url)
        .with("WARC-Refers-To-Date", earlier.recorded());
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] block = new byte[head.length + body.length];
    System.arraycopy(head, 0, block, 0, head.length);
    System.arraycopy(body, 0, block, head.length, body.length);
    return block;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
