package io.sluice.codecorpus.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FimTest {
  private static final Fim ALWAYS = new Fim(1, 7);

  private static String restored(FimPlan plan, String text) {
    StringBuilder spm = new StringBuilder();
    for (FimPart part : List.of(FimPart.PREFIX, FimPart.MIDDLE, FimPart.SUFFIX)) {
      spm.append(plan.span(part, text));
    }
    return spm.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ab",
        "\n",
        "\r\n",
        "\r\n\r\n",
        "def f():\n    return 1\n",
        "\ud83d\ude00",
        "x\ud83d\ude00y\ud83d\ude00",
        "\ud83d", // unpaired
        "\ude00\ud83d",
        "שלום עולם\r\nمرحبا"
      })
  void spansRestoreTheTextAndNeverSplitAPair(String text) {
    for (int epoch = 0; epoch < 300; epoch++) {
      FimPlan plan = ALWAYS.plan("id", epoch, text).orElseThrow();
      assertEquals(text, restored(plan, text), "epoch " + epoch);
      for (int cut : new int[] {plan.cut1(), plan.cut2()}) {
        boolean inside = cut > 0 && cut < text.length();
        assertTrue(
            !inside
                || !(Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut))
                    || (text.charAt(cut - 1) == '\r' && text.charAt(cut) == '\n')),
            "epoch " + epoch + " cut " + cut);
      }
    }
  }

  @Test
  void anEmptyTextHasNoPlan() {
    assertEquals(Optional.empty(), ALWAYS.plan("id", 0, ""));
  }

  @Test
  void everyPairOfPlacesIsDrawnAboutAsOftenAsItShould() {
    // two characters, three places: 6 ordered-apart results, of which equal cuts have 1/9 each
    int[][] counts = new int[3][3];
    int n = 18_000;
    for (int i = 0; i < n; i++) {
      FimPlan plan = ALWAYS.plan("doc" + i, 0, "ab").orElseThrow();
      counts[plan.cut1()][plan.cut2()]++;
    }
    for (int first = 0; first < 3; first++) {
      for (int second = first; second < 3; second++) {
        double expected = n / 9.0 * (first == second ? 1 : 2);
        assertEquals(expected, counts[first][second], 5 * Math.sqrt(expected));
      }
    }
    assertEquals(0, counts[1][0] + counts[2][0] + counts[2][1]);
  }

  @Test
  void rateAndOrderAreKeptWithinTolerance() {
    Fim fim = new Fim(0.5, 42);
    int applied = 0;
    int psm = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      Optional<FimPlan> plan = fim.plan("doc" + i, i % 3, "some text of a file");
      applied += plan.isPresent() ? 1 : 0;
      psm += plan.isPresent() && plan.get().order() == FimOrder.PSM ? 1 : 0;
    }
    assertEquals(0.5, applied / (double) n, 0.015);
    assertEquals(0.5, psm / (double) applied, 0.02);
  }

  @Test
  void ratesZeroAndOneAreExact() {
    for (int i = 0; i < 1_000; i++) {
      assertEquals(Optional.empty(), new Fim(0, 1).plan("doc" + i, 0, "text"));
      assertTrue(new Fim(1, 1).plan("doc" + i, 0, "text").isPresent());
    }
  }

  @Test
  void theSameDrawComesOutTwiceAndEachEpochDrawsAnew() {
    String text = "0123456789".repeat(50);
    TreeSet<Integer> cuts = new TreeSet<>();
    for (int epoch = 0; epoch < 20; epoch++) {
      Optional<FimPlan> plan = ALWAYS.plan("id", epoch, text);
      assertEquals(plan, new Fim(1, 7).plan("id", epoch, text));
      cuts.add(plan.orElseThrow().cut1());
    }
    assertTrue(cuts.size() > 15, cuts.toString());
    assertNotEquals(ALWAYS.plan("id", 0, text), new Fim(1, 8).plan("id", 0, text));
  }

  @Test
  void writtenFormsHoldEachSpanOnceAndThreeSentinels() {
    for (FimOrder order : FimOrder.values()) {
      assertEquals(
          Arrays.stream(FimPart.values()).toList(), order.parts().stream().sorted().toList());
    }
    assertEquals(FimPart.MIDDLE, FimOrder.PSM.parts().get(5));
    assertEquals(FimPart.MIDDLE, FimOrder.SPM.parts().get(5));
  }

  @Test
  void badParametersAreRefusedByName() {
    assertEquals(
        "rate: got 1.5, allowed 0..1",
        assertThrows(IllegalArgumentException.class, () -> new Fim(1.5, 0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Fim(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new FimPlan(FimOrder.PSM, 2, 1));
    FimPlan plan = new FimPlan(FimOrder.PSM, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> plan.span(FimPart.MIDDLE_SENTINEL, "text"));
  }
}
