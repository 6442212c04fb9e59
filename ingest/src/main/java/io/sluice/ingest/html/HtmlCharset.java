package io.sluice.ingest.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a page: byte order mark, then text that is plainly UTF-8 whatever its labels say, then
 * the HTTP header, the page's own declaration, and last a guess. Labels mean what browsers take
 * them for (WHATWG Encoding, section 4.2): {@code iso-8859-1} is windows-1252, {@code gb2312} is
 * GB18030.
 */
public final class HtmlCharset {
  /** How far into the page a declaration is looked for (HTML, section 13.2.3.2, asks for 1,024). */
  private static final int DECLARATION_BYTES = 8192;

  /** So many characters beyond ASCII that valid UTF-8 is no accident. */
  private static final int SURE_SEQUENCES = 12;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:<meta[^>]{0,500}?charset|<\\?xml[^>]{0,200}?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final Map<String, String> BROWSER_NAMES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf-8mb4", "UTF-8"),
          // a page that says so in ASCII letters is not in UTF-16
          Map.entry("utf-16", "UTF-8"),
          Map.entry("unicode", "UTF-8"));

  private HtmlCharset() {}

  /** The page as text; bytes that the charset does not allow become U+FFFD. */
  public static String decode(byte[] body, String header) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(body, 0xFF, 0xFE)) {
      return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
    }
    return new String(body, choose(body, header));
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset choose(byte[] body, String header) {
    Utf8Shape shape = Utf8Shape.of(body);
    if (shape.broken() == 0 && shape.sequences() >= SURE_SEQUENCES) {
      return StandardCharsets.UTF_8;
    }
    for (String label : new String[] {header, declared(body)}) {
      Charset named = label == null ? null : named(label);
      // a label of UTF-8 over text that is mostly something else is a mistake
      if (named != null
          && (!named.equals(StandardCharsets.UTF_8) || shape.broken() <= shape.sequences())) {
        return named;
      }
    }
    if (shape.broken() * 10L <= shape.sequences()) {
      return StandardCharsets.UTF_8;
    }
    return looksChinese(body) ? GB18030 : WINDOWS_1252;
  }

  private static String declared(byte[] body) {
    int length = Math.min(body.length, DECLARATION_BYTES);
    Matcher matcher = DECLARED.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static Charset named(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(BROWSER_NAMES.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /**
   * Whether the bytes decode as GB18030 without an error, and mostly to the common characters of GB
   * 2312 (rows 16 to 55, lead bytes B0 to D7): text in a Western charset does neither.
   */
  private static boolean looksChinese(byte[] body) {
    int pairs = 0;
    int common = 0;
    for (int i = 0; i + 1 < body.length; i++) {
      int lead = body[i] & 0xff;
      if (lead >= 0x81) {
        pairs++;
        common += lead >= 0xB0 && lead <= 0xD7 && (body[i + 1] & 0xff) >= 0xA1 ? 1 : 0;
        i++;
      }
    }
    if (pairs == 0 || common * 2 < pairs) {
      return false;
    }
    try {
      GB18030
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Counts of multi-byte UTF-8 sequences and of bytes that fit none. */
  private record Utf8Shape(int sequences, int broken) {
    static Utf8Shape of(byte[] body) {
      int sequences = 0;
      int broken = 0;
      for (int i = 0; i < body.length; ) {
        int lead = body[i] & 0xff;
        int more =
            lead < 0x80
                ? 0
                : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
        if (more == 0) {
          i++;
          continue;
        }
        int at = i + 1;
        while (more > 0 && at < body.length && (body[at] & 0xC0) == 0x80) {
          at++;
          more--;
        }
        if (more == 0) {
          sequences++;
        } else if (more < 0 || at < body.length) {
          broken++;
        }
        i = at;
      }
      return new Utf8Shape(sequences, broken);
    }
  }
}
