package io.sluice.ingest.html.tree;

import java.nio.charset.StandardCharsets;
import org.jsoup.parser.Parser;

/** Decodes character references. */
final class References {
  private References() {}

  /** The text of bytes that hold references; in an attribute's value some of them do not count. */
  static String decode(byte[] source, int start, int end, boolean inAttribute) {
    String raw = new String(source, start, end - start, StandardCharsets.UTF_8);
    return Parser.unescapeEntities(
        raw.replace("\r\n", "\n").replace('\r', '\n').replace("\0", ""), inAttribute);
  }
}
