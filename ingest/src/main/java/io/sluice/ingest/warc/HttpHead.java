package io.sluice.ingest.warc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The head of an HTTP response, read leniently: crawls hold bare line feeds, folded fields, missing
 * reasons and lines without a colon, and none of them is worth a page.
 *
 * @param status the status code, 0 where the first line is no status line
 * @param names field names in lower case, in order
 * @param values field values, trimmed, beside the names
 * @param length bytes of the head, with the blank line that ends it
 */
record HttpHead(int status, List<String> names, List<String> values, int length) {

  HttpHead {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  /** Reads the head at the beginning of a block; without a blank line all of it is head. */
  static HttpHead parse(byte[] block) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int at = 0;
    int status = -1;
    while (at < block.length) {
      int end = at;
      while (end < block.length && block[end] != '\n') {
        end++;
      }
      int next = Math.min(end + 1, block.length);
      int stop = end > at && block[end - 1] == '\r' ? end - 1 : end;
      String line = new String(block, at, stop - at, StandardCharsets.ISO_8859_1);
      if (status < 0) {
        status = status(line);
        if (status == 0) {
          return new HttpHead(0, names, values, 0);
        }
      } else if (line.isEmpty()) {
        return new HttpHead(status, names, values, next);
      } else {
        field(line, names, values);
      }
      at = next;
    }
    return new HttpHead(Math.max(status, 0), names, values, block.length);
  }

  private static int status(String line) {
    if (!line.regionMatches(true, 0, "HTTP/", 0, 5)) {
      return 0;
    }
    int space = line.indexOf(' ');
    int at = space;
    while (at >= 0 && at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    if (at < 0 || at + 3 > line.length()) {
      return 0;
    }
    int code = 0;
    for (int i = at; i < at + 3; i++) {
      char digit = line.charAt(i);
      if (digit < '0' || digit > '9') {
        return 0;
      }
      code = code * 10 + (digit - '0');
    }
    return code;
  }

  private static void field(String line, List<String> names, List<String> values) {
    char first = line.charAt(0);
    if ((first == ' ' || first == '\t') && !values.isEmpty()) {
      int last = values.size() - 1;
      values.set(last, values.get(last) + ' ' + line.strip());
      return;
    }
    int colon = line.indexOf(':');
    if (colon > 0) {
      names.add(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
      values.add(line.substring(colon + 1).strip());
    }
  }

  /** The first value of a field, or null. */
  String first(String name) {
    int at = names.indexOf(name);
    return at < 0 ? null : values.get(at);
  }

  /** The media type of a Content-Type value in lower case, without parameters; null for none. */
  static String mediaType(String contentType) {
    if (contentType == null) {
      return null;
    }
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    type = type.strip().toLowerCase(Locale.ROOT);
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
