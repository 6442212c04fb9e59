package io.sluice.ingest.charset;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A page in UTF-8.
 *
 * @param bytes well-formed UTF-8 from start to end; the very array that was given where the page
 *     was in UTF-8 already. Not copied: whoever holds it must not write to it
 * @param start first byte of the text, behind a byte order mark
 * @param end behind the last byte
 * @param charset the charset that the page was read as, by its name in the WHATWG Encoding standard
 * @param evidence what decided
 */
@SuppressWarnings("ArrayRecordComponent")
public record Utf8Page(byte[] bytes, int start, int end, String charset, Evidence evidence) {
  /** What decided on a page's charset. */
  public enum Evidence {
    /** A byte order mark. */
    MARK,
    /** The bytes are UTF-8, or ASCII, or ISO-2022-JP's or UTF-16's pattern. */
    BYTES,
    /** The charset of the HTTP header. */
    HEADER,
    /** The page's own declaration. */
    DECLARATION,
    /** Statistics: nothing was declared, or the bytes contradict it. */
    STATISTICS
  }

  public Utf8Page {
    Objects.requireNonNull(bytes, "bytes");
    Objects.checkFromToIndex(start, end, bytes.length);
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(evidence, "evidence");
  }

  /** The text. */
  public String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
