package io.sluice.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSplitterTest {
  private final WordSplitter splitter = new WordSplitter();

  private List<String> words(String text) {
    Words words = splitter.split(text);
    List<String> list = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      list.add(words.word(i));
    }
    return list;
  }

  @Test
  void separatesEnglishAtSpacesAndPunctuation() {
    assertEquals(
        List.of("The", "cat", "sat", "it", "said", "on", "a", "mat"),
        words("The cat sat, it said: \"on a mat\"."));
  }

  @Test
  void joinsInsideWordsOnly() {
    assertEquals(
        List.of("don't", "l’été", "well-known", "snake_case", "quoted", "dash", "dash", "init"),
        words("don't l’été well-known snake_case 'quoted' dash -- dash __init__"));
  }

  @Test
  void keepsNumbersWhole() {
    assertEquals(
        List.of("3.14", "1,000,000", "v1.2", "12:30", "2020", "5", "a", "b"),
        words("3.14 1,000,000 v1.2 12:30 2020. 5: a,b"));
  }

  @Test
  void joinsAtAFullStopSaveWhereASentenceMayEnd() {
    assertEquals(
        List.of("U.S", "example.org", "The", "end", "Next", "3.x"),
        words("U.S. example.org. The end.Next 3.x"));
  }

  @Test
  void keepsCombiningMarksAndJoinersWithTheirLetters() {
    String decomposed = "cafe\u0301";
    String hindi = "हिन्दी";
    String persian = "می\u200cخواهم";
    assertEquals(
        List.of(decomposed, hindi, persian), words(decomposed + " " + hindi + " " + persian));
  }

  @Test
  void leavesOutMarksWithoutLetterAndEmoji() {
    assertEquals(List.of("a", "b", "你好"), words("\u0301 a 😀 b 👩‍👩‍👧 你好😀。"));
  }

  @Test
  void segmentsChineseByDictionary() {
    assertEquals(
        List.of("我们", "今天", "去", "北京", "大学", "我", "喜欢", "iPhone", "手机", "2023", "年"),
        words("我们今天去北京大学。我喜欢iPhone手机,2023年"));
  }

  @Test
  void segmentsJapaneseAndThai() {
    assertEquals(List.of("東京", "の", "コンピューター"), words("東京のコンピューター"));
    assertEquals(List.of("ภาษา", "ไทย"), words("ภาษาไทย"));
  }

  @Test
  void leavesKoreanToItsSpaces() {
    assertEquals(List.of("나는", "학교에", "간다"), words("나는 학교에 간다."));
  }

  @Test
  void readsRightToLeftScripts() {
    assertEquals(List.of("שלום", "עולם", "مرحبا", "بالعالم"), words("שלום עולם! مرحبا بالعالم؟"));
  }

  @Test
  void keepsSupplementaryLettersWhole() {
    String rare = "\uD840\uDC00"; // U+20000, a Han letter of two units
    String gothic = "\uD800\uDF30\uD800\uDF31";
    assertEquals(List.of(gothic, "x" + gothic), words(gothic + " x" + gothic));
    assertEquals(List.of(rare), words("。" + rare + "。"));
  }

  @Test
  void skipsLoneSurrogates() {
    assertEquals(List.of("a", "b", "中", "文", "c"), words("a\uD83Db 中\uDC00文\uD840 c\uD840"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t \u3000", "。！？", "---", "'", "...", "\uD800"})
  void findsNoWordInTextWithout(String text) {
    assertEquals(List.of(), words(text));
  }

  @Test
  void cutsAnEndlessChineseStretchWithoutLosingLetters() {
    String text = "中\uD840\uDC00".repeat(20_000);
    Words words = splitter.split(text);
    assertEquals(text.length(), coveredUnits(words));
    assertWellFormed(words);
  }

  @Test
  void cutsLongStretchesAtPunctuationSoThatWordsStayWhole() {
    String sentence = "我们今天去北京大学，";
    List<String> one = words(sentence);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      expected.addAll(one);
    }
    assertEquals(expected, words(sentence.repeat(3_000)));
  }

  @Test
  void givesTheSameWordsWhateverWasSplitBefore() {
    String text = "我们去北京 and back";
    List<String> first = words(text);
    splitter.split("完全不同的文字 ".repeat(1000));
    assertEquals(first, words(text));
    assertEquals(first, new WordSplitterTest().words(text));
  }

  @Test
  void holdsItsPromisesOnRandomText() {
    String[] pieces = {
      "a",
      "Z",
      "é",
      "\u0301",
      "'",
      "-",
      "_",
      ".",
      ",",
      "7",
      "٣",
      " ",
      "\n",
      "中",
      "国",
      "人",
      "。",
      "の",
      "カ",
      "ー",
      "ก",
      "า",
      "ြ",
      "မ",
      "ខ",
      "\uD83D\uDE00",
      "\uD840\uDC00",
      "\uD83D",
      "\uDC00",
      "\u200d",
      "\u00ad",
      "ا",
      "한",
      "#"
    };
    for (long seed = 0; seed < 1000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Words words = splitter.split(text.toString());
      assertWellFormed(words);
      assertEveryLetterIsInAWord(words, "seed " + seed);
    }
  }

  private static void assertEveryLetterIsInAWord(Words words, String message) {
    String text = words.text();
    boolean[] covered = new boolean[text.length()];
    for (int i = 0; i < words.count(); i++) {
      for (int at = words.start(i); at < words.end(i); at++) {
        covered[at] = true;
      }
    }
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (Character.isLetterOrDigit(text.codePointAt(at))) {
        assertTrue(covered[at], message + " at " + at + " of " + escaped(text));
      }
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> escaped.append("\\u{").append(Integer.toHexString(c)).append('}'));
    return escaped.toString();
  }

  private static int coveredUnits(Words words) {
    int units = 0;
    for (int i = 0; i < words.count(); i++) {
      units += words.end(i) - words.start(i);
    }
    return units;
  }

  private static void assertWellFormed(Words words) {
    String text = words.text();
    int last = 0;
    for (int i = 0; i < words.count(); i++) {
      assertTrue(words.start(i) >= last && words.end(i) > words.start(i), text);
      assertFalse(insidePair(text, words.start(i)) || insidePair(text, words.end(i)), text);
      words.word(i).codePoints().forEach(c -> assertFalse(c >= 0xD800 && c <= 0xDFFF, text));
      last = words.end(i);
    }
  }

  private static boolean insidePair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
