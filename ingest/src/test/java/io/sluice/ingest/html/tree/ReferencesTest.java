package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static String decode(String text, int decoding) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return References.decode(bytes, 0, bytes.length, decoding);
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                References.class.getResourceAsStream("references.txt"), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @Test
  void allNamesAreThere() throws IOException {
    List<String> lines = lines();
    assertEquals(2125, lines.size());
    assertEquals(106, lines.stream().filter(line -> line.startsWith("!")).count());
  }

  @Test
  void namesGiveWhatJsoupGives() throws IOException {
    for (String line : lines()) {
      String name = line.substring(line.startsWith("!") ? 1 : 0, line.indexOf(' '));
      String full = "a&" + name + ";b";
      assertEquals(Parser.unescapeEntities(full, false), decode(full, References.TEXT), full);
      assertEquals(Parser.unescapeEntities(full, true), decode(full, References.VALUE), full);
    }
  }

  @Test
  void nothingOutgrowsTheRoom() throws IOException {
    for (String line : lines()) {
      String name = line.substring(line.startsWith("!") ? 1 : 0, line.indexOf(' '));
      String reference = "&" + name + (line.startsWith("!") ? "" : ";");
      int length = decode(reference, References.TEXT).getBytes(StandardCharsets.UTF_8).length;
      assertTrue(4 * length <= 5 * reference.length(), reference);
    }
    assertEquals("\ufffd".repeat(9), decode("\0".repeat(9), References.VALUE));
  }

  @Test
  void someNamesNeedNoSemicolon() throws IOException {
    for (String line : lines()) {
      String name = line.substring(line.startsWith("!") ? 1 : 0, line.indexOf(' '));
      if (line.startsWith("!")) {
        String bare = "&" + name + " &" + name;
        String full = bare.replace(name, name + ";");
        assertEquals(decode(full, References.TEXT), decode(bare, References.TEXT));
        assertEquals(decode(full, References.TEXT), decode("&" + name + "; &" + name, 5));
        assertEquals("&" + name + "=", decode("&" + name + "=", References.VALUE));
        assertEquals("&" + name + "1", decode("&" + name + "1", References.VALUE));
        assertEquals(decode(full, References.VALUE), decode(bare, References.VALUE));
      }
    }
  }

  @Test
  void theLongestNameCounts() {
    assertEquals("\u00acit; \u2209", decode("&notit; &notin;", References.TEXT));
    assertEquals("\u00acin", decode("&notin", References.TEXT));
    assertEquals("&lang &zzz; &; &", decode("&lang &zzz; &; &", References.TEXT));
    assertEquals("&nope" + "x".repeat(99), decode("&nope" + "x".repeat(99), References.TEXT));
  }

  @Test
  void numbersAreMended() {
    assertEquals(
        "A\u20ac\ufffd\ufffd\ufffd\ufffd",
        decode("&#65&#x80;&#0;&#xD800;&#x110000;&#99999999999;", 1));
    assertEquals(
        "\ud83d\ude00 &#; &#x; &#xg;", decode("&#x1F600; &#; &#x; &#xg;", References.TEXT));
    assertEquals("\n1", decode("&#X0a;1", References.TEXT));
  }

  @Test
  void returnsAndNulsAreMended() {
    assertEquals("a\nb\n\nc", decode("a\r\nb\r\rc\0", References.TEXT));
    assertEquals("&amp;\n\ufffd", decode("&amp;\r\0", References.LITERAL | References.KEEP_NUL));
    assertEquals("&\ufffd", decode("&amp;\0", References.TEXT | References.KEEP_NUL));
    assertEquals("&amp;", decode("&amp;\0", References.LITERAL));
  }
}
