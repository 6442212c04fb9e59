package io.sluice.ingest.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/**
 * The charset that a page declares in itself: the prescan of the HTML standard (section 13.2.3.2,
 * "prescan a byte stream to determine its encoding"), and the encoding of an XML declaration, which
 * browsers read too. Looks a little further than the 1,024 bytes that the standard asks for.
 */
final class MetaPrescan {
  /** So far into the page a declaration is looked for. */
  static final int BYTES = 8192;

  private final byte[] bytes;
  private final int end;
  private int at;
  private String name;
  private String value;

  private MetaPrescan(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The name of the declared charset, or null; one of two bytes a unit means UTF-8. */
  static String charset(byte[] bytes, int start, int end) {
    MetaPrescan scan = new MetaPrescan(bytes, start, Math.min(end, start + BYTES));
    String found = scan.xmlDeclaration();
    found = found == null ? scan.metas() : found;
    if (found == null) {
      return null;
    }
    // who could read the declaration as ASCII did not read UTF-16
    return switch (found) {
      case Labels.UTF_16LE, Labels.UTF_16BE -> Labels.UTF_8;
      case Labels.USER_DEFINED -> Labels.WINDOWS_1252;
      default -> found;
    };
  }

  private String xmlDeclaration() {
    if (!here("<?xml")) {
      return null;
    }
    int stop = at;
    while (stop < end && bytes[stop] != '>') {
      stop++;
    }
    String text = new String(bytes, at, stop - at, ISO_8859_1);
    int key = text.indexOf("encoding");
    int equals = key < 0 ? -1 : text.indexOf('=', key);
    if (equals < 0) {
      return null;
    }
    String rest = text.substring(equals + 1).strip();
    if (rest.isEmpty() || "\"'".indexOf(rest.charAt(0)) < 0) {
      return null;
    }
    int close = rest.indexOf(rest.charAt(0), 1);
    return close < 0 ? null : Labels.name(rest.substring(1, close));
  }

  private String metas() {
    for (; at < end; at++) {
      if (bytes[at] != '<') {
        continue;
      }
      if (here("<!--")) {
        at = after("-->", at + 2) - 1;
      } else if (here("<meta") && at + 5 < end && (space(bytes[at + 5]) || bytes[at + 5] == '/')) {
        at += 5;
        String found = meta();
        if (found != null) {
          return found;
        }
      } else if (at + 1 < end
          && (letter(bytes[at + 1])
              || (bytes[at + 1] == '/' && at + 2 < end && letter(bytes[at + 2])))) {
        while (at < end && !space(bytes[at]) && bytes[at] != '>') {
          at++;
        }
        while (attribute()) {
          // only their ends matter: a charset within a value is none
        }
      } else if (at + 1 < end
          && (bytes[at + 1] == '!' || bytes[at + 1] == '/' || bytes[at + 1] == '?')) {
        at = after(">", at) - 1;
      }
    }
    return null;
  }

  private String meta() {
    boolean pragma = false;
    boolean needsPragma = false;
    String charset = null;
    boolean seenCharset = false;
    boolean seenContent = false;
    while (attribute()) {
      if (name.equals("http-equiv")) {
        pragma |= value.equalsIgnoreCase("content-type");
      } else if (name.equals("content") && !seenContent) {
        seenContent = true;
        String inContent = inContent(value);
        if (inContent != null && charset == null) {
          charset = Labels.name(inContent);
          needsPragma = true;
        }
      } else if (name.equals("charset") && !seenCharset) {
        seenCharset = true;
        charset = Labels.name(value);
        needsPragma = false;
      }
    }
    return needsPragma && !pragma ? null : charset;
  }

  /** "Extracting a character encoding from a meta element". */
  private static String inContent(String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    for (int i = lower.indexOf("charset"); i >= 0; i = lower.indexOf("charset", i)) {
      i += 7;
      int p = skipSpace(content, i);
      if (p < content.length() && content.charAt(p) == '=') {
        p = skipSpace(content, p + 1);
        if (p == content.length()) {
          return null;
        }
        char quote = content.charAt(p);
        if (quote == '"' || quote == '\'') {
          int close = content.indexOf(quote, p + 1);
          return close < 0 ? null : content.substring(p + 1, close);
        }
        int stop = p;
        while (stop < content.length()
            && content.charAt(stop) > ' '
            && content.charAt(stop) != ';') {
          stop++;
        }
        return content.substring(p, stop);
      }
    }
    return null;
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** Reads one attribute into name and value; false at the tag's end. */
  private boolean attribute() {
    while (at < end && (space(bytes[at]) || bytes[at] == '/')) {
      at++;
    }
    if (at >= end || bytes[at] == '>') {
      return false;
    }
    int from = at;
    while (at < end
        && !space(bytes[at])
        && bytes[at] != '/'
        && bytes[at] != '>'
        && (bytes[at] != '=' || at == from)) {
      at++;
    }
    name = text(from, at).toLowerCase(Locale.ROOT);
    value = "";
    while (at < end && space(bytes[at])) {
      at++;
    }
    if (at >= end || bytes[at] != '=') {
      return true;
    }
    at++;
    while (at < end && space(bytes[at])) {
      at++;
    }
    if (at < end && (bytes[at] == '"' || bytes[at] == '\'')) {
      byte quote = bytes[at++];
      from = at;
      while (at < end && bytes[at] != quote) {
        at++;
      }
      value = text(from, at);
      at = Math.min(end, at + 1);
      return true;
    }
    from = at;
    while (at < end && !space(bytes[at]) && bytes[at] != '>') {
      at++;
    }
    value = text(from, at);
    return true;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  /** The place behind the next occurrence of the text, or the end. */
  private int after(String text, int from) {
    for (int i = from; i + text.length() <= end; i++) {
      int k = 0;
      while (k < text.length() && bytes[i + k] == text.charAt(k)) {
        k++;
      }
      if (k == text.length()) {
        return i + k;
      }
    }
    return end;
  }

  /** Whether this ASCII text stands here, in any case. */
  private boolean here(String lower) {
    if (at + lower.length() > end) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int b = bytes[at + i];
      if (lower.charAt(i) != (b >= 'A' && b <= 'Z' ? b + 32 : b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean space(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\f' || b == '\r';
  }

  private static boolean letter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }
}
