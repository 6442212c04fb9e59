package io.sluice.ingest.warc;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.sluice.ingest.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes transfer and content codings (RFC 9112 section 7.1, RFC 9110 section 8.4.1, RFC 7932, RFC
 * 9659): chunked, gzip, deflate in both readings, br, zstd, one upon another.
 *
 * <p>Archives often keep a header whose coding the crawler has already undone, so a body that is
 * not in the form its header says is taken as it is. Buffers are used again; none grows past the
 * limit.
 */
final class HttpDecoder implements AutoCloseable {
  /** RFC 9659: a window is at most 8 MB. */
  private static final int ZSTD_WINDOW = 23;

  /** So many bytes without a control character are text, and no compressed stream. */
  private static final int TEXT = 64;

  private final int limit;
  private final Inflater raw = new Inflater(true);
  private final Inflater zlib = new Inflater(false);
  private byte[] data;
  private int from;
  private int to;
  private byte[] spare = new byte[64 * 1024];
  private byte[] second = new byte[0];

  /**
   * @param limit greatest size of a decoded body in bytes
   */
  HttpDecoder(int limit) {
    this.limit = limit;
  }

  /** The decoded body of a block that begins with this head; the block is written over. */
  HttpBody decode(HttpHead head, byte[] block, int size) {
    data = block;
    from = head.length();
    to = size;
    String transfer = head.transferEncoding();
    if (transfer != null && HttpHead.lower(transfer).contains("chunked")) {
      to = Chunks.join(block, from, to);
    }
    HttpBody failed = null;
    if (head.contentEncoding() != null) {
      String[] codings = head.contentEncoding().split(",", -1);
      for (int i = codings.length - 1; i >= 0 && failed == null; i--) {
        failed = undo(HttpHead.lower(codings[i].strip()));
      }
    }
    for (int i = 0; i < 2 && failed == null && isGzip() && isPage(head); i++) {
      failed = undo("gzip"); // applied once more than declared
    }
    if (failed != null) {
      return failed;
    }
    return to - from > limit ? tooLarge() : HttpBody.of(Arrays.copyOfRange(data, from, to));
  }

  private static boolean isPage(HttpHead head) {
    String type = HttpHead.mediaType(head.contentType());
    return type == null || type.startsWith("text/") || type.equals("application/xhtml+xml");
  }

  private HttpBody tooLarge() {
    return HttpBody.none(Reason.TOO_LARGE, "body over " + limit + " bytes");
  }

  /** Undoes one coding; null where that went well. */
  private HttpBody undo(String coding) {
    if (from == to) {
      return null;
    }
    return switch (coding) {
      case "", "identity", "none" -> null;
      case "gzip", "x-gzip" -> isGzip() ? gunzip() : null;
      case "deflate" -> deflate();
      case "br" -> isText() ? null : stream("br");
      case "zstd" -> isZstd() ? stream("zstd") : isText() ? null : undecodable("zstd");
      default -> isGzip() ? gunzip() : looksLikeText() ? null : undecodable(coding);
    };
  }

  private static HttpBody undecodable(String coding) {
    return HttpBody.none(Reason.UNDECODABLE, "content encoding " + coding);
  }

  private boolean isGzip() {
    return to - from > 2
        && data[from] == 0x1f
        && data[from + 1] == (byte) 0x8b
        && data[from + 2] == 8;
  }

  private boolean isZstd() {
    return to - from > 4
        && data[from] == 0x28
        && data[from + 1] == (byte) 0xb5
        && data[from + 2] == 0x2f
        && data[from + 3] == (byte) 0xfd;
  }

  private boolean isText() {
    return to - from >= TEXT && looksLikeText();
  }

  private boolean looksLikeText() {
    for (int at = from; at < Math.min(to, from + 512); at++) {
      byte b = data[at];
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
        return false;
      }
    }
    return true;
  }

  /** Members one after another; what stands behind the last one is left. */
  private HttpBody gunzip() {
    int out = 0;
    int at = from;
    while (at < to) {
      int begin = GzipHead.end(data, at, to);
      if (begin < 0) {
        return out > 0 ? take(out) : cut(0, "gzip");
      }
      raw.reset();
      int got = inflate(raw, begin, out);
      if (got < 0) {
        return tooLarge();
      }
      out = got;
      if (!raw.finished()) {
        return cut(out, "gzip");
      }
      at = to - raw.getRemaining() + 8;
    }
    return take(out);
  }

  /** Both readings of "deflate" are in use: zlib (as specified) and the bare stream. */
  private HttpBody deflate() {
    if (isText()) {
      return null;
    }
    if (isGzip()) {
      return gunzip();
    }
    boolean wrapped =
        to - from >= 2
            && (data[from] & 0x0f) == 8
            && (((data[from] & 0xff) << 8) | (data[from + 1] & 0xff)) % 31 == 0;
    Inflater inflater = wrapped ? zlib : raw;
    inflater.reset();
    int out = inflate(inflater, from, 0);
    if (out < 0) {
      return tooLarge();
    }
    if (inflater.finished() && out > 0) {
      return take(out);
    }
    return out == 0 && looksLikeText() ? null : cut(out, "deflate");
  }

  /** What was decoded before the stream broke off. */
  private HttpBody cut(int out, String coding) {
    return out == 0
        ? HttpBody.none(Reason.UNDECODABLE, coding + " body is corrupt")
        : new HttpBody(
            Arrays.copyOf(spare, out), Reason.TRUNCATED, "encoded body: " + coding + " is cut off");
  }

  /** Inflates behind what is there already; returns where the output ends, -1 over the limit. */
  private int inflate(Inflater inflater, int begin, int already) {
    inflater.setInput(data, begin, to - begin);
    int out = already;
    try {
      while (!inflater.finished()) {
        if (out > limit) {
          return -1;
        }
        room(out);
        int got = inflater.inflate(spare, out, spare.length - out);
        if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        out += got;
      }
    } catch (DataFormatException e) {
      return out;
    }
    return out > limit ? -1 : out;
  }

  /** Makes room behind the output, up to a byte over the limit. */
  private void room(int out) {
    if (out == spare.length) {
      spare = Arrays.copyOf(spare, (int) Math.min(limit + 1L, out * 2L));
    }
  }

  private HttpBody stream(String coding) {
    int out = 0;
    String broken = null;
    try (InputStream in = open(coding, new ByteArrayInputStream(data, from, to - from))) {
      for (int got = 0; got >= 0; ) {
        out += got;
        if (out > limit) {
          return tooLarge();
        }
        room(out);
        got = in.read(spare, out, spare.length - out);
      }
    } catch (IOException | RuntimeException e) {
      broken = coding;
    }
    if (broken == null && out > 0) {
      return take(out);
    }
    return looksLikeText() ? null : cut(out, coding);
  }

  private static InputStream open(String coding, InputStream in) throws IOException {
    return coding.equals("br")
        ? new BrotliInputStream(in, 8192)
        : new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW);
  }

  /** The output becomes the data; its array is not given out, and the block's is not kept. */
  private HttpBody take(int out) {
    byte[] decoded = spare;
    spare = second.length > 0 ? second : new byte[64 * 1024];
    second = decoded;
    data = decoded;
    from = 0;
    to = out;
    return null;
  }

  @Override
  public void close() {
    raw.end();
    zlib.end();
  }
}
