package io.sluice.ingest.warc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The head of an HTTP response, read leniently: crawls hold bare line feeds, folded fields, missing
 * reasons and lines without a colon, and none of them is worth a page. Of a field that stands twice
 * the first one counts; codings are joined.
 *
 * @param status the status code, 0 where the first line is no status line
 * @param contentType value of Content-Type, or null
 * @param contentEncoding value of Content-Encoding, or null
 * @param transferEncoding value of Transfer-Encoding, or null
 * @param length bytes of the head, with the blank line that ends it
 */
record HttpHead(
    int status, String contentType, String contentEncoding, String transferEncoding, int length) {

  private static final String[] FIELDS = {"content-type", "content-encoding", "transfer-encoding"};

  /** Reads the head at the beginning of a block; without a blank line all of it is head. */
  static HttpHead parse(byte[] block, int size) {
    int at = 0;
    while (at < size && RecordSign.isBlank(block[at])) {
      at++;
    }
    int end = lineEnd(block, at, size);
    int status = status(block, at, end);
    if (status == 0) {
      return new HttpHead(0, null, null, null, 0);
    }
    String[] values = new String[FIELDS.length];
    int last = -1;
    for (at = end + 1; at < size; at = end + 1) {
      end = lineEnd(block, at, size);
      int stop = end > at && block[end - 1] == '\r' ? end - 1 : end;
      if (stop == at) {
        return new HttpHead(status, values[0], values[1], values[2], Math.min(end + 1, size));
      }
      if (block[at] == ' ' || block[at] == '\t') {
        if (last >= 0) {
          values[last] = (values[last] + ' ' + text(block, at, stop)).strip();
        }
      } else {
        last = field(block, at, stop, values);
      }
    }
    return new HttpHead(status, values[0], values[1], values[2], size);
  }

  private static int lineEnd(byte[] block, int from, int size) {
    int end = RecordSign.lineEnd(block, from, size);
    return end < 0 ? size : end;
  }

  private static String text(byte[] block, int from, int to) {
    return new String(block, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }

  private static int status(byte[] block, int from, int end) {
    boolean http = end - from > 5 && same(block, from, from + 5, "http/");
    if (!http && !icy(block, from, end)) {
      return 0;
    }
    int at = from;
    while (at < end && block[at] != ' ' && block[at] != '\t') {
      at++;
    }
    while (at < end && (block[at] == ' ' || block[at] == '\t')) {
      at++;
    }
    return at + 3 <= end ? Math.max(0, (int) WarcHead.number(block, at, at + 3)) : 0;
  }

  /** SHOUTcast's name for HTTP. */
  private static boolean icy(byte[] block, int from, int end) {
    return end - from > 4 && same(block, from, from + 4, "icy ");
  }

  /** Keeps the value of a field that is wanted and returns which one it is; -1 for none. */
  private static int field(byte[] block, int from, int stop, String[] values) {
    int colon = from;
    while (colon < stop && block[colon] != ':') {
      colon++;
    }
    int end = colon;
    while (end > from && block[end - 1] == ' ') {
      end--;
    }
    for (int i = 0; i < FIELDS.length && colon < stop; i++) {
      if (same(block, from, end, FIELDS[i])) {
        String value = text(block, colon + 1, stop);
        if (values[i] == null) {
          values[i] = value;
        } else if (i > 0 && !value.isEmpty()) {
          values[i] = values[i] + ", " + value;
        }
        return i;
      }
    }
    return -1;
  }

  /** Whether bytes are a word of lower case, in any case. */
  static boolean same(byte[] bytes, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      int c = bytes[from + i];
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      if (c != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The media type of a Content-Type value in lower case, without parameters; null for none. */
  static String mediaType(String contentType) {
    if (contentType == null) {
      return null;
    }
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    type = lower(type.strip());
    return type.isEmpty() ? null : type;
  }

  /** The charset parameter of a Content-Type value, unquoted; null for none. */
  static String charset(String contentType) {
    if (contentType == null) {
      return null;
    }
    for (String part : contentType.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase("charset")) {
        String value = part.substring(equals + 1).replace('"', ' ').replace('\'', ' ').strip();
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }
}
