package io.sluice.ingest.warc;

import io.sluice.ingest.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A response's body with its transfer and content encodings undone (RFC 9112 section 7.1, RFC 9110
 * section 8.4.1: chunked, gzip, deflate).
 *
 * <p>Archives often keep a header whose encoding the crawler has already undone, so a body that is
 * not in the form its header says is taken as it is.
 *
 * @param bytes the body; empty where it cannot be used
 * @param problem why it cannot be used as a whole, or null
 * @param detail the problem in words, or null
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
record HttpBody(byte[] bytes, Reason problem, String detail) {
  private static final byte[] NOTHING = {};

  /** The decoded body of a block that begins with this head; at most {@code limit} bytes. */
  static HttpBody of(HttpHead head, byte[] block, int limit) {
    byte[] body = Arrays.copyOfRange(block, head.length(), block.length);
    String transfer = head.first("transfer-encoding");
    if (transfer != null && transfer.toLowerCase(Locale.ROOT).contains("chunked")) {
      byte[] joined = unchunk(body);
      body = joined == null ? body : joined;
    }
    String encodings = head.first("content-encoding");
    if (encodings == null) {
      return limited(body, limit);
    }
    String[] codings = encodings.split(",", -1);
    HttpBody decoded = new HttpBody(body, null, null);
    for (int i = codings.length - 1; i >= 0 && decoded.problem == null; i--) {
      decoded = decode(codings[i].strip().toLowerCase(Locale.ROOT), decoded.bytes, limit);
    }
    return decoded.problem == null ? limited(decoded.bytes, limit) : decoded;
  }

  private static HttpBody limited(byte[] body, int limit) {
    return body.length > limit ? tooLarge(limit) : new HttpBody(body, null, null);
  }

  private static HttpBody tooLarge(int limit) {
    return new HttpBody(NOTHING, Reason.TOO_LARGE, "body over " + limit + " bytes");
  }

  private static HttpBody decode(String coding, byte[] body, int limit) {
    return switch (coding) {
      case "", "identity", "none", "utf-8", "utf8" -> new HttpBody(body, null, null);
      case "gzip", "x-gzip" -> gunzip(body, limit);
      case "deflate" -> deflate(body, limit);
      default -> new HttpBody(NOTHING, Reason.UNDECODABLE, "content encoding " + coding);
    };
  }

  private static HttpBody gunzip(byte[] body, int limit) {
    if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
      return new HttpBody(body, null, null);
    }
    try {
      return inflate(new GZIPInputStream(new ByteArrayInputStream(body)), body, limit);
    } catch (IOException e) {
      return new HttpBody(NOTHING, Reason.UNDECODABLE, "gzip body: " + e.getMessage());
    }
  }

  /** Both readings of "deflate" are in use: zlib (as specified) and the bare stream. */
  private static HttpBody deflate(byte[] body, int limit) {
    boolean zlib =
        body.length >= 2
            && (body[0] & 0x0f) == 8
            && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    try {
      return inflate(
          new InflaterInputStream(new ByteArrayInputStream(body), inflater), body, limit);
    } finally {
      inflater.end();
    }
  }

  private static HttpBody inflate(InputStream in, byte[] encoded, int limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, encoded.length * 4 + 64));
    byte[] buffer = new byte[8192];
    try (in) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        out.write(buffer, 0, got);
        if (out.size() > limit) {
          return tooLarge(limit);
        }
      }
      return new HttpBody(out.toByteArray(), null, null);
    } catch (IOException e) {
      if (out.size() == 0) {
        // no encoded stream at all: the header speaks of what the crawler has undone
        return new HttpBody(encoded, null, null);
      }
      return new HttpBody(out.toByteArray(), Reason.TRUNCATED, "encoded body: " + e.getMessage());
    }
  }

  /** The joined chunks; null where the body is not in chunks; a clipped last chunk is kept. */
  static byte[] unchunk(byte[] body) {
    byte[] out = new byte[body.length];
    int size = 0;
    int at = 0;
    while (at < body.length) {
      int end = at;
      long length = 0;
      int digits = 0;
      for (int digit = hex(body[end]);
          digit >= 0;
          digit = end < body.length ? hex(body[end]) : -1) {
        length = length * 16 + digit;
        digits++;
        end++;
        if (length > Integer.MAX_VALUE) {
          return null;
        }
      }
      while (end < body.length && body[end] != '\n') {
        if (body[end] != '\r' && body[end] != ' ' && body[end] != ';' && digits == 0) {
          return null;
        }
        end++;
      }
      if (digits == 0) {
        return null;
      }
      if (length == 0) {
        break;
      }
      at = Math.min(end + 1, body.length);
      int take = (int) Math.min(length, body.length - at);
      System.arraycopy(body, at, out, size, take);
      size += take;
      at += take;
      at += at < body.length && body[at] == '\r' ? 1 : 0;
      if (at < body.length && body[at] != '\n') {
        return null;
      }
      at++;
    }
    return Arrays.copyOf(out, size);
  }

  private static int hex(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}
