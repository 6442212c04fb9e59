package io.sluice.ingest.warc;

import io.sluice.ingest.text.Dates;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The head of a record, read leniently: any case, bare line feeds, continued lines, lines without a
 * colon.
 *
 * @param type {@code WARC-Type} in lower case, {@code response} and {@code warcinfo} for ARC; empty
 *     for none
 * @param url the target as written, without the angle brackets that some writers put; empty for
 *     none
 * @param date when it was fetched, or null
 * @param contentType of the block, as written; null for none
 * @param length bytes of the block; -1 where the head does not say
 * @param truncated why the crawler cut the block, or null
 * @param languages {@code WARC-Identified-Content-Language}, or null
 * @param segment number of this piece of a segmented record, or null
 * @param arc whether it heads an ARC record
 */
record WarcHead(
    String type,
    String url,
    Instant date,
    String contentType,
    long length,
    String truncated,
    String languages,
    String segment,
    boolean arc) {

  private static final String[] FIELDS = {
    "warc-type",
    "warc-target-uri",
    "warc-date",
    "content-type",
    "content-length",
    "warc-truncated",
    "warc-identified-content-language",
    "warc-segment-number"
  };

  /**
   * Parses the lines behind the version line.
   *
   * @param to end of the head's last line
   */
  static WarcHead warc(byte[] bytes, int from, int to) {
    int[] begins = new int[FIELDS.length];
    int[] ends = new int[FIELDS.length];
    int last = -1;
    int at = from;
    while (at < to) {
      int end = RecordSign.lineEnd(bytes, at, to);
      end = end < 0 ? to : end;
      if (bytes[at] == ' ' || bytes[at] == '\t') {
        if (last >= 0) {
          ends[last] = end;
        }
      } else {
        int colon = at;
        while (colon < end && bytes[colon] != ':') {
          colon++;
        }
        last = colon < end ? field(bytes, at, colon) : -1;
        if (last >= 0 && begins[last] > 0) {
          last = -1; // the first one counts
        }
        if (last >= 0) {
          begins[last] = colon + 1;
          ends[last] = end;
        }
      }
      at = end + 1;
    }
    String[] values = new String[FIELDS.length];
    for (int i = 0; i < values.length; i++) {
      if (begins[i] > 0) {
        values[i] = value(bytes, begins[i], ends[i]);
      }
    }
    byte[] length = bytesOf(values[4]);
    return new WarcHead(
        values[0] == null ? "" : HttpHead.lower(values[0]),
        values[1] == null ? "" : bare(values[1]),
        Dates.parse(values[2]),
        values[3],
        number(length, 0, length.length),
        values[5],
        values[6],
        values[7],
        false);
  }

  /** The head of an ARC record. */
  static WarcHead arc(ArcLine line) {
    boolean own = line.url().startsWith("filedesc:");
    return new WarcHead(
        own ? "warcinfo" : "response",
        line.url(),
        Dates.parse(line.date()),
        line.contentType(),
        line.length(),
        null,
        null,
        null,
        true);
  }

  private static byte[] bytesOf(String value) {
    return value == null ? new byte[0] : value.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int field(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    for (int i = 0; i < FIELDS.length; i++) {
      if (HttpHead.same(bytes, from, end, FIELDS[i])) {
        return i;
      }
    }
    return -1;
  }

  private static String bare(String url) {
    boolean brackets = url.startsWith("<") && url.endsWith(">") && url.length() > 1;
    return brackets ? url.substring(1, url.length() - 1) : url;
  }

  /** The value, trimmed, with continued lines joined by a space. */
  private static String value(byte[] bytes, int from, int to) {
    String text = text(bytes, from, to).strip();
    return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\n\\s*", " ");
  }

  /** UTF-8 where it is, else a character a byte, so that different bytes stay different. */
  static String text(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] < 0) {
        try {
          return StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString();
        } catch (CharacterCodingException e) {
          return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** A number of at most 18 digits and nothing else; -1 for all else. */
  static long number(byte[] bytes, int from, int to) {
    if (to <= from || to - from > 18) {
      return -1;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      if (!RecordSign.isDigit(bytes[at])) {
        return -1;
      }
      number = number * 10 + (bytes[at] - '0');
    }
    return number;
  }
}
