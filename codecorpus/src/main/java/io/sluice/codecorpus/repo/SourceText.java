package io.sluice.codecorpus.repo;

import io.sluice.ingest.model.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file's bytes: UTF-8, or UTF-16 with a byte order mark, or what a {@code coding:}
 * comment in the first two lines names (PEP 263), each decoded strictly. A file with a NUL byte in
 * its first 8,000 (git's rule) or with over 1% control characters is binary. CR LF and lone CR
 * become LF.
 *
 * @param text the text, or null where there is none
 * @param problem {@code CODE_BINARY}, {@code UNDECODABLE} or {@code EMPTY_TEXT}; null where there
 *     is text
 * @param detail the problem in words, or null
 */
record SourceText(String text, Reason problem, String detail) {
  private static final int BINARY_WINDOW = 8_000;
  private static final double MAX_CONTROL = 0.01;
  private static final Pattern CODING =
      Pattern.compile("\\A(?:[^\\n]{0,400}\\n)?[^\\n]{0,200}?coding[:=][ \\t]*([-\\w.]{1,40})");

  static SourceText of(byte[] bytes) {
    int at = 0;
    Charset charset = StandardCharsets.UTF_8;
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      at = 3;
    } else if (startsWith(bytes, 0xff, 0xfe)) {
      at = 2;
      charset = StandardCharsets.UTF_16LE;
    } else if (startsWith(bytes, 0xfe, 0xff)) {
      at = 2;
      charset = StandardCharsets.UTF_16BE;
    }
    if (at != 2 && hasNul(bytes)) {
      return new SourceText(null, Reason.CODE_BINARY, "NUL byte");
    }
    String text = decode(bytes, at, charset);
    if (text == null && at == 0) {
      Charset declared = declared(bytes);
      text = declared == null ? null : decode(bytes, 0, declared);
    }
    if (text == null) {
      return new SourceText(null, Reason.UNDECODABLE, "not " + charset);
    }
    if (text.isBlank()) {
      return new SourceText(null, Reason.EMPTY_TEXT, "blank");
    }
    if (controls(text) > MAX_CONTROL * text.length()) {
      return new SourceText(null, Reason.CODE_BINARY, "control characters");
    }
    return new SourceText(unixLines(text), null, null);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNul(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, BINARY_WINDOW); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static Charset declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.ISO_8859_1);
    Matcher coding = CODING.matcher(head);
    if (!coding.find()) {
      return null;
    }
    try {
      return Charset.forName(coding.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static int controls(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean usual = c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0x1b;
      count += (c < 0x20 && !usual) || c == 0x7f ? 1 : 0;
    }
    return count;
  }

  private static String unixLines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
