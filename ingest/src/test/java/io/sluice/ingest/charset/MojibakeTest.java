package io.sluice.ingest.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MojibakeTest {
  private static String misread(String text, String written, String read) {
    return new String(text.getBytes(Charset.forName(written)), Charset.forName(read));
  }

  @Test
  void countsWhatWrongCharsetsLeave() {
    assertEquals(2, Mojibake.count("cafÃ© noir"));
    assertEquals(3, Mojibake.count("donâ€™t"));
    assertEquals(2, Mojibake.count("donâ€t"));
    assertEquals(2, Mojibake.count("Â\u00a0a"));
    assertEquals(6, Mojibake.count("锟斤拷锟斤拷"));
    assertEquals(3, Mojibake.count("a\uFFFDb\uFFFD\uFFFD"));
    assertEquals(3, Mojibake.count("ï¿½"));
    assertEquals(3, Mojibake.count("пїЅ"));
    assertEquals(1, Mojibake.count("lEcole".replace("lE", "l\u0092E")));
    assertEquals(3, Mojibake.count("烫烫烫"));
    assertEquals(0.5, Mojibake.share("Ã©ab"));
    assertEquals(0, Mojibake.share(""));
  }

  @Test
  void countsMostOfAMisreadText() {
    String[][] cases = {
      {"Привет, как дела сегодня?", "UTF-8", "windows-1252"},
      {"Привет, как дела сегодня?", "UTF-8", "windows-1251"},
      {"Привет, как дела сегодня?", "windows-1251", "windows-1252"},
      {"这是一个网页，里面有许多常用的汉字。", "UTF-8", "windows-1252"},
      {"这是一个网页，里面有许多常用的汉字。", "GBK", "ISO-8859-1"},
      {"これは日本語の文章です。", "EUC-JP", "windows-1252"},
      {"これは日本語の文章です。", "windows-31j", "windows-1252"},
      {"Καλημέρα κόσμε", "windows-1253", "ISO-8859-1"},
    };
    for (String[] c : cases) {
      double share = Mojibake.share(misread(c[0], c[1], c[2]));
      assertTrue(share > 0.4, c[1] + " as " + c[2] + ": " + share);
    }
  }

  @Test
  void leavesProperTextAlone() {
    String[] proper = {
      "Où est l’été ? « À Besançon », dit-il — “naïf”.",
      "„MENÜ“ und „CAFÉ”, Straße; ÄÖÜ äöü",
      "jäääär, hääyöaie, öööö",
      "MANHÃ, NÃO, CORAÇÃO",
      "Рік, Сіль; Россия, СССР",
      "中文，日本語、한국어。€5 ‚x‘ ƒ(x)",
      "\ud83d\ude00\ud800",
    };
    for (String text : proper) {
      assertEquals(0, Mojibake.count(text), text);
    }
  }

  @Test
  void declarationsInManyLanguagesHoldHardlyAny() throws IOException {
    Path folder = SharedData.file("langid/udhr");
    List<Path> pages;
    try (Stream<Path> files = Files.list(folder)) {
      pages = files.sorted().toList();
    }
    long found = 0;
    long units = 0;
    for (Path page : pages) {
      String text = text(page);
      found += Mojibake.count(text);
      units += text.length();
    }
    assertTrue(found * 10_000 < units, found + " of " + units);
  }

  private static String text(Path page) {
    try {
      return Files.readString(page).replaceAll("<[^>]*>", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
