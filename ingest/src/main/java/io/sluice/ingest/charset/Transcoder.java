package io.sluice.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes of a charset as text, as browsers read them (WHATWG Encoding): a byte 0x80–0x9F that a
 * single-byte charset leaves open is the control character of that number, any other that means
 * nothing is U+FFFD. windows-1258's combining tone marks are composed (NFC), for that is how the
 * same text is written in UTF-8.
 */
final class Transcoder {
  private static final Map<String, Charset> MULTI_BYTE =
      Map.of(
          Labels.UTF_8, StandardCharsets.UTF_8,
          Labels.UTF_16LE, StandardCharsets.UTF_16LE,
          Labels.UTF_16BE, StandardCharsets.UTF_16BE,
          Labels.GB18030, Charset.forName("GB18030"),
          Labels.BIG5, Charset.forName("Big5-HKSCS"),
          Labels.SHIFT_JIS, Charset.forName("windows-31j"),
          Labels.EUC_JP, Charset.forName("EUC-JP"),
          Labels.EUC_KR, Charset.forName("x-windows-949"),
          Labels.ISO_2022_JP, Charset.forName("x-windows-iso2022jp"));

  private static final Map<String, char[]> SINGLE_BYTE = singleByte();

  private Transcoder() {}

  /** Whether a byte is a character. */
  static boolean isSingleByte(String charset) {
    return SINGLE_BYTE.containsKey(charset);
  }

  /** What the bytes 0x80 to 0xFF mean in a single-byte charset, U+FFFD where nothing. */
  static char[] upperHalf(String charset) {
    return SINGLE_BYTE.get(charset).clone();
  }

  /** The bytes' text, as UTF-8; what the charset does not allow becomes U+FFFD. */
  static byte[] toUtf8(String charset, byte[] bytes, int start, int end) {
    char[] upper = SINGLE_BYTE.get(charset);
    if (upper == null || charset.equals("windows-1258")) {
      return decode(charset, bytes, start, end).getBytes(StandardCharsets.UTF_8);
    }
    byte[] out = new byte[end - start + (end - start) / 8 + 16];
    int to = 0;
    for (int at = start; at < end; ) {
      int high = Utf8Shape.firstHigh(bytes, at, end);
      if (out.length - to < high - at + 3) {
        out = Arrays.copyOf(out, Math.max(out.length + out.length / 2, to + (end - at) + 16));
      }
      System.arraycopy(bytes, at, out, to, high - at);
      to += high - at;
      at = high;
      if (at < end) {
        char c = upper[bytes[at++] & 0x7f];
        if (c < 0x800) {
          out[to++] = (byte) (0xC0 | (c >> 6));
        } else {
          out[to++] = (byte) (0xE0 | (c >> 12));
          out[to++] = (byte) (0x80 | (c >> 6 & 0x3F));
        }
        out[to++] = (byte) (0x80 | (c & 0x3F));
      }
    }
    return Arrays.copyOf(out, to);
  }

  /** The bytes' text; what the charset does not allow becomes U+FFFD. */
  static String decode(String charset, byte[] bytes, int start, int end) {
    char[] upper = SINGLE_BYTE.get(charset);
    if (upper != null) {
      char[] text = new char[end - start];
      for (int i = 0; i < text.length; i++) {
        byte b = bytes[start + i];
        text[i] = b >= 0 ? (char) b : upper[b & 0x7f];
      }
      String decoded = new String(text);
      return charset.equals("windows-1258")
          ? Normalizer.normalize(decoded, Normalizer.Form.NFC)
          : decoded;
    }
    return charset.equals(Labels.EUC_JP)
        ? eucJp(bytes, start, end)
        : new String(bytes, start, end - start, MULTI_BYTE.get(charset));
  }

