package io.sluice.filters.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HashedFeaturesTest {
  private final HashedFeatures features = new HashedFeatures(FeatureSpec.of(16));

  @Test
  void aWordIsItselfAndItsGramsBetweenMarks() {
    // cat: the word; <ca cat at> and <cat cat>
    assertEquals(1 + 3 + 2, features.indices("cat").length);
    // cat, dog: two words, one pair, five grams each
    assertEquals(2 + 1 + 10, features.indices("cat dog").length);
  }

  @Test
  void aChineseCharacterIsAWordAndRunsGiveGramsWithoutMarks() {
    // four words, three pairs, two 3-grams, one 4-gram
    assertEquals(4 + 3 + 2 + 1, features.indices("汉字测试").length);
    assertEquals(1, features.indices("汉").length);
  }

  @Test
  void theIndicesOfVersionOneNeverChange() {
    assertArrayEquals(PINNED, features.indices("A b 7 汉字!"));
  }

  private static final int[] PINNED = {
    36162, 7055, 13331, 38818, 19723, 33110, 54098, 32648, 60445, 5946, 62367, 63992, 20912, 4263
  };

  @Test
  void caseDigitsAndTheKindOfWhiteSpaceMakeNoDifference() {
    int[] plain = features.indices("in 1234 words");
    assertArrayEquals(plain, features.indices("IN 5678 Words"));
    assertArrayEquals(plain, features.indices("\n in\t\t9999\u00a0\r\nwords\u3000"));
    assertArrayEquals(features.indices("word"), features.indices("wo\u00adrd"));
    assertFalse(Arrays.equals(plain, features.indices("in 123 words")));
  }

  @Test
  void aRunOfOneSymbolIsOneWord() {
    assertEquals(1, features.indices("-".repeat(1000)).length);
    assertArrayEquals(features.indices("---"), features.indices("----------"));
    assertFalse(Arrays.equals(features.indices("."), features.indices("...")));
    assertEquals(3, features.indices("-+").length);
  }

  @Test
  void nothingToReadHasNoFeatures() {
    for (String text :
        new String[] {"", " ", "\n\t\u3000", "\u0000\u0001", "\ud800", "\udc00 \ud800"}) {
      assertEquals(0, features.indices(text).length, () -> "text " + text);
    }
  }

  @Test
  void anUnpairedSurrogateSeparatesAndAPairIsOneCodePoint() {
    assertArrayEquals(features.indices("ab cd"), features.indices("ab\ud800cd"));
    assertArrayEquals(features.indices("ab cd"), features.indices("ab\udc00cd\ud83d"));
    assertEquals(1, features.indices("\ud840\udc00").length);
  }

  @Test
  void rightToLeftTextIsReadLikeAnyOther() {
    assertTrue(features.indices("שלום עולם").length > 2);
    assertArrayEquals(features.indices("שלום עולם"), features.indices("שלום \u200fעולם"));
  }

  @Test
  void aVeryLongWordCountsWhollyButItsGramsStopAt64() {
    String word = "x".repeat(63) + "y";
    int whole = features.indices(word + "z".repeat(3900)).length;
    assertEquals(features.indices(word).length, whole);
    assertFalse(
        Arrays.equals(features.indices(word + "a"), features.indices(word + "b")),
        "the word's own hash takes every code point");
  }

  @Test
  void aLongTextIsReadThroughThreeWindows() {
    int window = features.spec().window();
    String filler = "word ".repeat(10_000);
    String head = "alpha " + filler;
    assertFalse(Arrays.equals(features.indices(filler + "     "), features.indices(head)));
    // Exactly three windows are read whole; one unit more leaves two gaps of which each is small.
    String whole = "ab ".repeat(window);
    assertEquals(3 * window, whole.length());
    int[] all = features.indices(whole);
    assertEquals(window + (window - 1) + window * 3, all.length);
    assertTrue(features.indices(whole.repeat(100)).length <= all.length);
  }

  @Test
  void indicesStayInTheTable() {
    HashedFeatures small = new HashedFeatures(FeatureSpec.of(8));
    String text = "The quick brown fox, 你好世界 – и ещё!";
    assertTrue(Arrays.stream(small.indices(text)).allMatch(i -> i >= 0 && i < 256));
    assertArrayEquals(small.indices(text), small.indices(java.nio.CharBuffer.wrap(text)));
  }

  @Test
  void badSpecificationsAreRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> FeatureSpec.of(25));
    assertEquals("bits: got 25, allowed 8..24", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new FeatureSpec(2, 16, 3, 4, 4000, 1));
    assertThrows(IllegalArgumentException.class, () -> new FeatureSpec(1, 16, 5, 4, 4000, 1));
    assertThrows(IllegalArgumentException.class, () -> new FeatureSpec(1, 16, 3, 4, 63, 1));
  }
}
