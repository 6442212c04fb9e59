package io.sluice.dedup.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static List<String> lay(String left, String right, int width) {
    return new SideBySide(width, 100).lay(WordDiff.of(left, right));
  }

  @Test
  void differingWordsAreBracketed() {
    assertEquals(
        List.of("The [cat] sat down.  | The [dog] sat down.", "                     | [Twice.]"),
        lay("The cat sat down.", "The dog sat down. Twice.", 20));
  }

  @Test
  void caseAndPunctuationAreNoDifference() {
    assertEquals(List.of("One, two!  | one two"), lay("One, two!", "one two", 10));
  }

  @Test
  void wideCharactersKeepTheColumnsLevel() {
    assertEquals(List.of("我们[今天]去北京。   | 我们[明天]去北京。"), lay("我们今天去北京。", "我们明天去北京。", 20));
  }

  @Test
  void whatIsLongIsCutAndCounted() {
    List<String> laid = new SideBySide(10, 2).lay(WordDiff.of("a b c d e f g h i j k l m", "z"));
    assertEquals(3, laid.size());
    assertTrue(laid.get(2).endsWith("14 words differ in all)"), laid.get(2));
    assertEquals(List.of("xxxxxxxxxx | xxxxxxxxxx"), lay("x".repeat(50), "x".repeat(50), 10));
    assertThrows(IllegalArgumentException.class, () -> new SideBySide(3, 1));
  }

  @Test
  void anythingCanBeShown() {
    assertEquals(List.of(), lay("", "  \n", 10));
    for (String text :
        new String[] {"\ud800 a", "\u0645\u0631\u062d\u0628\u0627 b", "\u0007x\ty"}) {
      assertEquals(1, lay(text, text, 20).size());
    }
    assertEquals(1500, WordDiff.of("w ".repeat(5000), "w ".repeat(5000)).size());
  }
}
