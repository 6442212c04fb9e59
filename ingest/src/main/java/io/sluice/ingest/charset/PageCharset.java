package io.sluice.ingest.charset;

import io.sluice.ingest.charset.CharsetDetector.Guess;
import io.sluice.ingest.charset.Utf8Page.Evidence;
import java.util.Objects;

/**
 * Turns a page into UTF-8. In this order: byte order mark; the pattern of UTF-16 (zeros) and of
 * ISO-2022-JP (escapes); text that is plainly UTF-8, whatever its labels say; the charset of the
 * HTTP header; the one that the page declares; statistics.
 *
 * <p>A label loses to the bytes where another charset explains them far better: where their cost
 * under the label (see {@link CharsetDetector}) is over {@link #MISFIT} times the best charset's
 * and {@link #SURPRISE} nats over it. The first label that holds is taken. So a server that calls
 * everything ISO-8859-1 does no harm, and a page of a language that we have no statistics for is
 * read as it says.
 */
public final class PageCharset {
  /** So many well-formed sequences, and nothing broken, are no accident. */
  private static final int PLAIN_UTF_8 = 8;

  /** UTF-8 with at most one broken place in so many sequences is UTF-8 with faults. */
  private static final int FAULTS = 10;

  private static final double MISFIT = 1.12;
  private static final double SURPRISE = 8;

  /**
   * Nats a byte: nine in ten texts cost no more in their own charset, one in a hundred in another.
   */
  private static final double GOOD = 3.1;

  /** Nats a byte: hardly a text costs more in its own charset. */
  private static final double POOR = 3.6;

  /** Nats a byte of Chinese and Japanese text in UTF-16. */
  private static final double GOOD_WIDE = 3.9;

  /** So many bytes show whether a page without a mark is UTF-16. */
  private static final int UTF_16_PROBE = 512;

  private PageCharset() {}

  /**
   * The page in UTF-8: the same array where it is so already, else transcoded.
   *
   * @param body holds the page as served, its content encoding undone
   * @param length bytes of the page, from the array's start
   * @param header the charset of the HTTP header as written, or null
   */
  public static Utf8Page toUtf8(byte[] body, int length, String header) {
    Objects.checkFromToIndex(0, length, body.length);
    if (starts(body, length, 0xEF, 0xBB, 0xBF)) {
      return utf8(body, 3, length, Utf8Shape.of(body, 3, length), Evidence.MARK);
    }
    if (starts(body, length, 0xFE, 0xFF)) {
      return transcoded(Labels.UTF_16BE, body, 2, length, Evidence.MARK);
    }
    if (starts(body, length, 0xFF, 0xFE)) {
      return transcoded(Labels.UTF_16LE, body, 2, length, Evidence.MARK);
    }
    String wide = zeros(body, length);
    if (wide != null) {
      return transcoded(wide, body, 0, length, Evidence.BYTES);
    }
    int high = Utf8Shape.firstHigh(body, 0, length);
    if (high == length) {
      return shifts(body, length)
          ? transcoded(Labels.ISO_2022_JP, body, 0, length, Evidence.BYTES)
          : new Utf8Page(body, 0, length, Labels.UTF_8, Evidence.BYTES);
    }
    Utf8Shape shape = Utf8Shape.of(body, high, length);
    if (shape.sequences() >= PLAIN_UTF_8 && shape.broken() == 0) {
      return utf8(body, 0, length, shape, Evidence.BYTES);
    }
    return contest(body, length, header, shape);
  }

  /** The page as text; see {@link #toUtf8}. */
  public static String decode(byte[] body, String header) {
    return toUtf8(body, body.length, header).text();
  }

