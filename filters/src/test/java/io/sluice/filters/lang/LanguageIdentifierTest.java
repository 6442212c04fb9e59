package io.sluice.filters.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {
  private static final String ENGLISH =
      "The harbour was quiet that morning, and the boats that had come in overnight lay still. "
          + "Nobody on the quay knew how to read the sky better than the old pilot with his pipe, "
          + "who told the crews to wait because the wind would turn before noon and bring rain. "
          + "Some of them laughed at him, but most of them stayed and mended their nets instead, "
          + "and when the storm came they were glad to be sitting in the warm kitchen of the inn. ";

  private static LanguageIdentifier identifier;

  @BeforeAll
  static void load() {
    identifier = new LanguageIdentifier();
  }

  @ParameterizedTest
  @CsvSource({
    "deu, Am nächsten Morgen war der Hafen still und die Boote lagen ruhig nebeneinander am Kai.",
    "fra, Le lendemain matin le port était calme et les bateaux dormaient encore le long du quai.",
    "spa, A la mañana siguiente el puerto estaba tranquilo y los barcos seguían junto al muelle.",
    "rus, На следующее утро в гавани было тихо и лодки неподвижно стояли у причала.",
    "ara, في صباح اليوم التالي كان الميناء هادئا وكانت القوارب راسية بجانب الرصيف.",
    "hin, अगली सुबह बंदरगाह शांत था और नावें घाट के पास खड़ी थीं।",
    "cmn, 第二天早上港口很安静，船只静静地停在码头旁边。",
    "jpn, 翌朝、港は静かで、船は岸壁のそばに並んでいた。",
    "kor, 다음 날 아침 항구는 조용했고 배들은 부두 옆에 서 있었다.",
    "tha, เช้าวันรุ่งขึ้นท่าเรือเงียบสงบและเรือจอดอยู่ข้างท่า",
    "ell, Το επόμενο πρωί το λιμάνι ήταν ήσυχο και οι βάρκες έμεναν δίπλα στην προβλήτα.",
    "heb, בבוקר שלמחרת היה הנמל שקט והסירות עגנו ליד הרציף."
  })
  void identifiesASentence(String code, String text) {
    assertEquals(code, identifier.identify(text).code());
  }

  @Test
  void isSureOfAParagraph() {
    Language language = identifier.identify(ENGLISH);
    assertEquals("eng", language.code());
    assertTrue(language.score() > 0.9, language.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "Guten Tag", "x = foo(bar)", "a", "你好", "OK\n\n\n", "ﷺ"})
  void isNotSureOfAFewLetters(String text) {
    Language language = identifier.identify(text);
    assertTrue(language.score() < 0.3, language.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "12345 67",
        "!?… —",
        "\uD83D\uDE00",
        "\uD800",
        "https://example.org/abc",
        "me@example.org"
      })
  void determinesNothingWithoutLetters(String text) {
    assertEquals(new Language("und", 0), identifier.identify(text));
  }

  @Test
  void takesAFewKanaInChineseForDecoration() {
    String chinese = "今天我们去海边看日出然后回家吃饭";
    assertEquals("cmn", identifier.identify(chinese + "の").code());
    assertEquals("jpn", identifier.identify("今日は海へ行きました").code());
  }

  @Test
  void lowersTheScoreOfTextInTwoScripts() {
    String chinese = "我们今天去北京大学参观图书馆和博物馆。".repeat(20);
    float pure = identifier.identify(chinese).score();
    float mixed = identifier.identify(chinese + ENGLISH.repeat(2)).score();
    assertEquals("cmn", identifier.identify(chinese + ENGLISH.repeat(2)).code());
    assertTrue(pure > 0.95 && mixed < pure - 0.1, pure + " " + mixed);
  }

  @Test
  void passesOverAddressesNumbersAndSymbols() {
    String noise = "https://beispiel.de/eine/seite 1205 {} == </> wer@beispiel.de ";
    assertEquals(identifier.identify(ENGLISH), identifier.identify(noise + ENGLISH));
  }

  @Test
  void looksAtABoundedSampleOnly() {
    String begin = ENGLISH.repeat(20);
    assertEquals(identifier.identify(begin), identifier.identify(begin + "Прощай".repeat(100_000)));
    assertEquals(Language.UNDETERMINED, identifier.identify("1".repeat(40_000) + ENGLISH));
  }

  @Test
  void givesTheSameWhateverCameBefore() {
    Language first = identifier.identify(ENGLISH);
    identifier.identify("Am nächsten Morgen war der Hafen still.");
    assertEquals(first, identifier.identify(ENGLISH));
    assertEquals(first, new LanguageIdentifier().identify(ENGLISH));
  }

  @Test
  void survivesRandomText() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append((char) random.nextInt(0x10000));
      }
      Language language = identifier.identify(text);
      assertTrue(language.score() >= 0 && language.score() <= 1, "seed " + seed);
    }
  }

  @Test
  void refusesWhatIsNoLanguage() {
    assertThrows(IllegalArgumentException.class, () -> new Language("en", 1));
    assertThrows(IllegalArgumentException.class, () -> new Language("eng", Float.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Language("eng", 1.1f));
  }
}
