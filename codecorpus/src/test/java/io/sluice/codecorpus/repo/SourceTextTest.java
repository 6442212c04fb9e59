package io.sluice.codecorpus.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.model.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private static String text(byte[] bytes) {
    return SourceText.of(bytes).text();
  }

  private static Reason problem(byte[] bytes) {
    return SourceText.of(bytes).problem();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void lineEndsBecomeUnix() {
    assertEquals("a\nb\nc\n\nd", text(utf8("a\r\nb\rc\n\r\nd")));
  }

  @Test
  void byteOrderMarksAreUnderstoodAndDropped() {
    assertEquals("aé", text(utf8("\ufeffaé")));
    assertEquals("aé", text("\ufeffaé".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("aé", text("\ufeffaé".getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void aDeclaredCodingIsUsedWhereUtf8Fails() {
    String python = "#!/usr/bin/python\n# -*- coding: gbk -*-\nx = '中文'\n";
    assertEquals(python, text(python.getBytes(Charset.forName("GBK"))));
    String late = "\n\n# coding: latin-1\nx = 'é'\n";
    assertEquals(Reason.UNDECODABLE, problem(late.getBytes(StandardCharsets.ISO_8859_1)));
    String odd = "# coding: klingon\nx = 'é'\n";
    assertEquals(Reason.UNDECODABLE, problem(odd.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void binaryBlankAndBrokenBytesAreNamed() {
    assertEquals(Reason.CODE_BINARY, problem(new byte[] {'a', 0, 'b'}));
    assertEquals(Reason.CODE_BINARY, problem(utf8("\u0001\u0002abc")));
    assertEquals(Reason.EMPTY_TEXT, problem(new byte[0]));
    assertEquals(Reason.EMPTY_TEXT, problem(utf8(" \r\n\t")));
    assertEquals(Reason.UNDECODABLE, problem(new byte[] {'a', (byte) 0xff, 'b'}));
    assertEquals(Reason.UNDECODABLE, problem(new byte[] {'a', (byte) 0xc3}));
    assertEquals(
        Reason.UNDECODABLE, problem(new byte[] {(byte) 0xff, (byte) 0xfe, 'a'}), "half a unit");
    assertEquals(
        Reason.UNDECODABLE,
        problem(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
        "a surrogate in UTF-8");
  }

  @Test
  void aFormFeedAndAnEscapeAreText() {
    assertEquals("a\f\u001bb", text(utf8("a\f\u001bb")));
  }
}
