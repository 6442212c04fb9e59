package io.sluice.ingest.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void nothingIsMeasuredAtFirst() {
    Measures<Signal> signals = Measures.signals();
    for (Signal signal : Signal.values()) {
      assertFalse(signals.has(signal));
      assertTrue(Float.isNaN(signals.get(signal)));
    }
    assertEquals(Measures.signals(), signals);
    assertEquals(Measures.signals().hashCode(), signals.hashCode());
  }

  @Test
  void aValueIsHeldAsAFloatAndZeroIsMeasured() {
    Measures<Signal> signals =
        Measures.signals().put(Signal.WORDS, 0).put(Signal.LETTERS, 0.1).put(Signal.BYTES, 5);
    assertTrue(signals.has(Signal.WORDS));
    assertEquals(0f, signals.get(Signal.WORDS));
    assertEquals(0.1f, signals.get(Signal.LETTERS));
    assertEquals("{BYTES=5.0, WORDS=0.0, LETTERS=0.1}", signals.toString());
    signals.put(Signal.BYTES, Double.NaN);
    assertFalse(signals.has(Signal.BYTES));
  }

  @Test
  void equalsLooksAtEveryValueAndAtWhatIsMeasured() {
    assertEquals(Measures.scores().put(Score.MATH, 0.5), Measures.scores().put(Score.MATH, 0.5));
    assertNotEquals(
        Measures.scores().put(Score.MATH, 0.5), Measures.scores().put(Score.QUALITY, 0.5));
    assertNotEquals((Object) Measures.scores(), Measures.signals());
  }
}
