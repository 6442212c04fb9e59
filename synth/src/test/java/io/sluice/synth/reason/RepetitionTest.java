package io.sluice.synth.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private static final String CHINESE =
      "设小明有三个苹果，小红比他多两个，所以小红有五个苹果。两人一共有八个苹果，平均每人四个。" + "如果再买两个，总数就变成十个，这时每人分到五个，正好没有剩余。";

  private static String numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  @Test
  void textsUnderFortyCharactersHaveNone() {
    assertEquals(0, Repetition.of(""));
    assertEquals(0, Repetition.of(" "));
    assertEquals(0, Repetition.of("word"));
    assertEquals(0, Repetition.of("a".repeat(39)));
    assertEquals(20.0 / 21, Repetition.of("a".repeat(40)));
  }

  @Test
  void textThatDoesNotRepeatHasNone() {
    assertEquals(0, Repetition.of(numbers(10_000, 11_000)));
    assertEquals(0, Repetition.of(CHINESE));
  }

  @Test
  void aTextTwiceOverRepeatsItsSecondHalf() {
    String once = numbers(10_000, 10_100) + ".";
    double share = Repetition.of(once + once);
    assertEquals((once.length() - 19.0) / (2 * once.length() - 19), share);
    double chinese = Repetition.of(CHINESE + CHINESE);
    assertEquals((CHINESE.length() - 19.0) / (2 * CHINESE.length() - 19), chinese);
  }

  @Test
  void loopsOfAnyPeriodAreSeen() {
    assertTrue(Repetition.of("等等，再想想。".repeat(30)) > 0.9);
    assertTrue(Repetition.of("Wait, let me check that again. ".repeat(30)) > 0.9);
    assertTrue(Repetition.of("哈".repeat(60)) > 0.9);
    assertTrue(Repetition.of(CHINESE.repeat(20)) > 0.9);
  }

  @Test
  void aRefrainIsNoLoop() {
    String text =
        IntStream.range(0, 100)
            .mapToObj(i -> "Step " + i + ": multiply by " + i * 7919 + " and carry " + i * 31)
            .collect(Collectors.joining("\n"));
    assertTrue(Repetition.of(text) < 0.2, "share " + Repetition.of(text));
  }

  @Test
  void surrogatesAreCharactersLikeOthers() {
    assertEquals(0, Repetition.of("\ud83d".repeat(39)));
    assertTrue(Repetition.of("😀".repeat(30)) > 0.9);
  }
}