  /**
   * EUC-JP, its two-byte characters read through Shift_JIS: so rows 13 and 89 to 92, which pages
   * use and the JDK's own decoder leaves out, and the wave dash are those of browsers.
   */
  private static String eucJp(byte[] bytes, int start, int end) {
    StringBuilder text = new StringBuilder(end - start);
    byte[] sjis = new byte[end - start];
    int pending = 0;
    for (int i = start; i < end; i++) {
      int lead = bytes[i] & 0xff;
      int trail = i + 1 < end ? bytes[i + 1] & 0xff : 0;
      if (lead < 0x80) {
        sjis[pending++] = (byte) lead;
      } else if (lead == 0x8E && trail >= 0xA1 && trail <= 0xDF) {
        sjis[pending++] = (byte) trail;
        i++;
      } else if (lead >= 0xA1 && lead <= 0xFE && trail >= 0xA1 && trail <= 0xFE) {
        int row = lead - 0xA1;
        int cell = trail - 0xA1;
        int first = (row >> 1) + 0x81;
        int second = (row & 1) == 0 ? cell + 0x40 : cell + 0x9F;
        sjis[pending++] = (byte) (first > 0x9F ? first + 0x40 : first);
        sjis[pending++] = (byte) ((row & 1) == 0 && second >= 0x7F ? second + 1 : second);
        i++;
      } else {
        pending = flush(sjis, pending, text);
        boolean three =
            lead == 0x8F && trail >= 0xA1 && i + 2 < end && (bytes[i + 2] & 0xff) > 0xA0;
        text.append(three ? new String(bytes, i, 3, MULTI_BYTE.get(Labels.EUC_JP)) : "\uFFFD");
        i += three ? 2 : 0;
      }
    }
    flush(sjis, pending, text);
    return text.toString();
  }

  private static int flush(byte[] sjis, int length, StringBuilder text) {
    text.append(new String(sjis, 0, length, MULTI_BYTE.get(Labels.SHIFT_JIS)));
    return 0;
  }

  private static Map<String, char[]> singleByte() {
    Map<String, char[]> tables = new HashMap<>();
    String[] same = {
      "IBM866",
      "ISO-8859-2",
      "ISO-8859-3",
      "ISO-8859-4",
      "ISO-8859-5",
      "ISO-8859-6",
      "ISO-8859-7",
      "ISO-8859-8",
      "ISO-8859-13",
      "ISO-8859-15",
      "ISO-8859-16",
      "KOI8-R",
      "KOI8-U",
      "windows-1250",
      "windows-1251",
      "windows-1252",
      "windows-1253",
      "windows-1254",
      "windows-1255",
      "windows-1256",
      "windows-1257",
      "windows-1258"
    };
    for (String name : same) {
      tables.put(name, table(Charset.forName(name)));
    }
    tables.put("macintosh", table(Charset.forName("x-MacRoman")));
    tables.put("x-mac-cyrillic", table(Charset.forName("x-MacCyrillic")));
    tables.put("windows-874", table(Charset.forName("x-windows-874")));
    tables.put(
        "ISO-8859-10",
        latin(
            "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
                + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"));
    tables.put(
        "ISO-8859-14",
        latin(
            "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
                + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ"));
    char[] user = new char[128];
    for (int i = 0; i < 128; i++) {
      user[i] = (char) (0xF780 + i);
    }
    tables.put(Labels.USER_DEFINED, user);
    return Map.copyOf(tables);
  }

  private static char[] latin(String upperPart) {
    char[] table = new char[128];
    for (int i = 0; i < 32; i++) {
      table[i] = (char) (0x80 + i);
    }
    upperPart.getChars(0, 96, table, 32);
    return table;
  }

  private static char[] table(Charset charset) {
    char[] table = new char[128];
    for (int i = 0; i < 128; i++) {
      char c = new String(new byte[] {(byte) (0x80 + i)}, charset).charAt(0);
      table[i] = c == '\uFFFD' && i < 32 ? (char) (0x80 + i) : c;
    }
    return table;
  }
}
