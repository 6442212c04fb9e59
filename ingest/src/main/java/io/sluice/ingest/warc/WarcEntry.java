package io.sluice.ingest.warc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A WARC record to be written (ISO 28500:2017, WARC 1.1). Its id comes from its content, so that
 * the same record gets the same id.
 */
public final class WarcEntry {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final byte[] block;

  private WarcEntry(byte[] block) {
    this.block = block;
  }

  /**
   * A record. The block is not copied: it must not be changed until it is written.
   *
   * @param type such as {@code response}
   * @param url the target, or null
   * @param contentType of the block, or null where the block is empty
   * @throws IllegalArgumentException where a value holds a line break
   */
  public static WarcEntry of(
      String type, String url, Instant date, String contentType, byte[] block) {
    WarcEntry entry = new WarcEntry(block);
    entry.with("WARC-Type", type).with("WARC-Target-URI", url).with("WARC-Date", date.toString());
    byte[] named = entry.head().getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = digest("SHA-1");
    digest.update(named);
    digest.update(block);
    UUID id = UUID.nameUUIDFromBytes(digest.digest());
    return entry
        .with("WARC-Record-ID", "<urn:uuid:" + id + ">")
        .with("WARC-Block-Digest", sha1(block, 0))
        .with("Content-Type", contentType);
  }

  /** Adds a field after those that are there; null adds none. */
  public WarcEntry with(String name, String value) {
    if (value != null) {
      if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
        throw new IllegalArgumentException(name + ": got a line break, allowed one line");
      }
      fields.put(name, value);
    }
    return this;
  }

  /** The record's id, in angle brackets. */
  public String id() {
    return fields.get("WARC-Record-ID");
  }

  /** The block. */
  byte[] block() {
    return block;
  }

  /** Version line and fields, without Content-Length and the blank line. */
  String head() {
    StringBuilder head = new StringBuilder("WARC/1.1\r\n");
    fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.toString();
  }

  /** {@code sha1:} and the SHA-1 in Base32 of the bytes from an offset on, as WARC writes it. */
  public static String sha1(byte[] bytes, int from) {
    MessageDigest digest = digest("SHA-1");
    digest.update(bytes, from, bytes.length - from);
    StringBuilder text = new StringBuilder("sha1:");
    long bits = 0;
    int held = 0;
    for (byte b : digest.digest()) {
      bits = (bits << 8) | (b & 0xff);
      held += 8;
      while (held >= 5) {
        held -= 5;
        text.append(BASE32.charAt((int) (bits >>> held) & 31));
      }
    }
    return text.toString();
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }
}
