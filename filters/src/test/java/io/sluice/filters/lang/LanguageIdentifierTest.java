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
    "arb, في صباح اليوم التالي كان الميناء هادئا وكانت القوارب راسية بجانب الرصيف.",
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
    assertEquals(new Language("und", "Zyyy", 0), identifier.identify(text));
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
  void passesOverAddressesAndNumbers() {
    String noise = "https://beispiel.de/eine/seite 1205 wer@beispiel.de 12:30\n";
    Language noisy = identifier.identify(noise + ENGLISH);
    Language language = identifier.identify(ENGLISH);
    assertEquals("eng_Latn", noisy.tag());
    assertEquals(language.score(), noisy.score(), 0.05);
  }

  @Test
  void isNotSureOfCode() {
    String code =
        """
        public static int sum(int[] values) {
            int total = 0;
            for (int i = 0; i < values.length; i++) {
                total += values[i];
            }
            return total;
        }
        """;
    assertTrue(identifier.identify(code).score() < 0.2, identifier.identify(code).toString());
    assertTrue(identifier.identify(code.repeat(30)).score() < 0.2);
    float half = identifier.identify(ENGLISH + "\n" + code.repeat(2)).score();
    assertTrue(half < 0.75 && half > 0.1, "half code " + half);
    assertEquals("eng", identifier.identify(ENGLISH + "\n" + code.repeat(2)).code());
  }

  @Test
  void isNotSureOfTwoLanguagesInOneScript() {
    String german =
        "Am nächsten Morgen war der Hafen still und die Boote lagen ruhig am Kai nebeneinander. "
            + "Niemand wusste, wohin der alte Lotse mit seiner Pfeife gegangen war. ";
    float mixed = identifier.identify(ENGLISH + "\n" + german.repeat(3)).score();
    assertTrue(mixed < 0.85, "mixed " + mixed);
    assertTrue(identifier.identify(german.repeat(3)).score() > 0.7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The museum opens at nine. Children under six get in free, and students pay half.",
        "Das Museum öffnet um neun Uhr. Kinder unter sechs Jahren zahlen nichts, Studenten die"
            + " Hälfte.",
        "El museo abre a las nueve. Los niños menores de seis años entran gratis y los estudiantes"
            + " pagan la mitad.",
        "博物馆九点开门。六岁以下的儿童免费，学生半价。请提前在网上预约参观时间。"
      })
  void isSureOfAPageOfFifteenWords(String text) {
    assertTrue(identifier.identify(text).score() > 0.65, identifier.identify(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "cmn_Hans, 这个国家的图书馆对所有读者开放",
    "cmn_Hant, 這個國家的圖書館對所有讀者開放",
    "cmn_Hani, 山水人口大中小",
    "jpn_Jpan, この国の図書館は誰でも利用できます",
    "kor_Kore, 이 나라의 도서관은 누구나 이용할 수 있다",
    "srp_Cyrl, Библиотека је отворена за све читаоце сваког дана осим понедељка",
    "chr_Cher, ᏂᎦᏓ ᎠᏂᏴᏫ ᏂᎨᎫᏓᎸᎾ ᎠᎴ ᎤᏂᏠᏱ",
    "nqo_Nkoo, ߡߊ߲߬ߕߏ߲߬ ߡߍ߲ ߠߎ߬"
  })
  void tellsScripts(String tag, String text) {
    assertEquals(tag, identifier.identify(text).tag());
  }

  @Test
  void readsWindowsAllOverALongText() {
    String begin = ENGLISH.repeat(60);
    assertTrue(begin.length() > ProseReader.UNITS);
    assertTrue(identifier.identify(begin).score() > 0.9);
    float half =
        identifier
            .identify(begin + "На следующее утро в гавани было тихо. ".repeat(begin.length() / 40))
            .score();
    assertTrue(half < 0.7, "half in another script: " + half);
    assertEquals("eng", identifier.identify("1 ".repeat(20_000) + begin.repeat(2)).code());
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
    assertThrows(IllegalArgumentException.class, () -> new Language("en", "Latn", 1));
    assertThrows(IllegalArgumentException.class, () -> new Language("eng", "Latn", Float.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Language("eng", "Latn", 1.1f));
    assertThrows(IllegalArgumentException.class, () -> new Language("eng", "latin", 1));
  }
}