  private static Utf8Page contest(byte[] body, int length, String header, Utf8Shape shape) {
    String served = ofBytes(Labels.name(header));
    String declared = MetaPrescan.charset(body, 0, length);
    String label = served != null ? served : declared;
    boolean mostlyUtf8 = shape.broken() * FAULTS <= shape.sequences();
    if (mostlyUtf8 && shape.sequences() >= PLAIN_UTF_8) {
      return utf8(body, 0, length, shape, Evidence.BYTES);
    }
    if (shape.broken() == 0 && (label == null || label.equals(Labels.UTF_8))) {
      return utf8(body, 0, length, shape, label == null ? Evidence.BYTES : evidence(served));
    }
    byte[] sample = ByteSample.of(body, 0, length);
    if (label != null && fits(sample, label)) {
      return read(label, body, length, shape, evidence(served));
    }
    Guess best = CharsetDetector.guess(sample);
    if (served != null && holds(sample, served, best)) {
      return read(served, body, length, shape, Evidence.HEADER);
    }
    if (declared != null && holds(sample, declared, best)) {
      return read(declared, body, length, shape, Evidence.DECLARATION);
    }
    String wide = best.cost() > POOR * sample.length ? wide(body, length) : null;
    return read(wide != null ? wide : best.charset(), body, length, shape, Evidence.STATISTICS);
  }

  private static Evidence evidence(String served) {
    return served != null ? Evidence.HEADER : Evidence.DECLARATION;
  }

  /** Whether a label explains the bytes so well that no other need be asked. */
  private static boolean fits(byte[] sample, String label) {
    Guess own = CharsetDetector.in(sample, label);
    return own == null || own.cost() <= GOOD * sample.length;
  }

  /** UTF-16 without mark or zeros: text of Chinese or Japanese characters alone. */
  private static String wide(byte[] body, int length) {
    int probe = Math.min(length, UTF_16_PROBE) & ~1;
    double little = CharsetDetector.textCost(Transcoder.decode(Labels.UTF_16LE, body, 0, probe));
    double big = CharsetDetector.textCost(Transcoder.decode(Labels.UTF_16BE, body, 0, probe));
    if (Math.min(little, big) > GOOD_WIDE * probe) {
      return null;
    }
    return little < big ? Labels.UTF_16LE : Labels.UTF_16BE;
  }

  private static boolean holds(byte[] sample, String label, Guess best) {
    if (label.equals(best.charset())) {
      return true;
    }
    Guess own = CharsetDetector.in(sample, label);
    return own == null || own.cost() <= Math.max(best.cost() * MISFIT, best.cost() + SURPRISE);
  }

  /** A header's label; none where it says UTF-16, for then the bytes would have shown it. */
  private static String ofBytes(String name) {
    return Labels.UTF_16LE.equals(name) || Labels.UTF_16BE.equals(name) ? null : name;
  }

  private static Utf8Page read(
      String charset, byte[] body, int length, Utf8Shape shape, Evidence evidence) {
    return charset.equals(Labels.UTF_8)
        ? utf8(body, 0, length, shape, evidence)
        : transcoded(charset, body, 0, length, evidence);
  }

  private static Utf8Page utf8(
      byte[] body, int start, int length, Utf8Shape shape, Evidence evidence) {
    return shape.whole()
        ? new Utf8Page(body, start, length, Labels.UTF_8, evidence)
        : transcoded(Labels.UTF_8, body, start, length, evidence);
  }

  private static Utf8Page transcoded(
      String charset, byte[] body, int start, int length, Evidence evidence) {
    byte[] utf8 = Transcoder.toUtf8(charset, body, start, length);
    return new Utf8Page(utf8, 0, utf8.length, charset, evidence);
  }

  private static boolean starts(byte[] body, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 by the zeros of its ASCII characters: a tenth of the units, all on one side. */
  private static String zeros(byte[] body, int length) {
    int probe = Math.min(length, UTF_16_PROBE) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < probe; i += 2) {
      even += body[i] == 0 ? 1 : 0;
      odd += body[i + 1] == 0 ? 1 : 0;
    }
    if (odd * 20 >= probe && odd > 0 && even * 20 <= odd) {
      return Labels.UTF_16LE;
    }
    return even * 20 >= probe && even > 0 && odd * 20 <= even ? Labels.UTF_16BE : null;
  }

  /** Whether ASCII text holds an escape that leads into JIS X 0208. */
  private static boolean shifts(byte[] body, int length) {
    for (int i = 0; i + 2 < length; i++) {
      if (body[i] == 0x1B && body[i + 1] == '$' && (body[i + 2] == 'B' || body[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }
}
